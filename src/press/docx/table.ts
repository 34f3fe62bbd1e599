import { Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from "docx";
import type { Cell, Line, Table as Words } from "#appendix/block.ts";
import { cellStyle, filled, INK, TABLE_BORDERS, type CELL_SIZES } from "./look.ts";
import { FROM_THE_RIGHT } from "./words.ts";

/** A longer row may go on over the next page. In characters of one cell. */
const LONG = 900;
const MARGINS = { marginUnitType: WidthType.DXA, top: 50, bottom: 50, left: 70, right: 70 } as const;

/** A table whose header row stands again on every page. @param width in twentieths of a point */
export function tableOf({ columns, rows }: Words, width: number, size: keyof typeof CELL_SIZES): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const styles = { plain: cellStyle(size, "plain"), strong: cellStyle(size, "strong"), soft: cellStyle(size, "soft"), open: cellStyle(size, "open") };
  const line = ({ text, as }: Line): Paragraph =>
    FROM_THE_RIGHT.test(text) ? new Paragraph({ style: styles[as ?? "plain"], bidirectional: true, children: [new TextRun({ text, rightToLeft: true })] }) : new Paragraph({ style: styles[as ?? "plain"], children: [new TextRun(text)] });
  const cell = (lines: Cell): TableCell => new TableCell({ children: lines.length === 0 ? [new Paragraph({ style: styles.plain })] : lines.map(line) });
  const head = new TableRow({
    tableHeader: true, cantSplit: true,
    children: columns.map(({ title }) => new TableCell({ shading: filled(INK), children: [new Paragraph({ style: cellStyle(size, "head"), children: [new TextRun(title)] })] })),
  });
  const body = rows.map((row) =>
    "group" in row
      ? new TableRow({ cantSplit: true, children: [new TableCell({ columnSpan: columns.length, shading: filled("ECECEC"), children: [new Paragraph({ style: styles.strong, keepNext: true, children: [new TextRun(row.group)] })] })] })
      : new TableRow({ cantSplit: row.cells.every((lines) => lines.reduce((sum, { text }) => sum + text.length, 0) < LONG), children: row.cells.map(cell) }),
  );
  return new Table({ width: { size: width, type: WidthType.DXA }, columnWidths: columns.map(({ share }) => Math.floor((width * share) / shares)), layout: TableLayoutType.FIXED, borders: TABLE_BORDERS, margins: MARGINS, rows: [head, ...body] });
}
