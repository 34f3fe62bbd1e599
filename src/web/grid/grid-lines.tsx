import type { ReactNode } from "react";
import { say } from "../words.ts";
import { Chosen } from "./chosen.tsx";
import { GridRow, GroupRow } from "./grid-row.tsx";
import style from "./grid-surface.module.css";
import { UNNAMED } from "./group-words.ts";
import type { RowSign } from "./row-sign.tsx";
import { chosenRanges, rowAt, type Scene } from "./scene.ts";
import { isSingle, spansAt, type Range } from "./selection.ts";
import type { Window } from "./window.ts";

/**
 * The lines in sight, and the selection over them. The line with the focus is drawn wherever it is, because a
 * cell that is taken away takes the focus and the next key with it.
 */
export function GridLines({ scene, shown, lineHeight, headLines, filling, signs, children }: { readonly scene: Scene; readonly shown: Window; readonly lineHeight: number; readonly headLines: number; readonly filling: Range | undefined; readonly signs: ReadonlyMap<string, RowSign> | undefined; readonly children: ReactNode }) {
  const { arrangement, layout, marks, cast, selection, look, writable } = scene;
  const { head } = selection;
  const ranges = chosenRanges(scene);
  const many = ranges.length > 1 || ranges.some((range) => !isSingle(range));
  const places: number[] = [];
  for (let line = shown.first; line < shown.end; line++) places.push(line);
  if (head.line < arrangement.lines.length && (head.line < shown.first || head.line >= shown.end)) places.push(head.line);
  const level = look.group === "none" ? 1 : 2;
  const width = layout.lefts.at(-1) ?? 0;
  const lines = places.map((place) => {
    const line = arrangement.lines[place];
    const spans = many ? spansAt(ranges, place).join(",") : "";
    if (line?.kind === "group")
      return <GroupRow key={line.key} name={line.name} size={line.size} folded={line.folded} line={place} headLines={headLines} height={lineHeight} width={width} focus={place === head.line} columns={layout.columns.length} chosen={spans !== ""} label={say(UNNAMED[look.group])} />;
    const row = rowAt(scene, place);
    if (!row || !line) return null;
    return (
      <GridRow
        key={line.key} row={row} number={line.place + 1} line={place} headLines={headLines} height={lineHeight} level={level} layout={layout} left={shown.left} right={shown.right} cast={cast}
        findings={marks.get(row.id)} focus={place === head.line ? head.column : -1} spans={spans} writable={writable} sign={signs?.get(row.id)}
      />
    );
  });
  return (
    <div role="rowgroup" className={style.body} style={{ height: (arrangement.lines.length + 1) * lineHeight, width }}>
      {lines}
      <Chosen scene={scene} lineHeight={lineHeight} filling={filling} />
      {children}
    </div>
  );
}
