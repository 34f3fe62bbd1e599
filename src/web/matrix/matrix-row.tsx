import { memo, type ReactNode } from "react";
import { SEVERITIES } from "#core/lint/finding.ts";
import type { Keyed } from "../findings/sift.ts";
import type { MatrixView } from "../state/address.ts";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { say } from "../words.ts";
import type { Line } from "./lines.ts";
import { columnsOf, type ColumnKey } from "./marks.ts";
import style from "./matrix-table.module.css";

export type RowLine = Extract<Line, { kind: "row" }>;

/** One cell behind the title: its column and what it shows. */
export interface Cell {
  readonly column: ColumnKey;
  readonly content: ReactNode;
  readonly full?: string | undefined;
  readonly className?: string | undefined;
}

export type Cells = (line: RowLine) => readonly Cell[];

interface Props {
  readonly line: RowLine;
  readonly rowIndex: number;
  readonly cells: Cells;
  readonly view: MatrixView;
  readonly findings: readonly Keyed[] | undefined;
  readonly chosenKey: string | undefined;
  readonly onChoose: (key: string) => void;
}

/** One activity. A cell with findings holds a button that opens the first of them. */
export const MatrixRow = memo(function MatrixRow({ line, rowIndex, cells, view, findings, chosenKey, onChoose }: Props) {
  const { activity } = line;
  const marks = new Map<ColumnKey, Keyed[]>();
  for (const keyed of findings ?? [])
    for (const column of columnsOf(keyed.finding, activity, view)) {
      const here = marks.get(column);
      if (here) here.push(keyed);
      else marks.set(column, [keyed]);
    }
  const mark = (column: ColumnKey) => <Mark findings={marks.get(column)} chosen={chosenKey} onChoose={onChoose} />;
  const states = (column: ColumnKey) => ({ "data-chosen": marks.get(column)?.some(({ key }) => key === chosenKey) || undefined, "data-faulty": worst(marks.get(column)) });
  return (
    <tr aria-rowindex={rowIndex} data-chosen={chosenKey === undefined ? undefined : true}>
      <th scope="row" {...states("activity")} title={activity.title}>
        <span className={style.inside}>
          <span className={style.text}>{activity.title}</span>
          {mark("activity")}
        </span>
      </th>
      {cells(line).map(({ column, content, full, className }) => (
        <td key={column} className={className} {...states(column)} title={full}>
          <span className={style.inside}>
            {content}
            {mark(column)}
          </span>
        </td>
      ))}
    </tr>
  );
});

const worst = (findings: readonly Keyed[] | undefined) => SEVERITIES.find((severity) => findings?.some(({ finding }) => finding.severity === severity));

function Mark({ findings, chosen, onChoose }: { readonly findings: readonly Keyed[] | undefined; readonly chosen: string | undefined; readonly onChoose: (key: string) => void }) {
  const severity = worst(findings);
  if (!findings || !severity) return null;
  // Pressing again walks through the findings of the cell.
  const next = findings[(findings.findIndex(({ key }) => key === chosen) + 1) % findings.length] ?? findings[0];
  return (
    <button
      type="button"
      className={style.mark}
      aria-label={say("matrix.mark", { n: findings.length, message: next?.finding.message ?? "" })}
      title={findings.map(({ finding }) => finding.message).join("\n")}
      onClick={() => next && onChoose(next.key)}
    >
      <SeveritySign severity={severity} size={14} />
      {findings.length > 1 ? findings.length : null}
    </button>
  );
}
