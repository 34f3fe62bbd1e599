import type { Activity } from "#core/model/activity.ts";
import { bulkLetter, bulkWrite } from "./bulk-edits.ts";
import type { Cast } from "../grid/columns.ts";
import { say } from "../words.ts";
import style from "./row-panel.module.css";
import type { Write } from "./write.ts";
import { LetterAdder } from "./who-box.tsx";

/** What may be set in many rows at once. */
const SET = ["area", "stage", "criticality", "approval/class", "lane", "secondary"] as const;

/** The chosen rows as one: a value set here is set in all of them. */
export function BulkForm({ rows, cast, write }: { readonly rows: readonly Activity[]; readonly cast: Cast; readonly write: Write }) {
  const columns = SET.flatMap((key) => cast.all.filter((column) => column.key === key));
  return (
    <>
      <p className={style.hint}>{say("panel.bulk.lead")}</p>
      <section className={style.part}>
        {columns.map((column) => {
          const texts = new Set(rows.map((row) => column.show(row)));
          const [same] = texts;
          return (
            <label key={column.key} className={style.field}>
              <span>{column.title}</span>
              <select className={style.input} value={texts.size === 1 ? same : ""} onChange={(event) => write(bulkWrite(rows, column, event.target.value), say("panel.what.bulk", { field: column.title, n: rows.length }))}>
                <option value="">{texts.size === 1 ? say("panel.empty") : say("panel.bulk.keep")}</option>
                {texts.size === 1 && same && !column.choices?.includes(same) ? <option>{same}</option> : null}
                {(column.choices ?? []).map((choice) => (
                  <option key={choice}>{choice}</option>
                ))}
              </select>
            </label>
          );
        })}
      </section>
      <section className={style.part}>
        <h3>{say("panel.bulk.letter")}</h3>
        <LetterAdder cast={cast} onAdd={(role, letter) => write(bulkLetter(rows, role, letter), say("grid.what.letter", { letter, cells: rows.length }))} />
      </section>
    </>
  );
}
