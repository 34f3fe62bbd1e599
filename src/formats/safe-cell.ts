/**
 * What makes text from a matrix harmless in every file it is exported to. Spreadsheet programs run a
 * text that starts with one of `= + - @`, and some strip blanks and quotes first, so those count too.
 */
const BLANKS_AND_QUOTES = "[\\s\"'`\u00a0\u200b-\u200f\u2028\u2029\u2060\ufeff\u2018\u2019\u201c\u201d]*";
const RUNS = new RegExp(`^${BLANKS_AND_QUOTES}[=+\\-@\uff1d\uff0b\uff0d\uff20\u2212\\t\\r\\n]`, "u");

/** Whether a spreadsheet program could take the text for a formula. */
export const couldRun = (text: string): boolean => RUNS.test(text);

/** The text as a CSV cell may hold it: a leading apostrophe where it could run. `awake` undoes exactly this. */
export const inert = (text: string): string => (couldRun(text) ? `'${text}` : text);

/** The text a person wrote, from a cell that `inert` may have prefixed. */
export const awake = (text: string): string => (text.startsWith("'") && couldRun(text.slice(1)) ? text.slice(1) : text);

/** Longest text a cell of a workbook takes (the format allows 32,767 units). */
export const CELL_LIMIT = 32_000;

// Spelt as escapes: the characters themselves cannot be seen.
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** One spelling of line ends, no characters a workbook cannot store or that turn the reading direction around, cut at the limit without splitting a character. */
export function cellText(text: string): string {
  const plain = text.replace(/\r\n?/g, "\n").replace(UNPRINTABLE, "").toWellFormed();
  if (plain.length <= CELL_LIMIT) return plain;
  const end = /[\ud800-\udbff]/.test(plain[CELL_LIMIT - 2] ?? "") ? CELL_LIMIT - 2 : CELL_LIMIT - 1;
  return `${plain.slice(0, end)}…`;
}

/** The text inside HTML, between tags or in a quoted attribute. */
export function htmlText(text: string): string {
  return text
    .replace(UNPRINTABLE, "")
    .toWellFormed()
    .replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c] ?? c);
}

/** The text in a cell of a Markdown table: nothing in it is markup, and it stays on one line. */
export function markdownCell(text: string): string {
  return cellText(text)
    .replace(/[\\|`*_[\]<>~#&!$]/g, (c) => (c === "<" ? "&lt;" : c === ">" ? "&gt;" : c === "&" ? "&amp;" : `\\${c}`))
    .replace(/\t/g, " ")
    .trim()
    .replace(/\n/g, "<br>")
    .replace(/:\/\//g, "&#58;//");
}
