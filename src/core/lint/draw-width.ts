/**
 * How many columns of a terminal a text takes. Exact enough for names: East Asian wide characters and
 * emoji take two, marks that join the character before take none.
 */
export function shownWidth(text: string): number {
  // Nearly every text; cutting it into graphemes would cost more than all the rest of a report.
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const segment of graphemes(text)) width += widthOf(segment);
  return width;
}

/** Latin letters, dashes, quotes, the ellipsis, arrows and lines: one column each. */
const PLAIN = /^[\x20-\x7e\xa1-\xac\xae-\u024f\u2010-\u2027\u2190-\u21ff\u2500-\u257f]*$/;
let segmenter: Intl.Segmenter | undefined;
const graphemes = (text: string): string[] => Array.from((segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" })).segment(text), ({ segment }) => segment);
const WIDE = /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u;
const NOTHING = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u;

const widthOf = (grapheme: string): number => (NOTHING.test(grapheme) ? 0 : WIDE.test(grapheme) || EMOJI.test(grapheme) ? 2 : 1);

/** A text in exactly so many columns: blanks behind a short one, an ellipsis at the end of a long one. */
export const fitted = (text: string, width: number): string => {
  const cut = shortened(text, width);
  return cut + " ".repeat(Math.max(0, width - shownWidth(cut)));
};

/** At most so many columns, with an ellipsis where something is left out. */
export function shortened(text: string, width: number): string {
  if (shownWidth(text) <= width) return text;
  if (PLAIN.test(text)) return `${text.slice(0, width - 1).trimEnd()}…`;
  let cut = "";
  let used = 0;
  for (const segment of graphemes(text)) {
    if (used + widthOf(segment) > width - 1) break;
    cut += segment;
    used += widthOf(segment);
  }
  return `${cut.trimEnd()}…`;
}

/** One line, and nothing that moves the cursor or changes the terminal. */
export const tame = (text: string): string => harmless(text.replace(/\s+/g, " ")).trim();

/** Nothing that moves the cursor or changes the terminal; lines and tabs stay. */
export const harmless = (text: string): string => text.replace(/(?![\n\t])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, "");

/** Words in lines of at most so many columns. */
export function folded(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && shownWidth(line) + 1 + shownWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}
