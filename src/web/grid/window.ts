import type { Column } from "./columns.ts";

/** Where every column stands: `lefts[i]` is the left edge of column `i`, and the last entry is the whole width. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly lefts: readonly number[];
  /** How many columns stand still at the side while the others scroll; the title always does. */
  readonly frozen: number;
}

/** Width of the margin in front of the title: the row's number and its findings. */
export const MARGIN = 64;

/** Share of the room that may stand still: the rest must still have a place to scroll in. */
const MOST_FROZEN = 0.7;
/** Beside an open panel, which shows the rest of the row, more of it may: what stands still shall not jump when one opens. */
const MOST_BESIDE = 0.9;

/**
 * @param freeze key of the last column that stands still.
 * @param room width of the grid in pixels; what does not leave enough of it to scroll in is not frozen.
 * @param beside whether a panel stands beside the grid.
 */
export function layoutOf(columns: readonly Column[], freeze?: string, room = Number.POSITIVE_INFINITY, beside = false): Layout {
  const lefts = [MARGIN];
  for (const { width } of columns) lefts.push((lefts.at(-1) ?? 0) + width);
  let frozen = Math.max(1, columns.findIndex(({ key }) => key === freeze) + 1);
  while (frozen > 1 && (lefts[frozen] ?? 0) > room * (beside ? MOST_BESIDE : MOST_FROZEN)) frozen--;
  return { columns, lefts, frozen };
}

/** Width of what stands still. */
export const frozenWidth = ({ lefts, frozen }: Layout): number => lefts[frozen] ?? 0;

/** CSS pixels across a sheet of A4 on its side, and the scale below which nobody reads what is printed. */
const SHEET = 1_040;
const SMALLEST = 0.4;

/** How much smaller the grid must be to lie whole on a sheet. */
export const fitOnPaper = ({ lefts }: Layout): number => Math.max(SMALLEST, Math.min(1, SHEET / (lefts.at(-1) ?? 1)));

/** What of the grid is drawn: lines and columns, the ends not included. What is frozen is always drawn. */
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
export function windowOf(layout: Layout, lines: number, lineHeight: number, seen: { readonly top: number; readonly left: number; readonly width: number; readonly height: number }): Window {
  const { lefts, columns, frozen } = layout;
  const first = Math.floor(Math.max(0, seen.top / lineHeight - BEYOND) / STEP) * STEP;
  const end = Math.ceil(((seen.top + seen.height) / lineHeight + BEYOND) / STEP) * STEP;
  let left = frozen;
  while (left < columns.length - 1 && (lefts[left + 1] ?? 0) < seen.left + frozenWidth(layout)) left++;
  let right = left;
  while (right < columns.length && (lefts[right] ?? 0) < seen.left + seen.width) right++;
  return { first: Math.min(first, lines), end: Math.min(Math.max(end, first), lines), left: Math.max(frozen, Math.floor((left - 1) / STRIDE) * STRIDE), right: Math.max(frozen, Math.min(columns.length, Math.ceil((right + 1) / STRIDE) * STRIDE)) };
}

/** Where to scroll so that a cell is in sight, moving as little as possible. */
export function scrollTo(layout: Layout, lineHeight: number, headHeight: number, spot: { readonly line: number; readonly column: number }, seen: { readonly top: number; readonly left: number; readonly width: number; readonly height: number }): { readonly top: number; readonly left: number } {
  const y = spot.line * lineHeight;
  const room = seen.height - headHeight;
  const top = y < seen.top ? y : y + lineHeight > seen.top + room ? y + lineHeight - room : seen.top;
  const { lefts } = layout;
  if (spot.column < layout.frozen) return { top, left: seen.left };
  const frozen = frozenWidth(layout);
  const [from = 0, until = 0] = [lefts[spot.column], lefts[spot.column + 1]];
  const left = from - frozen < seen.left ? from - frozen : until > seen.left + seen.width ? Math.min(from - frozen, until - seen.width) : seen.left;
  return { top, left };
}
