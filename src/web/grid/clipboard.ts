/** A block of cells as spreadsheets exchange it: tab-separated text with Excel's quoting, and an HTML table. */
export type Block = readonly (readonly string[])[];

/**
 * The cells of a text from the clipboard. A cell in quotation marks may hold tabs, line ends and doubled marks;
 * a mark in the middle of a cell is a mark. The line end behind the last row makes no row of its own.
 */
export function readBlock(text: string): string[][] {
  const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  // Nearly every block: nothing quoted, and cutting is all there is to do.
  if (!plain.includes('"')) return plain.split("\n").map((line) => line.split("\t"));
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    let cell: string;
    const quoted = plain[at] === '"' ? quotedCell(plain, at) : undefined;
    if (quoted) [cell, at] = quoted;
    else {
      const end = nextBreak(plain, at);
      cell = plain.slice(at, end);
      at = end;
    }
    row.push(cell);
    if (plain[at] === "\t") at++;
    else {
      rows.push(row);
      if (at >= plain.length) return rows;
      row = [];
      at++;
    }
  }
}

const nextBreak = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && text[at] !== "\t" && text[at] !== "\n") at++;
  return at;
};

/** A cell in marks and where it ends; nothing where the marks do not close right before a break. */
function quotedCell(text: string, from: number): [string, number] | undefined {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] === '"') continue;
    const next = text[at + 1];
    if (next !== undefined && next !== "\t" && next !== "\n") return undefined;
    return [text.slice(from + 1, at).replaceAll('""', '"'), at + 1];
  }
  return undefined;
}

const quoted = (cell: string): string => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The block as Excel puts it on the clipboard. */
export const writeBlock = (block: Block): string => block.map((row) => row.map(quoted).join("\t")).join("\r\n");

const MARKUP: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => MARKUP[c] ?? c).replaceAll("\n", '<br style="mso-data-placement:same-cell">');

/** The block as a table, for word processors and mail, and for spreadsheets that prefer it. */
export const writeTable = (block: Block): string =>
  `<table data-remit>${block.map((row) => `<tr>${row.map((cell) => `<td style="mso-number-format:'\\@'">${escaped(cell)}</td>`).join("")}</tr>`).join("")}</table>`;

/**
 * The cells of the first table of an HTML clipboard, joined cells opened up: what stands in one is said once.
 * @param parse the browser's parser; scripts in what it makes never run.
 */
export function readTable(html: string, parse: (html: string) => Document): string[][] | undefined {
  const table = parse(html).querySelector("table");
  if (!table) return undefined;
  const rows: string[][] = [];
  const held = new Map<number, number>();
  for (const line of table.rows) {
    const row: string[] = [];
    const skip = () => {
      for (let rest = held.get(row.length); rest; rest = held.get(row.length)) {
        if (rest === 1) held.delete(row.length);
        else held.set(row.length, rest - 1);
        row.push("");
      }
    };
    for (const cell of line.cells) {
      skip();
      const first = row.length;
      for (let i = 0; i < Math.min(cell.colSpan, 500); i++) row.push(i === 0 ? textOf(cell) : "");
      if (cell.rowSpan > 1) for (let i = first; i < row.length; i++) held.set(i, Math.min(cell.rowSpan, 5_000) - 1);
    }
    skip();
    rows.push(row);
  }
  return rows.length > 0 ? rows : undefined;
}

/** Stands for a line end while the line ends of the source, which mean nothing, are taken out. */
const BREAK = "\uE000";

/** The text of a cell: a line for each `<br>` and each paragraph. Programs wrap their markup wherever they like. */
function textOf(cell: HTMLTableCellElement): string {
  for (const line of cell.querySelectorAll("br")) line.replaceWith(BREAK);
  for (const block of cell.querySelectorAll("p, div, li")) block.append(BREAK);
  return (cell.textContent ?? "").replace(/\s+/g, " ").replace(new RegExp(` ?${BREAK} ?`, "g"), "\n").trim();
}

/** Programs whose plain text quotes cells of several lines, and is as good as their table and quicker to read. */
const QUOTES_ITSELF = /office:excel|google-sheets-html-origin|data-remit/;

/**
 * The block on a clipboard. Word processors and web pages part the lines of one cell like rows in their plain text;
 * their table tells them apart.
 */
export function blockFrom({ plain, html }: { readonly plain: string; readonly html: string }, parse: (html: string) => Document): Block | undefined {
  const wanted = html !== "" && (plain === "" || (/<table/i.test(html) && !QUOTES_ITSELF.test(html.slice(0, 4_000))));
  return (wanted ? readTable(html, parse) : undefined) ?? (plain === "" ? undefined : readBlock(plain));
}
