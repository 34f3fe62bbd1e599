import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import type { Cell, Table as Words } from "#appendix/block.ts";
import { filled, INK, TABLE_BORDERS } from "./look.ts";
import { lineOf, run } from "./words.ts";

/** A longer row may go on over the next page. In characters of one cell. */
const LONG = 900;
const MARGINS = { top: 50, bottom: 50, left: 70, right: 70 } as const;

/** A table whose header row stands again on every page. @param width in twentieths of a point */
export function tableOf({ columns, rows }: Words, width: number, size: number): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((width * share) / shares));
  const cell = (lines: Cell, i: number): TableCell =>
    new TableCell({ width: { size: widths[i] ?? 0, type: WidthType.DXA }, margins: MARGINS, children: lines.length === 0 ? [new Paragraph({ spacing: { after: 0 } })] : lines.map((one) => lineOf(one, size, { spacing: { after: 30 } })) });
  const head = new TableRow({
    tableHeader: true, cantSplit: true,
    children: columns.map(({ title }, i) => new TableCell({ width: { size: widths[i] ?? 0, type: WidthType.DXA }, margins: MARGINS, shading: filled(INK), children: [new Paragraph({ spacing: { after: 0 }, keepNext: true, children: [white(title, size)] })] })),
  });
  const body = rows.map((row) =>
    "group" in row
      ? new TableRow({ cantSplit: true, children: [new TableCell({ columnSpan: columns.length, margins: MARGINS, shading: filled("ECECEC"), children: [lineOf({ text: row.group, as: "strong" }, size, { spacing: { after: 0 }, keepNext: true })] })] })
      : new TableRow({ cantSplit: row.cells.every((lines) => lines.reduce((sum, { text }) => sum + text.length, 0) < LONG), children: row.cells.map(cell) }),
  );
  return new Table({ width: { size: width, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED, borders: TABLE_BORDERS, rows: [head, ...body] });
}

const white = (title: string, size: number) => run(title, { bold: true, color: "FFFFFF", size });
