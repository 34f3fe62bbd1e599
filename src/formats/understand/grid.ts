import { address, type Sheet } from "../workbook.ts";

/** One sheet as trimmed texts, with merged cells looked through. Rows and columns from 0. */
export interface Grid {
  readonly sheet: Sheet;
  readonly height: number;
  readonly width: number;
  /** The cell's own text; empty for blank cells and for the covered cells of a merge. */
  text(row: number, column: number): string;
  /** Like `text`, but a cell covered by a merge shows what the merge shows. */
  seen(row: number, column: number): string;
  /** Last column of the merge that starts in or covers this cell; the column itself without a merge. */
  reaches(row: number, column: number): number;
  /** Whether the cell lies in a merge that began in a row above. */
  continues(row: number, column: number): boolean;
  /** Columns of the row's own texts, left to right. */
  filled(row: number): readonly number[];
  /** Where the cell stands in the file, as the reader finds it. */
  at(row: number, column: number): string;
}

export function gridOf(sheet: Sheet): Grid {
  const texts = sheet.rows.map((row, r) => row.map((value, c) => (value === null ? "" : tidy(sheet.shown.get(`${r},${c}`) ?? String(value)))));
  const filled = texts.map((row) => row.flatMap((text, c) => (text === "" ? [] : [c])));
  while (filled.length > 0 && filled[filled.length - 1]?.length === 0) {
    filled.pop();
    texts.pop();
  }
  const width = filled.reduce((most, columns) => Math.max(most, (columns[columns.length - 1] ?? -1) + 1), 0);
  const merges = new Map<string, (typeof sheet.merges)[number]>();
  for (const merge of sheet.merges)
    for (let r = merge.row; r <= Math.min(merge.lastRow, texts.length - 1); r++)
      for (let c = merge.column; c <= Math.min(merge.lastColumn, Math.max(width, merge.column) - 1 + 1); c++) merges.set(`${r},${c}`, merge);
  const text = (row: number, column: number) => texts[row]?.[column] ?? "";
  return {
    sheet,
    height: texts.length,
    width,
    text,
    seen: (row, column) => {
      const merge = merges.get(`${row},${column}`);
      return merge ? text(merge.row, merge.column) : text(row, column);
    },
    reaches: (row, column) => merges.get(`${row},${column}`)?.lastColumn ?? column,
    continues: (row, column) => (merges.get(`${row},${column}`)?.row ?? row) < row,
    filled: (row) => filled[row] ?? [],
    at: (row, column) => address(row + (sheet.firstLine ?? 1) - 1, column),
  };
}

const UNTIDY = /^\s|\s$|[\u200b-\u200d\u2060\ufeff\u00a0\u2007\u202f\t\r\n]| {20}/;

/** Without the spaces nobody sees: zero-width marks, hard spaces, blanks at the ends of lines. */
export const tidy = (text: string): string =>
  !UNTIDY.test(text)
    ? text
    : text
        .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
        .replace(/[\u00a0\u2007\u202f\t]/g, " ")
        .replace(/\r\n?/g, "\n")
        // Long runs of blanks say nothing, and patterns that look for blanks would take for ever.
        .replace(/ {20,}/g, " ".repeat(20))
        .replace(/\n{20,}/g, "\n".repeat(20))
        .split("\n")
        .map((line) => line.trim())
        .join("\n")
        .trim();

/** On one line, as a title or a header. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** For comparing what two people typed: small letters, no punctuation. */
export const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
