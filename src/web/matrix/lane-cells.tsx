import type { Letter } from "#core/model/activity.ts";
import { sayDuration } from "#core/model/measure.ts";
import controls from "../parts/controls.module.css";
import { say } from "../words.ts";
import type { Picture } from "./lines.ts";
import { LANE_COLUMNS, type LaneColumn } from "./marks.ts";
import type { Cells, RowLine } from "./matrix-row.tsx";
import style from "./matrix-table.module.css";

/** Widths of the lane columns in CSS pixels; the title takes what is left of them and of the window. */
const WIDTHS: Readonly<Partial<Record<LaneColumn, number>>> = { lane: 124, responsible: 165, accountable: 165, backup: 140, sla: 125, evidence: 145 };

export const LaneHead = () => (
  <>
    <colgroup>
      {LANE_COLUMNS.map((column) => (
        <col key={column} style={{ width: WIDTHS[column] }} />
      ))}
    </colgroup>
    <thead>
      <tr aria-rowindex={1}>
        {LANE_COLUMNS.map((column) => (
          <th key={column} scope="col" data-column={column}>
            {say(`matrix.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  </>
);

/** What the lanes say of a row: who, backup, who answers for it, SLA, evidence. */
export function laneCells({ roleName, areaSecondary }: Picture): Cells {
  const holders = ({ activity }: RowLine, letter: Letter): string =>
    activity.assignments
      .filter((a) => a.letter === letter)
      .map((a) => (a.condition ? `${roleName(a.role)} (${a.condition})` : roleName(a.role)))
      .join(", ");
  return (line) => {
    const { activity, lane } = line;
    const responsible = holders(line, "R");
    const accountable = holders(line, "A");
    const secondary = activity.secondary ?? areaSecondary(activity.area);
    const backup = secondary === undefined ? "" : roleName(secondary);
    const sla = (activity.sla ?? []).map(({ target, negotiated }) => (negotiated ? sayDuration(target) : `${sayDuration(target)} (${say("matrix.sample-sla")})`)).join(", ");
    const evidence = (activity.evidence ?? []).map(({ artifact }) => artifact).join(", ");
    const text = (words: string) => (words ? <span className={style.text}>{words}</span> : <span className={style.nothing}>—</span>);
    const needed = (words: string) => (words ? <span className={style.text}>{words}</span> : <span className={style.missing}>{say("matrix.nobody")}</span>);
    return [
      { column: "lane", content: <span className={`${controls.party} ${controls[lane]}`}>{say(`lane.${lane}`)}</span> },
      { column: "responsible", content: needed(responsible), full: responsible },
      { column: "accountable", content: needed(accountable), full: accountable },
      { column: "backup", content: text(backup), full: backup },
      { column: "sla", content: text(sla), full: sla },
      { column: "evidence", content: text(evidence), full: evidence },
    ];
  };
}
