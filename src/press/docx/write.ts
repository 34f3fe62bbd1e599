import { AlignmentType, Bookmark, Document, Footer, HeadingLevel, ImageRun, InternalHyperlink, Packer, PageNumber, PageOrientation, Paragraph, SectionType, Table, TableCell, TableRow, TabStopType, WidthType, type ISectionOptions } from "docx";
import type { Block, Section } from "#appendix/block.ts";
import type { Paper } from "#appendix/paper.ts";
import type { Logo } from "../logo.ts";
import { A4, mm, OPEN, SOFT, STYLES, UNDERLINE, UPRIGHT, WIDE, WRITTEN_ON } from "./look.ts";
import { tableOf } from "./table.ts";
import { factOf, lineOf, run } from "./words.ts";

type Piece = Paragraph | Table;

/** An appendix as DOCX: real headings, header rows that come again, page numbers and fingerprint at every foot. */
export function writeDocx(paper: Paper, logo?: Logo): Promise<Buffer> {
  const document = new Document({
    title: `${paper.title}: contract appendix`.slice(0, 250), creator: "Remit", subject: paper.kicker, description: `${paper.foot}. SHA-256 ${paper.fingerprint}`, keywords: "responsibility matrix, contract appendix",
    styles: STYLES, features: { updateFields: false },
    sections: sheets(paper, logo),
  });
  return Packer.toBuffer(document);
}

/** Parts that lie the same way share a section of Word's. */
function sheets(paper: Paper, logo: Logo | undefined): ISectionOptions[] {
  const made: { wide: boolean; children: Piece[] }[] = [{ wide: false, children: firstPage(paper, logo) }];
  for (const [i, section] of paper.sections.entries()) {
    const last = made.at(-1);
    const sheet = last !== undefined && last.wide === section.wide && i > 0 ? last : { wide: section.wide, children: [] };
    if (sheet !== last) made.push(sheet);
    sheet.children.push(...sectionOf(section, i + 1));
  }
  return made.map(({ wide, children }) => {
    const edge = wide ? WIDE : UPRIGHT;
    const width = (wide ? A4.height : A4.width) - 2 * edge.side;
    return {
      properties: {
        type: SectionType.NEXT_PAGE,
        // Word turns the page itself: width and height stay those of the upright sheet.
        page: { size: { ...A4, orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: { left: edge.side, right: edge.side, top: edge.top, bottom: edge.bottom, footer: mm(8) } },
      },
      footers: { default: foot(paper, width) }, children,
    };
  });
}

const foot = ({ foot: words, fingerprint }: Paper, width: number): Footer =>
  new Footer({
    children: [
      new Paragraph({ spacing: { after: 0 }, tabStops: [{ type: TabStopType.RIGHT, position: width }], children: [run(words, { size: 15, color: SOFT }), run("\tPage ", { size: 15, color: SOFT }), run("", { size: 15, color: SOFT, children: [PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })] }),
      new Paragraph({ spacing: { after: 0 }, children: [run(`SHA-256 ${fingerprint}`, { size: 14, color: SOFT })] }),
    ],
  });

/** In pixels, at 96 to the inch: 18 mm high at most, and never wider than 70 mm. */
const TALLEST = 68;
const WIDEST = 265;

function firstPage(paper: Paper, logo: Logo | undefined): Piece[] {
  const scale = logo === undefined ? 1 : Math.min(TALLEST / logo.height, WIDEST / logo.width);
  return [
    new Paragraph({ spacing: { before: logo === undefined ? mm(16) : 0, after: mm(10) }, children: logo === undefined ? [] : [new ImageRun({ type: logo.kind, data: Buffer.from(logo.bytes), transformation: { width: Math.max(1, Math.round(logo.width * scale)), height: Math.max(1, Math.round(logo.height * scale)) }, altText: { name: "Logo", description: "Logo", title: "Logo" } })] }),
    lineOf({ text: paper.kicker, as: "strong" }, 22),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run(paper.title)] }),
    lineOf({ text: `between ${paper.between}` }, 25, { spacing: { after: 200 } }),
    ...paper.about.split("\n").filter(Boolean).map((text) => lineOf({ text }, undefined)),
    new Paragraph({ spacing: { after: 80 } }),
    ...paper.facts.map(({ word, text }) => factOf(word, text, word.startsWith("Fingerprint"))),
    ...paper.cautions.map((text) => new Paragraph({ spacing: { before: 100, after: 0 }, indent: { left: 140 }, border: { left: { style: "single", size: 18, space: 6, color: OPEN } }, children: [run(text, { bold: true, color: OPEN })] })),
    lineOf({ text: "Contents", as: "strong" }, 22, { spacing: { before: 400, after: 80 } }),
    ...paper.sections.map(({ title }, i) => new Paragraph({ spacing: { after: 40 }, children: [new InternalHyperlink({ anchor: `part-${i + 1}`, children: [run(`${i + 1}   ${title}`)] })] })),
  ];
}

function sectionOf({ title, wide, fresh, blocks }: Section, number: number): Piece[] {
  const edge = wide ? WIDE : UPRIGHT;
  const width = (wide ? A4.height : A4.width) - 2 * edge.side;
  let clause = 0;
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: fresh, children: [new Bookmark({ id: `part-${number}`, children: [run(`${number}   ${title}`)] })] }),
    ...blocks.flatMap((block) => blockOf(block, { width, wide, clause: block.is === "clause" ? `${number}.${++clause}` : "" })),
  ];
}

function blockOf(block: Block, { width, wide, clause }: { readonly width: number; readonly wide: boolean; readonly clause: string }): Piece[] {
  switch (block.is) {
    case "text": return block.lines.map((one) => lineOf(one, undefined));
    // Two tables that touch are one to Word.
    case "table": return [tableOf(block, width, wide ? "wide" : "upright"), new Paragraph({ spacing: { after: 120 } })];
    case "facts": return [...(block.head === "" ? [] : [subheading(block.head)]), ...block.facts.map(({ word, text }) => factOf(word, text, /^[0-9a-f]{64}$/.test(text)))];
    case "clause": return [subheading(`${clause}   ${block.head}`), ...block.lines.map((one) => lineOf(one, undefined))];
    case "sign": return [new Paragraph({ spacing: { before: 360, after: 60 }, keepNext: true, children: [run(`For ${block.party}`, { bold: true, size: 22 })] }), ...(block.name === "" ? [] : [lineOf({ text: block.name }, 22, { keepNext: true })]), signingLines(block.name === "" ? ["Name", "Post", "Place and date", "Signature"] : ["Place and date", "Signature"], width)];
  }
}

const subheading = (text: string): Paragraph => new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(text)] });

/** Lines to write on, two beside each other. */
function signingLines(words: readonly string[], width: number): Table {
  const gap = mm(10);
  const half = Math.floor((width - gap) / 2);
  const cell = (size: number, children: Paragraph[], line = false): TableCell => new TableCell({ width: { size, type: WidthType.DXA }, children, ...(line && { borders: WRITTEN_ON }) });
  const empty = (): Paragraph[] => [new Paragraph({ spacing: { before: 280, after: 0 }, keepNext: true })];
  const said = (word: string | undefined): Paragraph[] => [new Paragraph({ alignment: AlignmentType.START, keepNext: true, spacing: { after: 60 }, children: [run(word ?? "", { size: 16, color: SOFT })] })];
  const pairs = words.flatMap((word, i) => (i % 2 === 0 ? [[word, words[i + 1]] as const] : []));
  return new Table({
    width: { size: width, type: WidthType.DXA }, columnWidths: [half, gap, half], borders: UNDERLINE,
    rows: pairs.flatMap(([left, right]) => [
      new TableRow({ cantSplit: true, children: [cell(half, empty(), true), cell(gap, empty()), cell(half, empty(), true)] }),
      new TableRow({ cantSplit: true, children: [cell(half, said(left)), cell(gap, said(undefined)), cell(half, said(right))] }),
    ]),
  });
}
