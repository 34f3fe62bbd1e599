import type { Finding } from "#core/lint/finding.ts";
import type { Activity, Assignment } from "#core/model/activity.ts";
import controls from "../parts/controls.module.css";
import { say } from "../words.ts";
import { laneIn, type Cast, type Column } from "./columns.ts";
import { worst } from "./marks.ts";
import { saySign, SIGNS, TEMPLATE } from "./small-signs.tsx";
import style from "./grid-row.module.css";

/** The order in which letters stand in a cell: the eye looks for the A. */
const ORDER = "ARCIS";

/** The assignments of a row by role, looked up once for all its cells. */
export function heldBy(row: Activity): ReadonlyMap<string, readonly Assignment[]> {
  const held = new Map<string, Assignment[]>();
  for (const one of row.assignments) {
    const here = held.get(one.role);
    if (here) here.push(one);
    else held.set(one.role, [one]);
  }
  for (const here of held.values()) if (here.length > 1) here.sort((a, b) => ORDER.indexOf(a.letter) - ORDER.indexOf(b.letter));
  return held;
}

/** What a cell shows. Empty cells that must not be empty say so. */
export function CellContent({ column, row, held, cast }: { readonly column: Column; readonly row: Activity; readonly held: ReadonlyMap<string, readonly Assignment[]>; readonly cast: Cast }) {
  switch (column.kind) {
    case "role": {
      const here = held.get(column.role.id);
      return here ? <Letters held={here} /> : null;
    }
    case "lane": {
      const lane = laneIn(row, cast.sideOfRole);
      return <span className={`${controls.party} ${controls[lane]}`}>{say(`lane.${lane}`)}</span>;
    }
    case "holders": {
      const text = column.show(row);
      if (text !== "") return <span className={style.text}>{text}</span>;
      return column.key === "letter:R" || column.key === "letter:A" ? <span className={style.missing}>{say("matrix.nobody")}</span> : null;
    }
    case "title":
      return (
        <>
          <span className={style.text}>{row.title}</span>
          {row.notYetAdapted ? (
            <span className={style.template} title={`${say("grid.template")}: ${say("grid.template.why")}`}>
              {TEMPLATE}
              <span className="unseen">{say("grid.template")}</span>
            </span>
          ) : null}
        </>
      );
    default: {
      const text = column.show(row);
      if (text === "") return null;
      if (column.key === "criticality") return <span className={style.level} data-level={text}>{text}</span>;
      return <span className={style.text}>{text.includes("\n") ? text.replaceAll("\n", " · ") : text}</span>;
    }
  }
}

const Letters = ({ held }: { readonly held: readonly Assignment[] }) =>
  held.map(({ letter, condition, alternative }) => (
    <span key={letter} className={letter === "A" ? style.decides : style.takesPart} title={condition}>
      {letter}
      {alternative ? "?" : null}
      {condition ? (
        <>
          <i aria-hidden>*</i>
          <span className="unseen"> ({condition})</span>
        </>
      ) : null}
    </span>
  ));

/** The sign of the findings of a cell: a shape for each severity, the sentences for who cannot see it. */
export function CellSign({ findings }: { readonly findings: readonly Finding[] }) {
  const severity = worst(findings);
  if (!severity) return null;
  return (
    <span className={style.sign} data-sign data-severity={severity}>
      {SIGNS[severity]}
      <span className="unseen">{saySign(findings)}</span>
    </span>
  );
}
