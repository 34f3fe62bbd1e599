import type { PartyKind } from "#core/model/party.ts";
import { oneLine } from "./grid.ts";
import type { Looked } from "./looked.ts";
import { sideOfWord } from "./sides.ts";

/** What a sheet says a side is called: `Client = Harbour Foods`. */
export interface Stated {
  /** The word for the side, as the sheet has it. */
  readonly word: string;
  readonly name: string;
  readonly kind: PartyKind;
}

const NAME = "\\p{Lu}[\\p{L}\\p{N}&.'’-]*(?: (?:\\p{Lu}[\\p{L}\\p{N}&.'’-]*|&|plc|gmbh|ltd|of|and))*";
const SIDE = "(?:the )?(?:client|customer|(?:managed |security )?service provider|provider|mssp|msp|mdr|csp|vendor|supplier|integrator|contractor|outsourcer|partner)";
const SIDE_FIRST = new RegExp(`(?<![\\p{L}\\p{N}])(${SIDE})\\s*(=|:|\\bis\\b)\\s*(${NAME})`, "giu");
const NAME_FIRST = new RegExp(`(?<![\\p{L}\\p{N}])(${NAME})\\s*=\\s*(${SIDE})(?![\\p{L}\\p{N}])`, "gu");

/** The names a text gives to sides. */
export function statedParties(text: string): readonly Stated[] {
  const found: Stated[] = [];
  const add = (word: string, name: string) => {
    const side = sideOfWord(word);
    const called = oneLine(name).replace(/\.$/, "");
    // `Client = Customer` explains a word with a word.
    if (side && called.length <= 200 && /^\p{Lu}/u.test(called) && !sideOfWord(called)) found.push({ word: oneLine(word), name: called, kind: side.kind });
  };
  if (text.length > 1_000) return found;
  for (const [, word = "", , name = ""] of text.matchAll(SIDE_FIRST)) add(word, name);
  for (const [, name = "", word = ""] of text.matchAll(NAME_FIRST)) if (!found.some((one) => one.name === oneLine(name))) add(word, name);
  return found;
}

/** Rows beside the matrix in which a sheet names its parties. Rows of more cells are rows of a table. */
const FEW = 4;
/** So many rows are looked at; who names the parties does so early, or once at the end. */
const LOOKED_AT = 300;

/** Each statement with the row it stands in: above the header, or in a short row of few cells below. */
export function statedIn({ grid, plans }: Looked): readonly { readonly row: number; readonly stated: Stated }[] {
  const found: { row: number; stated: Stated }[] = [];
  let tried = 0;
  const top = plans[0]?.header.firstRow ?? grid.height;
  for (let row = 0; row < grid.height; row++) {
    const filled = grid.filled(row);
    if (row >= top && (filled.length > 1 || !grid.text(row, filled[0] ?? 0).includes("="))) continue;
    if (filled.length === 0 || filled.length > FEW) continue;
    if (++tried > LOOKED_AT) break;
    for (const column of filled) for (const stated of statedParties(grid.text(row, column))) found.push({ row, stated });
    // `Client | Harbour Foods`, one beside the other.
    const [word, name, ...more] = filled;
    if (row < top && word !== undefined && name !== undefined && more.length === 0) for (const stated of statedParties(`${grid.text(row, word).replace(/[:=\s]+$/, "")}: ${grid.text(row, name)}`)) found.push({ row, stated });
  }
  return found;
}
