import type { Grid } from "./grid.ts";

/** What a letter of a sheet comes to in the matrix. */
export type Meaning = "R" | "A" | "C" | "I" | "S" | "approver" | "secondary" | "open" | "leave-out";

const WORDS: readonly (readonly [RegExp, Meaning])[] = [
  [/^responsib|^perform|^lead|^driv|^do(?:es|er)\b|^execut|^primary|^implement|^main/i, "R"],
  [/^accountab|^own/i, "A"],
  [/^approv|^sign|^authori[sz]|^decid/i, "approver"],
  [/^consult|^contribut|^advis|^review|^input|^verif|^validat/i, "C"],
  [/^inform|^notif|^aware/i, "I"],
  [/^support|^assist|^help|^participat/i, "S"],
  [/^secondary|^backup|^deputy|^alternate/i, "secondary"],
];

/** `X: to be clarified`: a letter for what nobody has decided yet. */
const OPEN = /^(?:still |yet )?(?:to be [a-z]+|tb[dca]\b|not yet\b|undecided|unclear|undefined|unassigned|pending|open\b)/i;

/** What a legend's word means, if it is one of the field's words. */
export const meaningOf = (word: string): Meaning | undefined => (word.length < 3 ? undefined : OPEN.test(word.trim()) ? "open" : WORDS.find(([start]) => start.test(word.trim()))?.[1]);

const ENTRY = /(?:^|[\s,;|(•*–-])\(?([A-Za-z]|[✓✔])\)?\s*(?:[=:–—-]|->|→|\()\s*([A-Za-z][A-Za-z]+)/gu;
const BEFORE = /\(([A-Za-z])\)\s*[:=–-]?\s*([A-Za-z][A-Za-z]+)/gu;

const UNDECIDED = /(?:^|[\s,;|(•*–-])\(?([A-Za-z]|[✓✔])\)?\s*(?:[=:–—-]|->|→)\s*((?:still |yet )?(?:to be [a-z]+|tb[dca]\b|not yet [a-z]+|undecided|unclear|pending))/giu;

/** `R = Responsible, A = Accountable`: the entries of a legend in one text. */
export function legendEntries(text: string): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>();
  if (text.length < 4 || text.length > 2_000 || !/[=:–—(→>-]/.test(text)) return found;
  for (const pattern of [ENTRY, BEFORE, UNDECIDED])
    for (const [, letter = "", word = ""] of text.matchAll(pattern)) {
      const meaning = meaningOf(word);
      // `V = Verify` says V; `A - Verify` for a word that starts otherwise is no legend unless others are.
      if (meaning === "open" && /^[RACIS]$/i.test(letter)) continue;
      if (meaning) found.set(letter.toUpperCase(), meaning);
    }
  return found;
}

/** Rows with more cells than this are rows of a matrix. */
const WIDEST = 14;

/**
 * The legend entries of one row, however it is laid out: in one cell, in several, or letter and word in
 * neighbouring cells. Empty when the row is no legend.
 */
export function legendOfRow(grid: Grid, row: number): ReadonlyMap<string, Meaning> {
  const columns = grid.filled(row);
  const entries = new Map<string, Meaning>();
  if (columns.length > WIDEST) return entries;
  let legendCells = 0;
  columns.forEach((column, i) => {
    const text = grid.text(row, column);
    const own = legendEntries(text);
    if (own.size > 0) legendCells++;
    for (const [letter, meaning] of own) entries.set(letter, meaning);
    const next = columns[i + 1];
    const beside = /^[A-Za-z]$/.test(text) && next !== undefined ? meaningOf(grid.text(row, next)) : undefined;
    // `Patch | A | TBD` is a row of the matrix: only a letter of its own, alone with its words, is explained as open.
    if (beside === "open" && (columns.length !== 2 || i > 0 || /^[RACIS]$/i.test(text))) return;
    if (beside) {
      entries.set(text.toUpperCase(), beside);
      legendCells += 2;
    }
  });
  const stated = columns.filter((column) => !/^(?:legend|key|raci|rasci|codes?)\b.{0,20}$/i.test(grid.text(row, column))).length;
  return entries.size > 0 && legendCells >= stated - 1 && (entries.size > 1 || stated <= 3) ? entries : new Map();
}
