import { oneLine, type Grid } from "./grid.ts";
import type { SheetReading, UnreadCell } from "./report.ts";

/** Keeps account of every filled cell of a sheet: each is understood, or listed as unread. */
export interface Tally {
  understood(row: number, column: number): void;
  unread(row: number, column: number, why: string): void;
  /** Cells nobody touched are unread too, so that the counts always add up. */
  close(): { readonly cells: SheetReading["cells"]; readonly unread: readonly UnreadCell[] };
}

export function tallyOf(grid: Grid): Tally {
  const seen = new Map<number, Uint8Array>();
  const unread = new Map<number, string>();
  const key = (row: number, column: number) => row * 16_384 + column;
  return {
    understood: (row, column) => {
      if (grid.text(row, column) === "") return;
      let cells = seen.get(row);
      if (!cells) seen.set(row, (cells = new Uint8Array((grid.filled(row).at(-1) ?? 0) + 1)));
      cells[column] = 1;
    },
    unread: (row, column, why) => {
      if (grid.text(row, column) !== "") unread.set(key(row, column), why);
    },
    close: () => {
      const list: UnreadCell[] = [];
      let filled = 0;
      for (let row = 0; row < grid.height; row++)
        for (const column of grid.filled(row)) {
          filled++;
          const why = unread.get(key(row, column)) ?? (seen.get(row)?.[column] === 1 ? undefined : "it stands outside the matrix");
          if (why !== undefined) list.push({ sheet: grid.sheet.name, address: grid.at(row, column), text: oneLine(grid.text(row, column)).slice(0, 200), why });
        }
      return { cells: { filled, understood: filled - list.length, unread: list.length }, unread: list };
    },
  };
}
