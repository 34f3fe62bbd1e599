import type { Activity } from "#core/model/activity.ts";
import { say } from "../words.ts";
import { clearCells } from "./cell-edits.ts";
import type { Block } from "./clipboard.ts";
import type { Outcome } from "./outcome.ts";
import { copied, paste } from "./paste.ts";
import { cellsIn, chosenParts, chosenRange, chosenRanges, columnsIn, rowAt, rowsIn, type Scene } from "./scene.ts";
import type { Range } from "./selection.ts";

/** The ranges side by side or one below the other, as they would stand in a sheet; nothing where they do neither. */
function aligned(ranges: readonly Range[]): { readonly ranges: readonly Range[]; readonly beside: boolean } | undefined {
  const [first] = ranges;
  if (!first) return undefined;
  const apart = (sorted: readonly Range[], from: "left" | "top", until: "right" | "bottom"): boolean => sorted.every((one, i) => i === 0 || one[from] > (sorted[i - 1] as Range)[until]);
  const [across, down] = [ranges.toSorted((a, b) => a.left - b.left), ranges.toSorted((a, b) => a.top - b.top)];
  if (ranges.every(({ top, bottom }) => top === first.top && bottom === first.bottom) && apart(across, "left", "right")) return { ranges: across, beside: true };
  if (ranges.every(({ left, right }) => left === first.left && right === first.right) && apart(down, "top", "bottom")) return { ranges: down, beside: false };
  return undefined;
}

/**
 * The chosen cells as a block; with the names of the columns above where whole columns are chosen. Several ranges
 * become one block where they have the same rows or the same columns; else nothing is copied.
 */
export function copyChosen(scene: Scene): Block | undefined {
  const found = aligned(chosenRanges(scene));
  if (!found) return undefined;
  const parts = found.ranges.map((range) => ({ rows: rowsIn(scene, range), columns: columnsIn(scene, range) }));
  const columns = found.beside ? parts.flatMap((part) => part.columns) : (parts[0]?.columns ?? []);
  const block = copied(found.beside ? (parts[0]?.rows ?? []) : parts.flatMap((part) => part.rows), columns);
  return scene.selection.whole === "columns" ? [columns.map(({ title }) => title), ...block] : block;
}

/** Empties what was cut. */
export function cutChosen(scene: Scene): Outcome {
  const edits = clearCells(chosenParts(scene));
  const n = cellsIn(scene.arrangement, chosenRanges(scene));
  return edits.length === 0 ? {} : { edits, what: say("grid.what.clear", { n }), said: say("grid.said.cut", { n }) };
}

/** Lays a block over the grid from the first chosen cell on; what does not fit below becomes new rows. */
export function pasteBlock(scene: Scene, given: Block): Outcome {
  if (!scene.writable) return { said: say("grid.reading") };
  if (chosenRanges(scene).length > 1) return given.length === 1 && given[0]?.length === 1 ? pasteInto(scene, given[0][0] ?? "", "grid.said.pasted") : { said: say("grid.said.paste-ranges") };
  const range = chosenRange(scene);
  const columns = scene.layout.columns.slice(range.left);
  // What was copied with the names of its columns comes back without them.
  const block = given.length > 1 && given[0]?.length === columns.length && given[0].every((cell, i) => cell === columns[i]?.title) ? given.slice(1) : given;
  const below: Activity[] = [];
  for (let line = range.top; line < scene.arrangement.lines.length; line++) {
    const row = rowAt(scene, line);
    if (row) below.push(row);
  }
  const near = below.at(-1) ?? scene.document.activities.at(-1);
  const about = { ...(near?.area === undefined ? {} : { area: near.area }), ...(near?.stage === undefined ? {} : { stage: near.stage }) };
  const ids = new Set(scene.document.activities.map(({ id }) => id as string));
  const before = new Set(ids);
  const { edits, cells, refused, added, beyond } = paste(block, below, columns, { rows: rowsIn(scene, range).length, columns: range.right - range.left + 1 }, ids, about);
  const said = [
    say("grid.said.pasted", { n: cells }),
    ...(added > 0 ? [say("grid.said.added", { n: added })] : []),
    ...(beyond > 0 ? [say("grid.said.beyond", { n: beyond })] : []),
    ...(refused.length > 0 ? [say("grid.said.refused", { n: refused.length })] : []),
  ].join("; ");
  const wide = Math.max(...block.map((row) => row.length), 1);
  const high = Math.max(block.length, 1);
  const look = added > 0 ? { look: { ...scene.look, always: new Set([...scene.look.always, ...[...ids].filter((id) => !before.has(id))]) } } : {};
  const tall = Math.max(high, range.bottom - range.top + 1);
  const broad = Math.max(wide, range.right - range.left + 1);
  return {
    ...look, said,
    ...(added > 0 || refused.length > 0 ? { report: { added, refused } } : {}),
    ...(edits.length > 0 ? { edits, what: say("grid.what.paste", { rows: high, columns: wide }) } : {}),
    // The focus stays where the block begins.
    selection: { head: { line: range.top, column: range.left }, anchor: { line: Math.min(range.top + tall, scene.arrangement.lines.length + added) - 1, column: Math.min(range.left + broad, scene.layout.columns.length) - 1 } },
  };
}

/** One text goes into every chosen cell, however many ranges they make. */
export function pasteInto(scene: Scene, text: string, word: "grid.said.pasted" | "grid.said.written" = "grid.said.written"): Outcome {
  const pasted = chosenParts(scene).map(({ row, columns }) => paste([columns.map(() => text)], [row], columns, { rows: 1, columns: columns.length }, new Set()));
  const edits = pasted.flatMap((one) => one.edits);
  const refused = pasted.flatMap((one) => one.refused);
  const cells = pasted.reduce((sum, one) => sum + one.cells, 0);
  const said = [say(word, { n: cells }), ...(refused.length > 0 ? [say("grid.said.refused", { n: refused.length })] : [])].join("; ");
  return { said, ...(refused.length > 0 ? { report: { added: 0, refused } } : {}), ...(edits.length > 0 ? { edits, what: say("grid.what.same", { n: cells }) } : {}) };
}
