import { useRef, useState } from "react";
import controls from "../parts/controls.module.css";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { say } from "../words.ts";
import { laneIn } from "./columns.ts";
import type { SurfaceProps } from "./grid-props.ts";
import { UNNAMED } from "./group-words.ts";
import { worst } from "./marks.ts";
import style from "./phone-rows.module.css";
import { RowSigns } from "./row-sign.tsx";
import { rowAt } from "./scene.ts";
import { usePhoneWindow } from "./use-phone-window.ts";
import { useScene } from "./use-scene.ts";

/** The matrix to read on a phone: each row says its lane and who has which letter; a press opens all its fields. */
export function PhoneRows({ store, look, onLook, onRows, onPanel, signs }: SurfaceProps) {
  const { scene } = useScene(store, look);
  const scroller = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<string>();
  const { arrangement, cast, marks } = scene;
  const { first, end, tops } = usePhoneWindow(scroller, arrangement.lines);
  return (
    <section className={style.phone} aria-label={say("grid.label")}>
      <div className={controls.search} data-empty={look.search === "" || undefined}>
        <input type="search" aria-label={say("grid.search")} placeholder={say("grid.search")} value={look.search} onChange={(event) => onLook({ ...look, search: event.target.value })} />
      </div>
      <div ref={scroller} className={style.scroller} tabIndex={0} role="region" aria-label={say("matrix.title")}>
        <ul style={{ height: tops.at(-1) }}>
          {arrangement.lines.slice(first, end).map((line, i) => {
            const top = tops[first + i] ?? 0;
            const place = { transform: `translateY(${top}px)`, height: (tops[first + i + 1] ?? top) - top };
            if (line.kind === "group")
              return (
                <li key={line.key} className={style.group} style={place}>
                  <h3>{line.name || say(UNNAMED[look.group])}</h3>
                  <span>{say("matrix.activities", { n: line.size })}</span>
                </li>
              );
            const row = rowAt(scene, first + i);
            if (!row) return null;
            const lane = laneIn(row, cast.sideOfRole);
            const found = marks.get(row.id);
            const severity = worst(found);
            const sign = signs?.get(row.id);
            const name = (letter: string) => row.assignments.filter((one) => one.letter === letter).map(({ role }) => cast.names.say("role", role)).join(", ");
            return (
              <li key={line.key} style={place}>
                <button type="button" className={style.card} aria-current={opened === row.id || undefined} onClick={() => { setOpened(row.id); onRows?.([row.id]); onPanel?.(); }}>
                  <span className={style.title}>
                    <b>{row.title}</b>
                    {sign ? <RowSigns sign={sign} /> : null}
                    {severity && found ? (
                      <span className={style.sign}>
                        <SeveritySign severity={severity} size={15} />
                        <span aria-hidden>{found.length}</span>
                        <span className="unseen">{say("grid.findings-of-row", { n: found.length })}</span>
                      </span>
                    ) : null}
                  </span>
                  <span className={style.who}>
                    <span className={`${controls.party} ${controls[lane]}`}>{say(`lane.${lane}`)}</span>
                    <span className={style.names}>
                      <span><abbr title={say("matrix.responsible")}>R</abbr> {name("R") || say("matrix.nobody")}</span>
                      <span><abbr title={say("matrix.accountable")}>A</abbr> {name("A") || say("matrix.nobody")}</span>
                    </span>
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
        {arrangement.lines.length === 0 ? (
          <div className={style.none}>
            <p>{say(scene.document.activities.length === 0 ? "grid.empty" : "grid.none")}</p>
            {scene.document.activities.length === 0 ? null : <p>{say("grid.none.how", { n: scene.document.activities.length })}</p>}
          </div>
        ) : null}
      </div>
    </section>
  );
}
