import type { CSSProperties } from "react";
import style from "./grid-surface.module.css";
import { chosenRanges, type Scene } from "./scene.ts";
import { isSingle, type Range } from "./selection.ts";
import { frozenWidth, MARGIN } from "./window.ts";

/**
 * The rectangles of chosen cells, the ring of the one with the focus, and the handle that fills: boxes that move, and
 * no cell is drawn anew. What stands still at the side has its own layer above the rest.
 */
export function Chosen({ scene, lineHeight, filling }: { readonly scene: Scene; readonly lineHeight: number; readonly filling: Range | undefined }) {
  const { layout, selection, arrangement, writable } = scene;
  const { lefts, frozen } = layout;
  const { head } = selection;
  const ranges = chosenRanges(scene);
  const range = ranges.at(-1);
  const box = (left: number, right: number, top: number, bottom: number): CSSProperties => ({ transform: `translate(${left}px, ${top * lineHeight}px)`, width: right - left, height: (bottom - top + 1) * lineHeight });
  const start = (column: number): number => (column === 0 ? MARGIN : (lefts[column] ?? 0));
  const still = frozenWidth(layout);
  const many = ranges.length > 1 || ranges.some((one) => !isSingle(one));
  const isRow = arrangement.lines[head.line]?.kind === "row";
  const ring = isRow ? <div className={style.ring} style={box(start(head.column), lefts[head.column + 1] ?? 0, head.line, head.line)} /> : null;
  /** The part of a range on one side of what stands still; the other part goes on in the other layer. */
  const part = (one: Range, pinned: boolean, look: string | undefined, key: number) => {
    if (pinned ? one.left >= frozen : one.right < frozen) return null;
    const goesOn = pinned ? one.right >= frozen : one.left < frozen;
    const place = pinned ? box(start(one.left), goesOn ? still : (lefts[one.right + 1] ?? 0), one.top, one.bottom) : box(lefts[Math.max(frozen, one.left)] ?? 0, lefts[one.right + 1] ?? 0, one.top, one.bottom);
    return <div key={key} className={look} data-open={goesOn ? (pinned ? "right" : "left") : undefined} style={place} />;
  };
  const handle = range && writable && ranges.length === 1 && isRow ? <div className={style.handle} data-fill style={{ transform: `translate(${(lefts[range.right + 1] ?? 0) - 5}px, ${(range.bottom + 1) * lineHeight - 5}px)` }} /> : null;
  const layer = (pinned: boolean) => (
    <>
      {many ? ranges.map((one, i) => part(one, pinned, style.chosen, i)) : null}
      {filling ? part(filling, pinned, style.filling, -1) : null}
      {head.column < frozen === pinned ? ring : null}
      {range && range.right < frozen === pinned ? handle : null}
    </>
  );
  return (
    <>
      <div className={style.over} aria-hidden>{layer(false)}</div>
      <div className={style.pinned} aria-hidden>{layer(true)}</div>
    </>
  );
}
