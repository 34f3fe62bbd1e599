import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Part } from "./cell-edits.ts";
import type { Cast, Column } from "./columns.ts";
import type { Arrangement, Line } from "./lines.ts";
import type { Look } from "./look.ts";
import type { Marks } from "./marks.ts";
import { rangeOf, rangesOf, spansAt, type Extent, type Range, type Rectangle, type Selection, type Spot } from "./selection.ts";
import type { Layout } from "./window.ts";

/** Everything a command looks at: the matrix, how it stands on the screen, and what is chosen. */
export interface Scene {
  readonly document: MatrixDocument;
  readonly cast: Cast;
  readonly layout: Layout;
  readonly arrangement: Arrangement;
  readonly look: Look;
  readonly selection: Selection;
  readonly marks: Marks;
  /** Lines that fit on the screen. */
  readonly page: number;
  readonly writable: boolean;
}

export const extentOf = ({ arrangement, layout }: Pick<Scene, "arrangement" | "layout">): Extent => ({ lines: arrangement.lines.length, columns: layout.columns.length });

export const chosenRange = (scene: Scene): Range => rangeOf(scene.selection, extentOf(scene));

/** Every range that is chosen, the one with the focus last. */
export const chosenRanges = (scene: Scene): readonly Range[] => rangesOf(scene.selection, extentOf(scene));

export const rowAt = ({ document, arrangement }: Pick<Scene, "document" | "arrangement">, line: number): Activity | undefined => {
  const here = arrangement.lines[line];
  return here?.kind === "row" ? document.activities[here.place] : undefined;
};

export const lineAt = ({ arrangement }: Pick<Scene, "arrangement">, line: number): Line | undefined => arrangement.lines[line];

export const columnAt = ({ layout }: Pick<Scene, "layout">, column: number): Column | undefined => layout.columns[column];

/** The rows of a range, headings of groups left out. */
export function rowsIn(scene: Pick<Scene, "document" | "arrangement">, { top, bottom }: Pick<Range, "top" | "bottom">): Activity[] {
  const rows: Activity[] = [];
  for (let line = top; line <= bottom; line++) {
    const row = rowAt(scene, line);
    if (row) rows.push(row);
  }
  return rows;
}

export const columnsIn = ({ layout }: Pick<Scene, "layout">, { left, right }: Pick<Range, "left" | "right">): readonly Column[] => layout.columns.slice(left, right + 1);

/** The chosen rows, each with its chosen columns, in the order of the screen; a row in several ranges stands here once. */
export function chosenParts(scene: Scene): Part[] {
  const ranges = chosenRanges(scene);
  const parts: Part[] = [];
  const known = new Map<string, readonly Column[]>();
  const bottom = Math.max(...ranges.map((range) => range.bottom));
  for (let line = Math.min(...ranges.map(({ top }) => top)); line <= bottom; line++) {
    const row = rowAt(scene, line);
    const spans = row ? spansAt(ranges, line) : [];
    if (!row || spans.length === 0) continue;
    const key = spans.join(" ");
    let columns = known.get(key);
    if (!columns) known.set(key, (columns = spans.flatMap(([left, right]) => scene.layout.columns.slice(left, right + 1))));
    parts.push({ row, columns });
  }
  return parts;
}

/** How many cells of rows ranges hold together: one that lies in two of them counts once, and the heading of a group is no cell. */
export function cellsIn({ lines }: Pick<Arrangement, "lines">, ranges: readonly Range[]): number {
  let cells = 0;
  const [only] = ranges;
  if (only && ranges.length === 1) {
    for (let line = only.top; line <= only.bottom; line++) if (lines[line]?.kind === "row") cells += only.right - only.left + 1;
    return cells;
  }
  const bottom = Math.min(Math.max(...ranges.map((range) => range.bottom)), lines.length - 1);
  for (let line = Math.min(...ranges.map(({ top }) => top)); line <= bottom; line++)
    if (lines[line]?.kind === "row") for (const [left, right] of spansAt(ranges, line)) cells += right - left + 1;
  return cells;
}

/** The cell that is meant when somebody writes: the one with the focus, or the nearest row of the range that ends on a heading. */
export function writtenSpot(scene: Scene): Spot | undefined {
  const { head, anchor } = scene.selection;
  if (lineAt(scene, head.line)?.kind === "row") return head;
  const { top, bottom } = chosenRange(scene);
  const step = anchor.line < head.line ? -1 : 1;
  for (let line = head.line; line >= top && line <= bottom; line += step) if (lineAt(scene, line)?.kind === "row") return { line, column: head.column };
  return undefined;
}

/** The selection after lines or columns moved: it follows its cell, and shrinks to it where the rectangle fell apart. */
export function followed(selection: Selection, before: Pick<Scene, "arrangement" | "layout">, after: Pick<Scene, "arrangement" | "layout">): Selection {
  const line = (at: number): number => after.arrangement.lineOf.get(before.arrangement.lines[at]?.key ?? "") ?? Math.max(0, Math.min(at, after.arrangement.lines.length - 1));
  const column = (at: number): number => Math.max(0, after.layout.columns.findIndex(({ key }) => key === before.layout.columns[at]?.key));
  const moved = (one: Rectangle): Rectangle => {
    const [anchor, head] = [one.anchor, one.head].map((spot) => ({ line: line(spot.line), column: column(spot.column) })) as [Rectangle["anchor"], Rectangle["head"]];
    const kept = Math.abs(anchor.line - head.line) === Math.abs(one.anchor.line - one.head.line) && Math.abs(anchor.column - head.column) === Math.abs(one.anchor.column - one.head.column);
    return kept ? { ...one, anchor, head } : { anchor: head, head };
  };
  const { more, ...now } = selection;
  return more ? { ...moved(now), more: more.map(moved) } : moved(now);
}
