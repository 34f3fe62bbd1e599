import Papa from "papaparse";
import { awake } from "../safe-cell.ts";
import { UnreadableFile, type CellValue, type Sheet, type Workbook } from "../workbook.ts";
import { MOST_COLUMNS, MOST_ROWS, refuseOversized, tooLong, tooWide } from "../workbook-limits.ts";
import { readText } from "./read-text.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;

/**
 * The cells of a CSV, TSV or semicolon file: one sheet named like the file, and what was noticed.
 * @throws UnreadableFile
 */
export function readCsv(bytes: Uint8Array, name: string): { readonly workbook: Workbook; readonly notes: readonly string[] } {
  const { text, encoding } = readText(bytes);
  const body = /^sep=.\r?\n/i.test(text) ? text.slice(text.indexOf("\n") + 1) : text;
  const delimiter = body === text ? guessDelimiter(body) : text.charAt(4);
  const rows: CellValue[][] = [];
  const oddQuotes: number[] = [];
  let begin = 0;
  let refusal: UnreadableFile | undefined;
  Papa.parse<string[]>(body, {
    delimiter,
    step: ({ data, errors, meta }, parser) => {
      const start = begin;
      begin = meta.cursor;
      for (const { code } of errors) {
        if (code === "MissingQuotes") refusal = unclosed(lineAt(text, body, start));
        else if (code === "InvalidQuotes") oddQuotes.push(lineAt(text, body, start));
      }
      if (refusal) parser.abort();
      else if (data.length > MOST_COLUMNS && data.slice(MOST_COLUMNS).some((value) => value !== "")) refusal = tooWide(data.length, name);
      else if (rows.length > MOST_ROWS) refusal = tooLong(rows.length, name);
      if (refusal) parser.abort();
      else rows.push(data.map((value) => (value === "" ? null : awake(value))));
    },
  });
  if (refusal) throw refusal;
  if (!rows.some((row) => row.length > 1)) {
    const filled = rows.filter((row) => row[0] !== null && row[0] !== undefined).length;
    if (filled === 0) throw new UnreadableFile("empty", "the file has no rows", "choose another file");
  }
  const sheet: Sheet = { name, rows, hidden: false, hiddenRows: new Set(), hiddenColumns: new Set(), merges: [], formulas: new Set(), shown: new Map() };
  refuseOversized([sheet]);
  const notes = [
    ...(encoding === "Windows-1252" ? ["the file is not UTF-8 and was read as Windows-1252; look at letters with accents"] : []),
    ...(encoding === "UTF-16" ? ["the file was read as UTF-16"] : []),
    ...(oddQuotes.length > 0 ? [`the quotation marks of ${oddQuotes.length === 1 ? "a cell" : `${oddQuotes.length} cells`} do not match (line ${[...new Set(oddQuotes)].slice(0, 10).join(", ")}); look whether the text is complete`] : []),
    ...(delimiter === ";" ? ["columns are separated by semicolons"] : []),
  ];
  return { workbook: { kind: "csv", sheets: [sheet] }, notes };
}

/** Everything behind such a mark would be one cell, and the rows behind it lost without a word. */
const unclosed = (line: number): UnreadableFile =>
  new UnreadableFile("damaged", "a quotation mark is opened and never closed, so the rows behind it cannot be told apart", "close or remove the mark, or save the sheet again as CSV or .xlsx", `line ${line}`);

/** The line of the file (from 1) on which the row at this offset of the body begins. */
const lineAt = (text: string, body: string, offset: number): number => text.slice(0, text.length - body.length + offset).split("\n").length;

/** The separator that cuts the first lines into the most columns most evenly, quotes respected. */
export function guessDelimiter(text: string): string {
  let best = ",";
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(text.slice(0, 40_000), { delimiter, preview: 30 });
    const widths = data.filter((row) => row.length > 1 || row[0] !== "").map((row) => row.length);
    const many = widths.filter((width) => width > 1);
    if (many.length === 0) continue;
    const usual = [...many].sort((a, b) => a - b)[many.length >> 1] ?? 1;
    const even = many.filter((width) => width === usual).length / widths.length;
    const score = even * 10 + Math.min(usual, 20) / 4;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}
