import type { ReactNode } from "react";
import { say } from "../words.ts";
import { GridRow, GroupRow } from "./grid-row.tsx";
import style from "./grid-surface.module.css";
import { chosenRange, rowAt, type Scene } from "./scene.ts";
import { isSingle } from "./selection.ts";
import { MARGIN, type Window } from "./window.ts";

/**
 * The lines in sight, and the selection over them. The line with the focus is drawn wherever it is, because a
 * cell that is taken away takes the focus and the next key with it.
 */
export function GridLines({ scene, shown, lineHeight, headLines, children }: { readonly scene: Scene; readonly shown: Window; readonly lineHeight: number; readonly headLines: number; readonly children: ReactNode }) {
  const { arrangement, layout, marks, cast, selection, look, writable } = scene;
  const { head } = selection;
  const range = chosenRange(scene);
  const many = !isSingle(range);
  const places: number[] = [];
  for (let line = shown.first; line < shown.end; line++) places.push(line);
  if (head.line < arrangement.lines.length && (head.line < shown.first || head.line >= shown.end)) places.push(head.line);
  const level = look.group === "none" ? 1 : 2;
  const width = layout.lefts.at(-1) ?? 0;
  const lines = places.map((place) => {
    const line = arrangement.lines[place];
    const chosen = many && place >= range.top && place <= range.bottom;
    if (line?.kind === "group")
      return <GroupRow key={line.key} name={line.name} size={line.size} folded={line.folded} line={place} headLines={headLines} height={lineHeight} width={width} focus={place === head.line} columns={layout.columns.length} chosen={chosen} label={say(look.group === "stage" ? "grid.no-stage" : "matrix.no-area")} />;
    const row = rowAt(scene, place);
    if (!row || !line) return null;
    return (
      <GridRow
        key={line.key} row={row} number={line.place + 1} line={place} headLines={headLines} height={lineHeight} level={level} layout={layout} left={shown.left} right={shown.right} cast={cast}
        findings={marks.get(row.id)} focus={place === head.line ? head.column : -1} from={chosen ? range.left : -1} until={chosen ? range.right : -1} writable={writable}
      />
    );
  });
  return (
    <div role="rowgroup" className={style.body} style={{ height: (arrangement.lines.length + 1) * lineHeight, width }}>
      {lines}
      <Chosen scene={scene} lineHeight={lineHeight} />
      {children}
    </div>
  );
}

/** The rectangle of chosen cells and the ring of the one with the focus: two boxes that move, and no cell is drawn anew. */
function Chosen({ scene, lineHeight }: { readonly scene: Scene; readonly lineHeight: number }) {
  const { layout, selection, arrangement } = scene;
  const { lefts } = layout;
  const range = chosenRange(scene);
  const { head } = selection;
  const box = (left: number, right: number, top: number, bottom: number) => ({ transform: `translate(${left}px, ${top * lineHeight}px)`, width: right - left, height: (bottom - top + 1) * lineHeight });
  const frozen = lefts[1] ?? 0;
  const isRow = arrangement.lines[head.line]?.kind === "row";
  const ring = isRow ? <div className={style.ring} style={head.column === 0 ? box(MARGIN, frozen, head.line, head.line) : box(lefts[head.column] ?? 0, lefts[head.column + 1] ?? 0, head.line, head.line)} /> : null;
  const many = !isSingle(range);
  return (
    <>
      <div className={style.over} aria-hidden>
        {many && range.right > 0 ? <div className={style.chosen} data-open={range.left === 0 || undefined} style={box(lefts[Math.max(1, range.left)] ?? 0, lefts[range.right + 1] ?? 0, range.top, range.bottom)} /> : null}
        {head.column > 0 ? ring : null}
      </div>
      <div className={style.pinned} aria-hidden>
        {many && range.left === 0 ? <div className={style.chosen} data-open={range.right > 0 ? "right" : undefined} style={box(MARGIN, frozen, range.top, range.bottom)} /> : null}
        {head.column === 0 ? ring : null}
      </div>
    </>
  );
}
