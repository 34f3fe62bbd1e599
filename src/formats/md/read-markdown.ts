import { readText } from "../csv/read-text.ts";
import { UnreadableFile, type CellValue, type Sheet, type Workbook } from "../workbook.ts";
import { refuseOversized } from "../workbook-limits.ts";
import { plainInline } from "./plain-inline.ts";

const LARGEST = 8 * 1024 * 1024;

/**
 * The tables of a Markdown file, each one a sheet named by the nearest heading above it. Tables may be
 * written with or without outer pipes.
 * @throws UnreadableFile when the file has no table.
 */
export function readMarkdown(bytes: Uint8Array, name: string): Workbook {
  if (bytes.length > LARGEST) throw new UnreadableFile("too-large", "the Markdown file is larger than 8 MB", "keep the tables of the matrix, or save them as .csv");
  const lines = readText(bytes).text.split(/\r\n|\n|\r/);
  const sheets: Sheet[] = [];
  const taken = new Map<string, number>();
  let heading = name;
  const tops: string[] = [];
  let fence: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (mark.startsWith(fence)) fence = undefined;
      continue;
    }
    if (fence !== undefined) continue;
    const [, hashes = "", titled] = /^\s{0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/.exec(line) ?? [];
    if (hashes === "#" && titled) tops.push(plainInline(titled));
    if (titled !== undefined) heading = plainInline(titled) || heading;
    else if (line.includes("|") && dashes(lines[at + 1] ?? "") === cells(line).length) {
      const rows: CellValue[][] = [];
      const first = at;
      for (; at < lines.length && (lines[at] ?? "").includes("|"); at++) {
        // Row 1 of the sheet is the dashes under the header: kept as an empty row, so that lines stay countable.
        rows.push(at === first + 1 ? [] : cells(lines[at] ?? "").map((text) => plainInline(text) || null));
      }
      at--;
      sheets.push({
        name: freeName(heading, taken), rows, hidden: false, hiddenRows: new Set(), hiddenColumns: new Set(),
        merges: [], formulas: new Set(), shown: new Map(), firstLine: first + 1,
      });
    }
  }
  if (sheets.length === 0)
    throw new UnreadableFile("not-a-spreadsheet", "the file has no Markdown table", "write the matrix as a table: a header line, a line of dashes, one line per activity");
  refuseOversized(sheets);
  // Several top headings are chapters; one is the title of the file.
  const [title] = tops;
  return { kind: "md", sheets, ...(tops.length === 1 && title ? { title } : {}) };
}

/** How many columns a line of dashes under a header makes; 0 for any other line. */
function dashes(line: string): number {
  const parts = line.includes("-") ? cells(line) : [];
  return parts.every((part) => /^:?-+:?$/.test(part)) ? parts.length : 0;
}

/** The heading, numbered where tables share it; `taken` remembers how far each name was counted. */
function freeName(heading: string, taken: Map<string, number>): string {
  let count = (taken.get(heading) ?? 0) + 1;
  while (count > 1 && taken.has(`${heading} (${count})`)) count++;
  taken.set(heading, count);
  const name = count === 1 ? heading : `${heading} (${count})`;
  if (count > 1) taken.set(name, 1);
  return name;
}

/** One table line cut at its pipes; `\|` and pipes inside code spans belong to the text. */
function cells(line: string): string[] {
  const parts: string[] = [];
  let part = "";
  let code = false;
  for (let i = 0; i < line.length; i++) {
    const letter = line.charAt(i);
    if (letter === "\\" && line.charAt(i + 1) === "|") {
      part += "|";
      i++;
    } else if (letter === "\\" && line.charAt(i + 1) === "`" && !code) {
      // A plain backtick opens no code, or the next one would swallow the pipe between.
      part += "\\`";
      i++;
    } else if (letter === "|" && !(code && line.indexOf("`", i) > i)) {
      parts.push(part);
      part = "";
      code = false;
    } else {
      if (letter === "`") code = !code;
      part += letter;
    }
  }
  parts.push(part);
  if ((parts[0] ?? "").trim() === "") parts.shift();
  if (parts.length > 1 && (parts[parts.length - 1] ?? "").trim() === "") parts.pop();
  return parts.map((text) => text.trim());
}
