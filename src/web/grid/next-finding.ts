import { byCell } from "./marks.ts";
import { rowAt, type Scene } from "./scene.ts";
import type { Spot } from "./selection.ts";

/** The next cell with a finding, in reading order, round the end once; nothing where no row in sight has one. */
export function nextFinding(scene: Scene, back: boolean): Spot | undefined {
  const { arrangement, layout, marks, selection } = scene;
  const count = arrangement.lines.length;
  const step = back ? -1 : 1;
  const { line, column } = selection.head;
  for (let i = 0; i <= count; i++) {
    const at = (((line + i * step) % count) + count) % count;
    const row = rowAt(scene, at);
    const found = row ? marks.get(row.id) : undefined;
    if (!row || !found) continue;
    const cells = byCell(found, row, layout.columns);
    const places = layout.columns.flatMap(({ key }, place) => (cells.has(key) ? [place] : []));
    const ahead = places.filter((place) => i > 0 || (back ? place < column : place > column));
    // Back at the line where the search began, what lies on the other side of the focus counts too.
    const place = (i === count ? places : ahead).at(back ? -1 : 0);
    if (place !== undefined) return { line: at, column: place };
  }
  return undefined;
}
