import { memo } from "react";
import type { Finding } from "#core/lint/finding.ts";
import type { Activity } from "#core/model/activity.ts";
import { SIGNS } from "./small-signs.tsx";
import { say } from "../words.ts";
import { CellContent, CellSign, heldBy } from "./cell-content.tsx";
import type { Cast } from "./columns.ts";
import style from "./grid-row.module.css";
import { RowSigns, type RowSign } from "./row-sign.tsx";
import { byCell, worst } from "./marks.ts";
import type { Layout } from "./window.ts";

interface Props {
  readonly row: Activity;
  /** Its number in the document, from 1. */
  readonly number: number;
  /** Its line on the screen, from 0. */
  readonly line: number;
  /** Lines of the header, for the number a screen reader says. */
  readonly headLines: number;
  readonly height: number;
  readonly level: number;
  readonly layout: Layout;
  /** Columns drawn behind those that stand still; the last not included. */
  readonly left: number;
  readonly right: number;
  readonly cast: Cast;
  readonly findings: readonly Finding[] | undefined;
  /** Column with the focus, or -1. */
  readonly focus: number;
  /** Chosen columns as pairs of first and last, `2,4,7,7`; empty where the row is not chosen. A text, so that equal ones are the same. */
  readonly spans: string;
  readonly writable: boolean;
  readonly sign: RowSign | undefined;
}

const NONE: readonly number[] = [];

/** One activity as a line. Drawn anew only when the row itself, its findings or its part of the selection change. */
export const GridRow = memo(function GridRow({ row, number, line, headLines, height, level, layout, left, right, cast, findings, focus, spans, writable, sign }: Props) {
  const { columns, lefts, frozen } = layout;
  const chosen = spans === "" ? NONE : spans.split(",").map(Number);
  const isChosen = (place: number): boolean => chosen.some((from, i) => i % 2 === 0 && place >= from && place <= (chosen[i + 1] ?? -1));
  const cells = byCell(findings, row, columns);
  const held = heldBy(row);
  const severity = worst(findings);
  const cell = (place: number) => {
    const column = columns[place];
    if (!column) return null;
    const here = cells.get(column.key);
    const title = place === 0;
    return (
      <div
        key={column.key}
        role={title ? "rowheader" : "gridcell"}
        className={title ? style.title : column.kind === "role" ? style.role : style.cell}
        style={place < frozen ? { width: column.width } : { left: lefts[place], width: column.width }}
        data-column={place}
        data-focus={place === focus || undefined}
        data-faulty={worst(here)}
        data-side={column.kind === "role" ? column.side : undefined}
        aria-colindex={place + 1}
        aria-selected={place === focus || isChosen(place) || undefined}
        aria-readonly={writable ? undefined : true}
        tabIndex={place === focus ? 0 : -1}
      >
        <CellContent column={column} row={row} held={held} cast={cast} />
        {title && sign ? <RowSigns sign={sign} /> : null}
        {here ? <CellSign findings={here} /> : null}
      </div>
    );
  };
  const drawn = [];
  for (let place = left; place < right; place++) drawn.push(cell(place));
  if (focus >= frozen && (focus < left || focus >= right)) drawn.push(cell(focus));
  return (
    <div role="row" className={style.row} style={{ top: line * height, width: lefts.at(-1) }} data-line={line} data-chosen={spans !== "" || undefined} aria-rowindex={line + headLines + 1} aria-level={level}>
      <div className={style.frozen} role="presentation" data-wide={frozen > 1 || undefined}>
        <div className={style.margin} data-margin aria-hidden>
          <span>{number}</span>
          {severity && findings ? (
            <b data-severity={severity}>
              {SIGNS[severity]}
              {findings.length}
            </b>
          ) : null}
        </div>
        {columns.slice(0, frozen).map((_, place) => cell(place))}
      </div>
      {drawn}
    </div>
  );
});

/** The heading of a group: folded up and down like a branch of a tree. */
export const GroupRow = memo(function GroupRow({ name, size, folded, line, headLines, height, width, focus, columns, chosen, label }: { readonly name: string; readonly size: number; readonly folded: boolean; readonly line: number; readonly headLines: number; readonly height: number; readonly width: number; readonly focus: boolean; readonly columns: number; readonly chosen: boolean; readonly label: string }) {
  return (
    <div role="row" className={`${style.row} ${style.group}`} style={{ top: line * height, width }} data-line={line} data-chosen={chosen || undefined} aria-rowindex={line + headLines + 1} aria-level={1} aria-expanded={!folded}>
      <div role="gridcell" className={style.heading} data-column={0} data-focus={focus || undefined} aria-colindex={1} aria-colspan={columns} aria-selected={focus || chosen} tabIndex={focus ? 0 : -1}>
        <span aria-hidden className={style.fold} data-fold data-folded={folded || undefined} />
        <span className={style.name}>{name || label}</span>
        <em>{say("matrix.activities", { n: size })}</em>
      </div>
    </div>
  );
});
