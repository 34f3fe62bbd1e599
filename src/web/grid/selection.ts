/** A cell by the numbers of its line and column on the screen. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** A rectangle of cells: where it began, and where it ends now. */
export interface Rectangle {
  readonly anchor: Spot;
  readonly head: Spot;
  /** Whole rows or columns stay whole while the selection grows; all of it stays all. */
  readonly whole?: "rows" | "columns" | "all";
}

/** The rectangle that keys and pointer move, whose `head` is the cell with the focus, and those chosen before it with Ctrl. */
export interface Selection extends Rectangle {
  readonly more?: readonly Rectangle[];
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
export function rangeOf({ anchor, head, whole }: Rectangle, { lines, columns }: Extent): Range {
  const across = whole === "rows" || whole === "all" ? { left: 0, right: columns - 1 } : { left: Math.min(anchor.column, head.column), right: Math.max(anchor.column, head.column) };
  const down = whole === "columns" || whole === "all" ? { top: 0, bottom: lines - 1 } : { top: Math.min(anchor.line, head.line), bottom: Math.max(anchor.line, head.line) };
  return { ...down, ...across };
}

/** Every range that is chosen, the one with the focus last. */
export const rangesOf = (selection: Selection, extent: Extent): readonly Range[] => [...(selection.more ?? []).map((one) => rangeOf(one, extent)), rangeOf(selection, extent)];

/** Another rectangle beside those that are chosen; one that is a single chosen cell itself is let go of again. */
export function beside({ more = [], ...now }: Selection, next: Rectangle): Selection {
  const single = ({ anchor, head, whole }: Rectangle): boolean => whole === undefined && anchor.line === head.line && anchor.column === head.column;
  const same = (one: Rectangle): boolean => single(one) && single(next) && one.head.line === next.head.line && one.head.column === next.head.column;
  const others = more.filter((one) => !same(one));
  if (others.length < more.length) return { ...now, more: others };
  const last = others.at(-1);
  if (same(now)) return last ? { ...last, more: others.slice(0, -1) } : now;
  return { ...next, more: [...others, now] };
}

/** The selection grown to a spot, from where it began. */
export const extended = (selection: Selection, to: Spot): Selection => ({ ...selection, head: to });

export const rows = (from: number, to: number, column = 0): Selection => ({ anchor: { line: from, column }, head: { line: to, column }, whole: "rows" });
export const column = (from: number, to: number, line = 0): Selection => ({ anchor: { line, column: from }, head: { line, column: to }, whole: "columns" });
/** Every line and column; the focus stays where it is. */
export const everything = (head: Spot): Selection => ({ anchor: head, head, whole: "all" });

export const isSingle = (range: Range): boolean => range.top === range.bottom && range.left === range.right;

/** The chosen columns of a line as pairs of the first and the last, in order; they do not touch each other. */
export function spansAt(ranges: readonly Range[], line: number): readonly (readonly [number, number])[] {
  const here = ranges.filter(({ top, bottom }) => line >= top && line <= bottom).map(({ left, right }): [number, number] => [left, right]);
  if (here.length < 2) return here;
  const spans: [number, number][] = [];
  for (const [left, right] of here.toSorted((a, b) => a[0] - b[0])) {
    const last = spans.at(-1);
    if (last && left <= last[1] + 1) last[1] = Math.max(last[1], right);
    else spans.push([left, right]);
  }
  return spans;
}
