import { registerOf, type Register } from "../lint/register.ts";
import { rowOf, type Row } from "../lint/row.ts";
import type { Clause } from "../model/clause.ts";
import type { MatrixDocument } from "../model/document.ts";
import { inOrder } from "./controls.ts";
import { PLACEHOLDERS } from "./placeholders.ts";

/** A stretch of a clause: its own words, what the matrix put in, a gap that stays visible, or a word nothing knows. */
export interface Piece {
  readonly is: "words" | "value" | "gap" | "unknown";
  readonly text: string;
  /** The word in braces. */
  readonly word?: string;
}

export interface FilledClause {
  readonly id: string;
  readonly title: string;
  readonly pieces: readonly Piece[];
  /** The pieces, one after the other. */
  readonly text: string;
}

const BRACES = /\{([^{}\n]{1,60})\}/g;

/** The words in braces of a text, each once. */
export const wordsIn = (text: string): readonly string[] => [...new Set([...text.matchAll(BRACES)].map(([, word]) => (word ?? "").trim()))];

export const isPlaceholder = (word: string): boolean => Object.hasOwn(PLACEHOLDERS, word);

/** What a row puts in, by placeholder. */
export const fromRow = (row: Row, register: Register): readonly (readonly [string, readonly string[]])[] =>
  OF_ROWS.flatMap(([word, fill]) => {
    const values = fill(row, register);
    return values.length > 0 ? [[word, values] as const] : [];
  });
const OF_ROWS = Object.entries(PLACEHOLDERS).flatMap(([word, { fromRow: fill }]) => (fill ? [[word, fill] as const] : []));

/** What stands around the rows puts in. */
export const fromRegister = (register: Register, word: string): readonly string[] => (isPlaceholder(word) ? (PLACEHOLDERS[word]?.fromRegister?.(register) ?? []) : []);

export const asks = (word: string): string => (isPlaceholder(word) ? (PLACEHOLDERS[word]?.asks ?? word) : word);

const said = (word: string, values: readonly string[]): string => (word === "controls" ? inOrder(values) : values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} and ${values.at(-1)}`);

/** What the matrix puts in for each placeholder; one that nothing fills is missing. */
export function valuesOf(document: MatrixDocument): ReadonlyMap<string, string> {
  // No placeholder asks for the day.
  const register = registerOf(document, "1970-01-01");
  const found = new Map<string, Set<string>>();
  const put = (word: string, values: readonly string[]): void => {
    const all = found.get(word) ?? new Set();
    for (const value of values) all.add(value);
    if (all.size > 0) found.set(word, all);
  };
  for (const word of Object.keys(PLACEHOLDERS)) put(word, fromRegister(register, word));
  for (const activity of document.activities) for (const [word, values] of fromRow(rowOf(activity, register), register)) put(word, values);
  return new Map([...found].map(([word, values]) => [word, said(word, [...values])]));
}

/** A clause with its placeholders filled. What nothing fills stays visible as `[to be agreed: ...]`. */
export function filled({ id, title, text }: Clause, values: ReadonlyMap<string, string>): FilledClause {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(BRACES)) {
    if (match.index > from) pieces.push({ is: "words", text: text.slice(from, match.index) });
    const word = (match[1] ?? "").trim();
    const value = values.get(word);
    pieces.push(!isPlaceholder(word) ? { is: "unknown", text: match[0], word } : value === undefined ? { is: "gap", text: `[to be agreed: ${asks(word)}]`, word } : { is: "value", text: value, word });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ is: "words", text: text.slice(from) });
  return { id, title, pieces, text: pieces.map((piece) => piece.text).join("") };
}

/** Every clause of a matrix, filled, in order. */
export function filledClauses(document: MatrixDocument): readonly FilledClause[] {
  if ((document.clauses ?? []).length === 0) return [];
  const values = valuesOf(document);
  return (document.clauses ?? []).map((clause) => filled(clause, values));
}
