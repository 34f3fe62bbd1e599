import { colToLetter, rangeRef, type CellStyle, type ConditionalRule, type DataValidation, type WriteSheet } from "hucre/xlsx";
import { cellText } from "../safe-cell.ts";

/** A sheet before the library's shape: rows of texts, and how its columns look. */
export interface SheetPlan {
  readonly name: string;
  readonly columns: readonly { readonly width: number; readonly style: CellStyle; readonly hidden?: boolean }[];
  readonly head: readonly (readonly string[])[];
  /** Style of a header cell by row and column. */
  readonly headStyle: (row: number, column: number) => CellStyle;
  readonly headHeights: readonly number[];
  readonly body: readonly (readonly string[])[];
  /** In points, by row of the body. */
  readonly bodyHeights: readonly number[];
  /** Columns that stay in sight. */
  readonly frozen: number;
  readonly merges?: WriteSheet["merges"];
  readonly lists?: readonly DataValidation[];
  readonly looks?: readonly ConditionalRule[];
  /** Printed as one page wide, or at a scale with breaks after these columns. */
  readonly print: { readonly scale?: number; readonly breaks?: readonly number[]; readonly repeat?: string; readonly area?: string };
  readonly title: string;
}

/** What spreadsheet programs show as an error, or as another character, when it stands alone in a cell. */
const ERRORS = /^#(VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

/** Short words, as most cells hold: nothing in them needs care. */
const ORDINARY = /^[A-Za-z0-9][A-Za-z0-9 .,:()/?-]{0,80}$/;

/**
 * A text as the library stores it word for word: it would make errors of `#N/A`, and readers would
 * make characters of `_x0041_`.
 */
function stored(text: string): string | null {
  if (text === "") return null;
  if (ORDINARY.test(text)) return text;
  const plain = cellText(text);
  const safe = plain.includes("_x") ? plain.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") : plain;
  return ERRORS.test(safe) ? safe.replace("#", "_x0023_") : safe;
}

/** Empty cells behind the last text are left out: a large matrix is mostly empty there. */
const rowOf = (row: readonly string[]): (string | null)[] => row.slice(0, row.findLastIndex((text) => text !== "") + 1).map(stored);

/** The library's sheet for a plan: filter, frozen panes, lists, print set-up. */
export function sheetOf(plan: SheetPlan): WriteSheet {
  const headRows = plan.head.length;
  const last = Math.max(headRows, headRows + plan.body.length - 1);
  const lastColumn = plan.columns.length - 1;
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  plan.head.forEach((row, r) => plan.columns.forEach((_, c) => cells.set(`${r},${c}`, { value: stored(row[c] ?? ""), style: plan.headStyle(r, c) })));
  const { scale, breaks = [], repeat, area } = plan.print;
  return {
    name: plan.name,
    columns: plan.columns.map(({ width, style, hidden }) => ({ width, style, ...(hidden ? { hidden } : {}) })),
    rows: [...plan.head.map(rowOf), ...plan.body.map(rowOf)],
    cells,
    rowDefs: new Map([...plan.headHeights, ...plan.bodyHeights].map((height, row) => [row, { height }])),
    freezePane: { rows: headRows, ...(plan.frozen > 0 ? { columns: plan.frozen } : {}) },
    autoFilter: { range: rangeRef(headRows - 1, 0, Math.max(last, headRows), lastColumn) },
    ...(plan.merges && plan.merges.length > 0 ? { merges: plan.merges } : {}),
    ...(plan.lists && plan.lists.length > 0 ? { dataValidations: [...plan.lists] } : {}),
    ...(plan.looks && plan.looks.length > 0 ? { conditionalRules: [...plan.looks] } : {}),
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `$1:$${headRows}`,
      ...(area ? { printArea: area } : {}),
      ...(repeat ? { printTitlesColumn: repeat } : {}),
      ...(scale === undefined ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : { scale }),
    },
    ...(breaks.length > 0 ? { colBreaks: [...breaks] } : {}),
    headerFooter: pageEdges(plan.title, plan.name),
    view: { showGridLines: false },
  };
}

/** Title above, page number below; an ampersand is the format's own escape. */
export const pageEdges = (title: string, sheet: string): NonNullable<WriteSheet["headerFooter"]> => ({
  oddHeader: `&L&B${printable(title, 120)}&B&R${printable(sheet, 30)}`,
  oddFooter: "&L&8Responsibility matrix, made with Remit&R&8Page &P of &N",
});

const printable = (text: string, most: number): string => cellText(text).replace(/\s+/g, " ").slice(0, most).toWellFormed().replace(/&/g, "&&");

export const column = colToLetter;
export const range = rangeRef;
