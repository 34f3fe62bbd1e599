import { address, type Sheet, type Workbook } from "#formats/workbook.ts";
import type { ImportReport, SheetReading, UnreadCell } from "#formats/understand/report.ts";
import { cellText } from "../safe-cell.ts";

const ORDINARY = /^(?:[!-~](?:[ -~]{0,200}[!-~])?)?$/;

/** Text as two cells are compared by: one spelling of line ends, no blanks at the ends of lines. */
export const plain = (text: string): string =>
  // Most cells are short words already, and a matrix has many.
  ORDINARY.test(text) ? text : cellText(text).replace(/[\s\u200b]*\n/g, "\n").replace(/[^\S\n]*$/g, "").trim();

/** What a cell of a sheet says, as a reader sees it. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  const value = sheet.rows[row]?.[column];
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return plain(sheet.shown.get(`${row},${column}`) ?? String(value));
}

/** What was changed and what could not be, by sheet and address. */
export class Reading {
  readonly unread: UnreadCell[] = [];
  readonly notes: { sheet: string; address?: string; text: string }[] = [];
  readonly sheets: SheetReading[] = [];
  readonly #sheet: string;
  readonly #all: Reading;

  constructor(sheet = "", all?: Reading) {
    this.#sheet = sheet;
    this.#all = all ?? this;
  }

  /** The same report, speaking of one sheet. */
  of(sheet: string): Reading {
    return new Reading(sheet, this.#all);
  }

  /** How a sheet was taken, for the report. */
  took(sheet: SheetReading): void {
    this.#all.sheets.push(sheet);
  }

  cannot(row: number, column: number, text: string, why: string): void {
    this.#all.unread.push({ sheet: this.#sheet, address: address(row, column), text, why });
  }

  note(text: string, row?: number, column = 0): void {
    this.#all.notes.push({ sheet: this.#sheet, ...(row === undefined ? {} : { address: address(row, column) }), text });
  }

  unreadHere(): number {
    return this.#all.unread.filter(({ sheet }) => sheet === this.#sheet).length;
  }

  report(workbook: Workbook): ImportReport {
    return { file: "", kind: workbook.kind, sheets: this.sheets, questions: [], places: {}, unread: this.unread, notes: this.notes };
  }
}

/** Cells of a sheet that hold something. */
export const filledCells = (sheet: Sheet): number => sheet.rows.reduce((sum, row) => sum + row.filter((value) => value !== null && value !== "").length, 0);

/** The row whose texts match most of the headers, among the first ten. */
export function headerRow(sheet: Sheet, headers: readonly string[]): number | undefined {
  const wanted = new Set(headers.map(plain));
  let best: number | undefined;
  let most = Math.min(2, wanted.size) - 1;
  for (let row = 0; row < Math.min(10, sheet.rows.length); row++) {
    const found = new Set((sheet.rows[row] ?? []).map((_, column) => textAt(sheet, row, column)).filter((text) => wanted.has(text)));
    if (found.size > most) [best, most] = [row, found.size];
  }
  return best;
}
