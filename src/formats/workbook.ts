/** What a cell holds, as the sheet's reader would see it. Dates are ISO texts. */
export type CellValue = string | number | boolean | null;

/** One sheet as plain cells, whatever file it came from. */
export interface Sheet {
  readonly name: string;
  /** `rows[r][c]`, both from 0; rows may have different lengths. */
  readonly rows: readonly (readonly CellValue[])[];
  readonly hidden: boolean;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Merged ranges, both ends included, from 0. Only the first cell holds the value. */
  readonly merges: readonly { readonly row: number; readonly column: number; readonly lastRow: number; readonly lastColumn: number }[];
  /** Cells whose value a formula computed: `"r,c"`. */
  readonly formulas: ReadonlySet<string>;
  /** Cells that hold a number but show another text (`8.1` shown as `8.10`): `"r,c"` to the text. */
  readonly shown: ReadonlyMap<string, string>;
  /** Where row 0 stands in the file (Markdown tables start at their line). From 1. */
  readonly firstLine?: number;
}

export interface Workbook {
  readonly kind: "xlsx" | "csv" | "md";
  readonly sheets: readonly Sheet[];
  /** What the file calls itself: the one top heading of a Markdown file. */
  readonly title?: string;
}

/** `A1`-style address of a cell, row and column from 0. */
export function address(row: number, column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** Why a file cannot be read, in the reader's words, and what to do about it. */
export class UnreadableFile extends Error {
  readonly code: "too-large" | "damaged" | "password" | "zip-bomb" | "not-a-spreadsheet" | "encoding" | "too-wide" | "empty" | "old-format" | "too-slow";
  readonly remedy: string;
  /** Sheet, line or part of the file, where it is known. */
  readonly place: string | undefined;
  constructor(code: UnreadableFile["code"], message: string, remedy: string, place?: string) {
    super(message);
    this.name = "UnreadableFile";
    this.code = code;
    this.remedy = remedy;
    this.place = place;
  }
}
