import Papa from "papaparse";
import { cellText, inert } from "../safe-cell.ts";

/** Rows of plain texts as CSV: UTF-8 with a byte order mark, lines ending in CRLF. No cell can run as a formula. */
export const writeChecklistCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${Papa.unparse(rows.map((row) => row.map((cell) => inert(cellText(cell)))), { newline: "\r\n" })}\r\n`;
