/** A cell by the numbers of its line and column on the screen. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** A rectangle of cells: where it began, and where it ends now. `head` is the cell with the focus. */
export interface Selection {
  readonly anchor: Spot;
  readonly head: Spot;
  /** Whole rows or columns stay whole while the selection grows. */
  readonly whole?: "rows" | "columns";
}

export interface Extent {
  readonly lines: number;
  readonly columns: number;
}

export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most - 1));

/** The spot inside the grid that is nearest. */
export const within = ({ line, column }: Spot, { lines, columns }: Extent): Spot => ({ line: clamp(line, lines), column: clamp(column, columns) });

export const at = (spot: Spot): Selection => ({ anchor: spot, head: spot });

/** Both corners included. */
export function rangeOf({ anchor, head, whole }: Selection, { lines, columns }: Extent): Range {
  const across = whole === "rows" ? { left: 0, right: columns - 1 } : { left: Math.min(anchor.column, head.column), right: Math.max(anchor.column, head.column) };
  const down = whole === "columns" ? { top: 0, bottom: lines - 1 } : { top: Math.min(anchor.line, head.line), bottom: Math.max(anchor.line, head.line) };
  return { ...down, ...across };
}

/** The selection grown to a spot, from where it began. */
export const extended = (selection: Selection, to: Spot): Selection => ({ ...selection, head: to });

export const rows = (from: number, to: number, column = 0): Selection => ({ anchor: { line: from, column }, head: { line: to, column }, whole: "rows" });
export const column = (from: number, to: number, line = 0): Selection => ({ anchor: { line, column: from }, head: { line, column: to }, whole: "columns" });
export const everything = ({ lines, columns }: Extent, head: Spot): Selection => ({ anchor: { line: head.line === 0 ? lines - 1 : 0, column: head.column === 0 ? columns - 1 : 0 }, head });

export const isSingle = (range: Range): boolean => range.top === range.bottom && range.left === range.right;

/** How many cells a range holds. */
export const sizeOf = ({ top, bottom, left, right }: Range): number => (bottom - top + 1) * (right - left + 1);
