import { X } from "lucide-react";
import { useState } from "react";
import { Sla, type Activity } from "#core/model/activity.ts";
import { sayDuration } from "#core/model/measure.ts";
import { readDuration } from "#formats/remit-sheet/durations.ts";
import { say } from "../words.ts";
import { FieldBox } from "./field-box.tsx";
import style from "./row-panel.module.css";
import type { Write } from "./write.ts";

const MEASURES: readonly Sla["measure"][] = Sla.shape.measure.options;

/** The service levels of a row. A sample counts as negotiated only when somebody says so. */
export function SlaBox({ row, write }: { readonly row: Activity; readonly write: Write }) {
  const [measure, setMeasure] = useState<Sla["measure"]>("respond");
  const targets = row.sla ?? [];
  const put = (list: readonly Sla[]): void => write([{ do: "set", at: { kind: "activity", id: row.id }, field: "sla", value: list.length > 0 ? list : null }], say("panel.what", { field: say("matrix.sla"), title: row.title }));
  const written = (text: string, take: (target: string) => void): string | undefined => {
    const target = readDuration(text);
    if (target === undefined) return say("panel.duration");
    take(target);
    return undefined;
  };
  return (
    <>
      <ul className={style.slas}>
        {targets.map((one, i) => (
          <li key={`${one.measure} ${i}`}>
            <span>{one.measure}</span>
            <FieldBox bare label={`${one.measure}: ${say("panel.sla.target")}`} value={sayDuration(one.target)} onWrite={(text) => written(text, (target) => put(targets.map((other) => (other === one ? { ...one, target } : other))))} />
            <label className={style.tick}>
              <input type="checkbox" checked={one.negotiated} onChange={(event) => put(targets.map((other) => (other === one ? { ...one, negotiated: event.target.checked } : other)))} />
              {say("panel.sla.negotiated")}
            </label>
            <button type="button" className={style.remove} aria-label={`${say("panel.remove")}: ${one.measure}`} onClick={() => put(targets.filter((other) => other !== one))}>
              <X aria-hidden size={14} />
            </button>
            {one.note ? <small>{one.note}</small> : null}
          </li>
        ))}
      </ul>
      <div className={style.adder}>
        <select aria-label={say("panel.sla.measure")} className={style.input} value={measure} onChange={(event) => setMeasure(event.target.value as Sla["measure"])}>
          {MEASURES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <FieldBox bare label={say("panel.sla.add")} value="" hint={`${say("panel.sla.add")}: 15 min`} onWrite={(text) => (text === "" ? undefined : written(text, (target) => put([...targets, { measure, target, negotiated: false }])))} />
      </div>
    </>
  );
}
