import { useMemo } from "react";
import type { MatrixDocument } from "#core/model/document.ts";
import { COLLECTIONS } from "#core/model/document.ts";
import { sayDuration } from "#core/model/measure.ts";
import { namesOf } from "#formats/remit-sheet/names.ts";
import { sayDay } from "../state/calendar-day.ts";
import { sayingsOf, sayValue } from "../talk/row-words.ts";
import { say } from "../words.ts";
import style from "./version-text.module.css";

type Item = { readonly id: string } & Readonly<Record<string, unknown>>;
const headed = (key: string): string => key.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`).replace(/^./, (first) => first.toUpperCase());

/** Everything a version says, as one reads it: its rows in their areas, then all the rest. */
export function VersionText({ matrix }: { readonly matrix: MatrixDocument }) {
  const names = useMemo(() => namesOf(matrix), [matrix]);
  const groups = useMemo(() => Map.groupBy(matrix.activities, ({ area }) => (area === undefined ? "" : names.say("area", area))), [matrix, names]);
  const rest = Object.values(COLLECTIONS).filter((list) => list !== "activities" && ((matrix[list] ?? []) as readonly unknown[]).length > 0);
  const alone = (["about", "covers", "holders", "validFrom", "validUntil", "reviewEvery"] as const).filter((field) => matrix[field] !== undefined);
  return (
    <div className={style.text}>
      <h3>{matrix.title}</h3>
      {alone.length === 0 ? null : <dl>{alone.map((field) => <Fact key={field} field={headed(field)} words={field === "validFrom" || field === "validUntil" ? sayDay(matrix[field] ?? "") : field === "reviewEvery" ? sayDuration(matrix.reviewEvery ?? "") : sayValue(matrix[field], field, names)} />)}</dl>}
      {[...groups].map(([area, rows]) => (
        <section key={area}>
          {area === "" ? null : <h4>{area}</h4>}
          <ol>
            {rows.map((row) => (
              <li key={row.id}>
                <b>{row.title}</b>
                <dl>{[...sayingsOf(row, names)].filter(([at]) => at !== "title" && at !== "field area").map(([at, { field, words }]) => <Fact key={at} field={field} words={words} />)}</dl>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <details>
        <summary>{say("versions.text.rest")}</summary>
        {rest.map((list) => (
          <section key={list}>
            <h4>{headed(list)}</h4>
            <ul>
              {(matrix[list] as unknown as readonly Item[]).map(({ id, title, name, what, ...fields }) => (
                <li key={id}>
                  <b>{String(title ?? name ?? what ?? id)}</b>
                  <dl>{Object.entries(fields).map(([field, value]) => <Fact key={field} field={headed(field)} words={sayValue(value, field, names)} />)}</dl>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </details>
    </div>
  );
}

const Fact = ({ field, words }: { readonly field: string; readonly words: string }) => (
  <div>
    <dt>{field}</dt>
    <dd>{words}</dd>
  </div>
);
