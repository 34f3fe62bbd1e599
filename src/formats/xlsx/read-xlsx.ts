import { readXlsx as unpack, type Sheet as RawSheet, type Workbook as RawWorkbook } from "hucre/xlsx";
import { UnreadableFile, type CellValue, type Sheet, type Workbook } from "../workbook.ts";
import { refuseOversized } from "../workbook-limits.ts";
import { shownNumber } from "./shown-number.ts";
import { guardZip } from "./zip-guard.ts";

/**
 * The cells of an .xlsx workbook. Formulas give the value Excel last computed; dates become ISO texts.
 * @throws UnreadableFile
 */
export async function readXlsx(bytes: Uint8Array): Promise<Workbook> {
  guardZip(bytes);
  const raw = await unpacked(bytes);
  if (raw.sheets.length === 0) throw new UnreadableFile("empty", "the workbook has no sheet", "choose another file");
  // Number formats cost as much as the reading itself, and matter only where a number has decimals.
  const fractional = raw.sheets.filter((sheet) => sheet.rows.some((row) => row.some((value) => typeof value === "number" && !Number.isInteger(value))));
  const styled = new Map<string, RawSheet>();
  if (fractional.length > 0)
    for (const sheet of (await unpacked(bytes, fractional.map((one) => one.name))).sheets) styled.set(sheet.name, sheet);
  const sheets = raw.sheets.map((sheet) => plainSheet(sheet, styled.get(sheet.name)));
  refuseOversized(sheets);
  return { kind: "xlsx", sheets };
}

async function unpacked(bytes: Uint8Array, styledSheets?: string[]): Promise<RawWorkbook> {
  try {
    return await unpack(bytes, styledSheets ? { readStyles: true, sheets: styledSheets } : {});
  } catch (problem) {
    // Whatever the library trips over, for the reader the file is damaged; its words name XML parts.
    const words = problem instanceof Error ? problem.message : String(problem);
    if (/over the \d+ limit/.test(words))
      throw new UnreadableFile("too-wide", "a sheet spans more than 20 million cells", "delete the rows and columns below and beside the matrix, then save it again");
    if (/zip bomb/.test(words)) throw new UnreadableFile("zip-bomb", "a part of the workbook is larger than it says", "open the file in Excel or LibreOffice and save it again as .xlsx");
    throw new UnreadableFile("damaged", "the workbook is damaged and cannot be read", "open it in Excel or LibreOffice, let it be repaired, and save it again as .xlsx");
  }
}

function plainSheet(raw: RawSheet, styled: RawSheet | undefined): Sheet {
  const formulas = new Set<string>();
  const shown = new Map<string, string>();
  const rows: CellValue[][] = raw.rows.map((row) => row.map(plainValue));
  for (const [key, cell] of raw.cells ?? []) {
    if (cell.formula === undefined) continue;
    formulas.add(key);
    const [r = 0, c = 0] = key.split(",").map(Number);
    if (cell.formulaResult !== undefined && rows[r]) rows[r][c] = plainValue(cell.formulaResult);
  }
  for (const [key, cell] of styled?.cells ?? []) {
    if (typeof cell.value !== "number" || cell.style?.numFmt === undefined) continue;
    const text = shownNumber(cell.value, cell.style.numFmt);
    if (text !== undefined && text !== String(cell.value)) shown.set(key, text);
  }
  const hiddenColumns = new Set<number>();
  raw.columns?.forEach((column, index) => column?.hidden && hiddenColumns.add(index));
  const hiddenRows = new Set<number>();
  for (const [index, row] of raw.rowDefs ?? []) if (row.hidden) hiddenRows.add(index);
  return {
    name: raw.name,
    rows,
    hidden: raw.hidden === true || raw.veryHidden === true,
    hiddenRows,
    hiddenColumns,
    merges: (raw.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({ row: startRow, column: startCol, lastRow: endRow, lastColumn: endCol })),
    formulas,
    shown,
  };
}

/** A file made by hand may hold what no keyboard types; nobody could see it in a title. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const CONTROLS = new RegExp(CONTROL, "g");

function plainValue(value: unknown): CellValue {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return null;
    const iso = value.toISOString();
    return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : `${iso.slice(0, 16)}Z`;
  }
  if (typeof value === "string") return CONTROL.test(value) ? value.replace(CONTROLS, "") : value;
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}
