import { readFileSync } from "node:fs";
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";

/** The `docx` library used directly: the same headings, texts and tables, and nothing else. */
type Part = { readonly title: string; readonly blocks: readonly ({ readonly rows: readonly (readonly (readonly string[])[])[] } | { readonly lines: readonly string[] })[] };
const parts = JSON.parse(readFileSync(0, "utf8")) as readonly Part[];
const line = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] });
const document = new Document({
  sections: [{
    children: parts.flatMap(({ title, blocks }): (Paragraph | Table)[] => [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
      ...blocks.flatMap((block): (Paragraph | Table)[] =>
        "lines" in block ? block.lines.map(line) : [new Table({ rows: block.rows.map((cells, i) => new TableRow({ tableHeader: i === 0, children: cells.map((lines) => new TableCell({ children: lines.length === 0 ? [new Paragraph({})] : lines.map(line) })) })) })],
      ),
    ]),
  }],
});
process.stdout.write(await Packer.toBuffer(document));
