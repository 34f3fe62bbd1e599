import type { Activity } from "#core/model/activity.ts";
import { say } from "../words.ts";
import type { Column } from "./columns.ts";
import type { Outcome } from "./outcome.ts";
import { copied, paste, type Pasted } from "./paste.ts";
import { chosenRange, columnsIn, extentOf, rowAt, rowsIn, type Scene } from "./scene.ts";
import { within, type Range, type Spot } from "./selection.ts";

/** A place in a pattern that goes on in both directions. */
const turn = (i: number, length: number): number => ((i % length) + length) % length;

/** Edits that fill cells, and how many they are. */
type Filled = Pick<Pasted, "edits" | "cells">;
const NONE: Filled = { edits: [], cells: 0 };

/** Edits that lay cells over rows, each read by the column it goes to. */
const lay = (block: readonly (readonly string[])[], rows: readonly Activity[], columns: readonly Column[]): Filled =>
  rows.length === 0 || columns.length === 0 ? NONE : paste(block, rows, columns, { rows: rows.length, columns: columns.length }, new Set());

/**
 * Edits that continue what stands in a range: rows repeat downwards or columns to the right, up to where the range is
 * empty to its end; where nothing is empty the first row or column is repeated. One row alone takes after the row
 * above it, one column alone after its left neighbour, as in spreadsheets.
 */
export function fillRange(scene: Scene, range: Range, way: "down" | "right"): Filled {
  const rows = rowsIn(scene, range);
  const columns = columnsIn(scene, range);
  const texts = copied(rows, columns);
  if (way === "down") {
    if (rows.length === 1) {
      const above = aboveOf(scene, range.top);
      return above ? lay(copied([above], columns), rows, columns) : NONE;
    }
    const own = texts.findLastIndex((row) => row.some(Boolean)) + 1;
    const pattern = own === rows.length ? 1 : own;
    return pattern === 0 ? NONE : lay(rows.slice(pattern).map((_, i) => texts[turn(i, pattern)] ?? []), rows.slice(pattern), columns);
  }
  const { columns: all } = scene.layout;
  if (columns.length === 1) return range.left === 0 ? NONE : lay(copied(rows, all.slice(range.left - 1, range.left)), rows, columns);
  const own = columns.findLastIndex((_, at) => texts.some((row) => row[at])) + 1;
  const pattern = own === columns.length ? 1 : own;
  return pattern === 0 ? NONE : lay(texts.map((row) => columns.slice(pattern).map((_, i) => row[turn(i, pattern)] ?? "")), rows, columns.slice(pattern));
}

function aboveOf(scene: Scene, top: number): Activity | undefined {
  for (let line = top - 1; line >= 0; line--) {
    const row = rowAt(scene, line);
    if (row) return row;
  }
  return undefined;
}

/** The range a fill reaches when its handle is pulled to a spot: the source grown along the longer way. */
export function pulledTo(source: Range, spot: Spot): Range {
  const down = Math.max(spot.line - source.bottom, source.top - spot.line, 0);
  const across = Math.max(spot.column - source.right, source.left - spot.column, 0);
  if (down === 0 && across === 0) return source;
  return down >= across
    ? { ...source, top: Math.min(source.top, spot.line), bottom: Math.max(source.bottom, spot.line) }
    : { ...source, left: Math.min(source.left, spot.column), right: Math.max(source.right, spot.column) };
}

/** Repeats the chosen range over the cells its handle was pulled across, in whichever direction. */
export function fillTo(scene: Scene, to: Range): Outcome {
  if (!scene.writable) return { said: say("grid.reading") };
  const source = chosenRange(scene);
  const rows = rowsIn(scene, source);
  const texts = copied(rows, columnsIn(scene, source));
  const selection = { anchor: within({ line: to.top, column: to.left }, extentOf(scene)), head: { line: to.bottom, column: to.right } };
  let filled = NONE;
  if (to.bottom > source.bottom || to.top < source.top) {
    const up = to.top < source.top;
    const target = rowsIn(scene, up ? { top: to.top, bottom: source.top - 1 } : { top: source.bottom + 1, bottom: to.bottom });
    filled = rows.length === 0 ? NONE : lay(target.map((_, i) => texts[turn(up ? i - target.length : i, rows.length)] ?? []), target, columnsIn(scene, source));
  } else if (to.right > source.right || to.left < source.left) {
    const back = to.left < source.left;
    const target = columnsIn(scene, back ? { left: to.left, right: source.left - 1 } : { left: source.right + 1, right: to.right });
    const wide = source.right - source.left + 1;
    filled = lay(texts.map((row) => target.map((_, i) => row[turn(back ? i - target.length : i, wide)] ?? "")), rows, target);
  }
  const { edits, cells: n } = filled;
  return edits.length === 0 ? { selection, said: say("grid.said.nothing") } : { selection, edits, what: say("grid.what.fill", { n }), said: say("grid.said.filled", { n }) };
}
