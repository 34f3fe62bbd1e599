import type { Column } from "./columns.ts";

/** Where every column stands: `lefts[i]` is the left edge of column `i`, and the last entry is the whole width. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly lefts: readonly number[];
}

/** Width of the margin in front of the title: the row's number and its findings. */
export const MARGIN = 64;

export function layoutOf(columns: readonly Column[]): Layout {
  const lefts = [MARGIN];
  for (const { width } of columns) lefts.push((lefts.at(-1) ?? 0) + width);
  return { columns, lefts };
}

/** What of the grid is drawn: lines and columns, the ends not included. The title is always drawn. */
export interface Window {
  readonly first: number;
  readonly end: number;
  readonly left: number;
  readonly right: number;
}

/** Lines drawn beyond each edge, and the steps in which the window moves: fewer lines to make than a quick turn of the wheel needs. */
const BEYOND = 6;
const STEP = 4;

/** Columns drawn in steps of so many, so that a scroll to the side seldom draws anew. */
const STRIDE = 4;

/** The window over what is scrolled to; pixels. */
export function windowOf({ lefts, columns }: Layout, lines: number, lineHeight: number, seen: { readonly top: number; readonly left: number; readonly width: number; readonly height: number }): Window {
  const first = Math.floor(Math.max(0, seen.top / lineHeight - BEYOND) / STEP) * STEP;
  const end = Math.ceil(((seen.top + seen.height) / lineHeight + BEYOND) / STEP) * STEP;
  let left = 1;
  while (left < columns.length - 1 && (lefts[left + 1] ?? 0) < seen.left + (lefts[1] ?? 0)) left++;
  let right = left;
  while (right < columns.length && (lefts[right] ?? 0) < seen.left + seen.width) right++;
  return { first: Math.min(first, lines), end: Math.min(Math.max(end, first), lines), left: Math.max(1, Math.floor((left - 1) / STRIDE) * STRIDE), right: Math.min(columns.length, Math.ceil((right + 1) / STRIDE) * STRIDE) };
}

/** Where to scroll so that a cell is in sight, moving as little as possible. */
export function scrollTo({ lefts }: Layout, lineHeight: number, headHeight: number, spot: { readonly line: number; readonly column: number }, seen: { readonly top: number; readonly left: number; readonly width: number; readonly height: number }): { readonly top: number; readonly left: number } {
  const y = spot.line * lineHeight;
  const room = seen.height - headHeight;
  const top = y < seen.top ? y : y + lineHeight > seen.top + room ? y + lineHeight - room : seen.top;
  if (spot.column === 0) return { top, left: seen.left };
  const frozen = lefts[1] ?? 0;
  const [from = 0, until = 0] = [lefts[spot.column], lefts[spot.column + 1]];
  const left = from - frozen < seen.left ? from - frozen : until > seen.left + seen.width ? Math.min(from - frozen, until - seen.width) : seen.left;
  return { top, left };
}
