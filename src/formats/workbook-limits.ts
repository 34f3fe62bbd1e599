import { UnreadableFile, type Sheet } from "./workbook.ts";

export const MOST_COLUMNS = 2_000;
export const MOST_ROWS = 200_000;
const MOST_SHEETS = 500;

/**
 * Refuses files no matrix can be: of more than 500 sheets or tables, wider than 2,000 columns or longer than 200,000 rows, counted to the
 * last cell that holds something.
 * @throws UnreadableFile
 */
export function refuseOversized(sheets: readonly Sheet[]): void {
  if (sheets.length > MOST_SHEETS)
    throw new UnreadableFile("too-large", `the file has ${say(sheets.length)} sheets or tables, more than ${say(MOST_SHEETS)}`, "keep the ones that belong to the matrix and save it again");
  for (const sheet of sheets) {
    let columns = 0;
    let rows = 0;
    sheet.rows.forEach((row, r) => {
      let last = row.length - 1;
      while (last >= columns && (row[last] === null || row[last] === "")) last--;
      if (last >= columns) columns = last + 1;
      if (rows <= r && row.some((value) => value !== null && value !== "")) rows = r + 1;
    });
    if (columns > MOST_COLUMNS) throw tooWide(columns, sheet.name);
    if (rows > MOST_ROWS) throw tooLong(rows, sheet.name);
  }
}

const say = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

export const tooWide = (columns: number, sheet: string): UnreadableFile =>
  new UnreadableFile("too-wide", `the sheet has ${say(columns)} columns, more than ${say(MOST_COLUMNS)}`, "keep the columns that belong to the matrix and save it again", `sheet ${sheet}`);

export const tooLong = (rows: number, sheet: string): UnreadableFile =>
  new UnreadableFile("too-large", `the sheet has ${say(rows)} rows, more than ${say(MOST_ROWS)}`, "split it, or keep the rows that belong to the matrix", `sheet ${sheet}`);
