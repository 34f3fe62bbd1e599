import type { Activity } from "#core/model/activity.ts";
import { say } from "../words.ts";
import { clearCells } from "./cell-edits.ts";
import type { Block } from "./clipboard.ts";
import { copied, paste } from "./paste.ts";
import type { Outcome } from "./perform.ts";
import { chosenRange, columnsIn, rowAt, rowsIn, type Scene } from "./scene.ts";
import { sizeOf } from "./selection.ts";

/** The chosen cells as a block; with the names of the columns above where whole columns are chosen. */
export function copyChosen(scene: Scene): Block {
  const range = chosenRange(scene);
  const columns = columnsIn(scene, range);
  const block = copied(rowsIn(scene, range), columns);
  return scene.selection.whole === "columns" ? [columns.map(({ title }) => title), ...block] : block;
}

/** Empties what was cut. */
export function cutChosen(scene: Scene): Outcome {
  const range = chosenRange(scene);
  const edits = clearCells(rowsIn(scene, range), columnsIn(scene, range));
  return edits.length === 0 ? {} : { edits, what: say("grid.what.clear", { n: sizeOf(range) }), said: say("grid.said.cut", { n: sizeOf(range) }) };
}

/** Lays a block over the grid from the first chosen cell on; what does not fit below becomes new rows. */
export function pasteBlock(scene: Scene, given: Block): Outcome {
  if (!scene.writable) return { said: say("grid.reading") };
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
  const { edits, refused, added, beyond } = paste(block, below, columns, { rows: rowsIn(scene, range).length, columns: range.right - range.left + 1 }, ids, about);
  const [first] = refused;
  const said = [
    say("grid.said.pasted", { n: edits.length }),
    ...(added > 0 ? [say("grid.said.added", { n: added })] : []),
    ...(beyond > 0 ? [say("grid.said.beyond", { n: beyond })] : []),
    ...(first ? [say("grid.said.refused", { n: refused.length, text: first.text.slice(0, 40), column: first.column, why: first.why })] : []),
  ].join("; ");
  const wide = Math.max(...block.map((row) => row.length), 1);
  const high = Math.max(block.length, 1);
  const look = added > 0 ? { look: { ...scene.look, always: new Set([...scene.look.always, ...[...ids].filter((id) => !before.has(id))]) } } : {};
  const tall = Math.max(high, range.bottom - range.top + 1);
  const broad = Math.max(wide, range.right - range.left + 1);
  return {
    ...look, said,
    ...(edits.length > 0 ? { edits, what: say("grid.what.paste", { rows: high, columns: wide }) } : {}),
    // The focus stays where the block begins.
    selection: { head: { line: range.top, column: range.left }, anchor: { line: Math.min(range.top + tall, scene.arrangement.lines.length) - 1, column: Math.min(range.left + broad, scene.layout.columns.length) - 1 } },
  };
}
