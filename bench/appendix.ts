import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { appendixOf, type Appendix } from "../src/appendix/appendix.ts";
import type { Section } from "../src/appendix/block.ts";
import { sectionsOf } from "../src/appendix/sections.ts";
import { matrixDigest } from "../src/core/model/canonical.ts";
import { CLAUSES } from "../src/library/clauses.ts";
import { printAppendix, writeAppendix } from "../src/press/appendix.ts";
import { duel, judge } from "./harness.ts";
import { benchMatrix } from "./inputs.ts";

/** An appendix of 300 rows against what its library alone takes for the same texts and tables; every run is a process of its own. */
const document = { ...benchMatrix(300, 12), clauses: [...CLAUSES], reviewEvery: "P3M" };
const at = "2026-11-22T09:00:00Z";
const made = (): Appendix => appendixOf(document, { digest: matrixDigest(document), personal: true, at });

/** The same content, plain: each table as rows of cells of lines, everything else as lines. */
const plain = (sections: readonly Section[]) =>
  sections.map(({ title, wide, blocks }) => ({
    title, wide,
    blocks: blocks.map((block) => {
      if (block.is === "table") return { rows: [block.columns.map((column) => [column.title]), ...block.rows.map((row) => ("group" in row ? [[row.group]] : row.cells.map((cell) => cell.map(({ text }) => text))))], columns: block.columns.length };
      if (block.is === "facts") return { lines: [block.head, ...block.facts.map(({ word, text }) => `${word}: ${text}`)].filter(Boolean) };
      if (block.is === "sign") return { lines: [`For ${block.party}`] };
      return { lines: block.lines.map(({ text }) => text) };
    }),
  }));
const parts = plain(sectionsOf(made()));

const quoted = (text: string): string => `#${JSON.stringify(text)}`;
const typst = `#set document(title: "Plain")\n#set text(9pt, font: "Inter", lang: "en")\n#set page(paper: "a4", flipped: true)\n${parts
  .map(({ title, blocks }) =>
    [`= ${quoted(title)}`, ...blocks.map((block) => {
      if (block.lines !== undefined) return block.lines.map((line) => `${quoted(line)}\n`).join("\n");
      const [head = [], ...rows] = block.rows;
      const cell = (lines: readonly string[]): string => `[${lines.map(quoted).join("\n\n")}]`;
      return `#table(columns: (${head.map(() => "1fr").join(", ")}), table.header(${head.map(cell).join(", ")}), ${rows.map((row) => (row.length === 1 ? `table.cell(colspan: ${head.length}, ${cell(row[0] ?? [])})` : row.map(cell).join(", "))).join(",\n")})`;
    })].join("\n\n"),
  )
  .join("\n\n")}\n`;

function peer(file: string, input: string): Promise<number> {
  const run = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", fileURLToPath(new URL(`./peers/${file}`, import.meta.url))], { stdio: ["pipe", "pipe", "inherit"] });
  let bytes = 0;
  run.stdout.on("data", (piece: Buffer) => void (bytes += piece.length));
  run.stdin.end(input);
  return new Promise((settle, refuse) => run.on("close", (status) => (status === 0 && bytes > 10_000 ? settle(bytes) : refuse(new Error(`${file} failed`)))));
}

const json = JSON.stringify(parts);
const times = await duel("an appendix of 300 rows, whole process", [
  { name: "docx alone", run: () => peer("plain-docx.ts", json) },
  { name: "appendix as DOCX", run: () => writeAppendix(made()) },
  { name: "Typst alone", run: () => peer("plain-pdf.ts", typst) },
  { name: "appendix as PDF", run: () => printAppendix(made(), at) },
], 5);
const ratio = (ours: string, theirs: string): number => (times.get(ours) ?? Number.NaN) / (times.get(theirs) ?? Number.NaN);
process.exitCode = judge([
  { what: "appendix of 300 rows as DOCX against the docx library alone", ratio: ratio("appendix as DOCX", "docx alone"), limit: 2, unit: "x" },
  { what: "appendix of 300 rows as PDF against Typst alone", ratio: ratio("appendix as PDF", "Typst alone"), limit: 2, unit: "x" },
]) ? 0 : 1;
