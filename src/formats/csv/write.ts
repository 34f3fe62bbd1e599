import Papa from "papaparse";
import type { MatrixDocument } from "#core/model/document.ts";
import { cellsOf, matrixLayout } from "../remit-sheet/layout.ts";
import { cellText, inert } from "../safe-cell.ts";

/**
 * The Matrix sheet as CSV: UTF-8 with a byte order mark, lines ending in CRLF, one header row; a role's
 * party stands in brackets behind its name. No cell can run as a formula.
 */
export function writeCsv(document: MatrixDocument): string {
  const layout = matrixLayout(document);
  const head = layout.columns.map(({ header, party }) => (party === "" ? header : `${header} (${party})`));
  const rows = [head, ...layout.rows.map((row) => cellsOf(row, layout))].map((row) => row.map((cell) => inert(cellText(cell))));
  return `\ufeff${Papa.unparse(rows, { newline: "\r\n" })}\r\n`;
}
