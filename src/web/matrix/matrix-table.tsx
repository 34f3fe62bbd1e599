import { useLayoutEffect, useMemo, useRef, type CSSProperties } from "react";
import type { Keyed } from "../findings/sift.ts";
import type { MatrixView } from "../state/address.ts";
import { say } from "../words.ts";
import { laneCells, LaneHead } from "./lane-cells.tsx";
import type { Picture } from "./lines.ts";
import { byActivity, columnsOf, LANE_COLUMNS, type ColumnKey } from "./marks.ts";
import style from "./matrix-table.module.css";
import { MatrixRow } from "./matrix-row.tsx";
import { raciCells, RaciHead } from "./raci-cells.tsx";
import { useLineHeight } from "../state/narrow.ts";
import { useWindow } from "./window.ts";

interface Props {
  readonly picture: Picture;
  readonly findings: readonly Keyed[];
  readonly view: MatrixView;
  readonly chosen: Keyed | undefined;
  readonly onChoose: (key: string) => void;
}

/** A plain table of which only the lines in sight are drawn; header and titles stay while it scrolls. */
export function MatrixTable({ picture, findings, view, chosen, onChoose }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const { lines, columns } = picture;
  const lineHeight = useLineHeight();
  const marks = useMemo(() => byActivity(findings), [findings]);
  const place = chosen?.finding.at;
  const chosenLine = place?.kind === "activity" && place.id !== undefined ? picture.lineOf.get(place.id) : undefined;
  const chosenRow = chosenLine === undefined ? undefined : lines[chosenLine];
  const chosenColumn: ColumnKey | undefined = chosen ? columnsOf(chosen.finding, chosenRow?.kind === "row" ? chosenRow.activity : undefined, view)[0] : undefined;
  const width = view === "raci" ? columns.length + 1 : LANE_COLUMNS.length;
  const headLines = view === "raci" ? 2 : 1;

  // The other view has other columns: what was scrolled aside means nothing there.
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollLeft = 0;
  }, [view]);

  // Before the window looks where it is, so that what is chosen is drawn at once.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || chosenColumn === undefined) return;
    const head = element.querySelector("thead")?.offsetHeight ?? 0;
    if (chosenLine !== undefined) {
      const y = chosenLine * lineHeight;
      const seen = element.clientHeight - head;
      if (y < element.scrollTop || y + lineHeight > element.scrollTop + seen) element.scrollTop = Math.max(0, y - seen / 2 + lineHeight / 2);
    }
    const cell = element.querySelector<HTMLElement>(`thead [data-column="${CSS.escape(chosenColumn)}"]`);
    const titles = element.querySelector<HTMLElement>('thead [data-column="activity"]')?.offsetWidth ?? 0;
    if (cell && chosenColumn !== "activity" && (cell.offsetLeft < element.scrollLeft + titles || cell.offsetLeft + cell.offsetWidth > element.scrollLeft + element.clientWidth))
      element.scrollLeft = cell.offsetLeft - titles - (element.clientWidth - titles - cell.offsetWidth) / 2;
  }, [chosenLine, chosenColumn, chosen, lineHeight]);
  const { first, end } = useWindow(scroller, lines.length, lineHeight);

  const cells = view === "raci" ? raciCells(picture) : laneCells(picture);
  return (
    <div ref={scroller} className={style.scroller} role="region" aria-label={say("matrix.label")} tabIndex={0}>
      <table className={`${style.table} ${view === "raci" ? style.raci : style.lanes}`} aria-rowcount={lines.length + headLines} style={{ "--roles": columns.length, "--row": `${lineHeight}px` } as CSSProperties}>
        <caption className="unseen">{say("matrix.label")}</caption>
        {view === "raci" ? <RaciHead columns={columns} chosen={place?.kind === "role" ? chosenColumn : undefined} /> : <LaneHead />}
        <tbody>
          {first > 0 ? <Gap key={`above ${first}`} height={first * lineHeight} /> : null}
          {lines.slice(first, end).map((line, index) =>
            line.kind === "area" ? (
              <tr key={line.key} className={style.area} aria-rowindex={first + index + headLines + 1}>
                <th scope="rowgroup" colSpan={width}>
                  <span>
                    {line.name || say("matrix.no-area")} <em>{say("matrix.activities", { n: line.rows })}</em>
                  </span>
                </th>
              </tr>
            ) : (
              <MatrixRow
                key={line.key}
                line={line}
                rowIndex={first + index + headLines + 1}
                cells={cells}
                view={view}
                findings={marks.get(line.activity.id)}
                chosenKey={first + index === chosenLine ? chosen?.key : undefined}
                onChoose={onChoose}
              />
            ),
          )}
          {end < lines.length ? <Gap key={`below ${end} ${lines.length}`} height={(lines.length - end) * lineHeight} /> : null}
        </tbody>
      </table>
    </div>
  );
}

/** Stands for lines out of sight. Each height wants a key of its own: Chromium may lay out the old height of a row that stays. */
const Gap = ({ height }: { readonly height: number }) => (
  <tr aria-hidden>
    <td className={style.gap} style={{ height }} />
  </tr>
);
