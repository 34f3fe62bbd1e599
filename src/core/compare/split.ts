import type { Item } from "../model/items.ts";
import { COMMON } from "./alike.ts";
import { titleOf } from "./facts.ts";
import { words } from "./likeness.ts";

/** A row of the older matrix, and what may be the first of its parts. */
export interface Whole {
  readonly before: Item;
  /** The row it was recognised as, if any. */
  readonly after?: Item;
}

const cellsOf = (row: Item): ReadonlySet<string> => new Set(((row["assignments"] ?? []) as readonly { readonly role: string; readonly letter: string }[]).map(({ role, letter }) => `${role}:${letter}`));
const NONE: ReadonlySet<string> = new Set();
const keptCells = (before: Item, after: Item): boolean => {
  const cells = cellsOf(after);
  return [...cellsOf(before)].every((cell) => cells.has(cell));
};
const holds = (whole: ReadonlySet<string>, part: ReadonlySet<string>): boolean => [...part].every((word) => whole.has(word));

/**
 * Rows that became several: an added row belongs to an older one when both its title and that of what stayed extend the
 * older title, or when the two share its cells among them and part of its words.
 * @returns for each whole that was split, the added rows it went into.
 */
export function splitsOf(wholes: readonly Whole[], added: readonly Item[]): ReadonlyMap<Item, readonly Item[]> {
  const splits = new Map<Item, readonly Item[]>();
  if (wholes.length === 0 || added.length === 0) return splits;
  const index = new Map<string, Item[]>();
  const said = new Map(added.map((row) => [row, words(titleOf(row))]));
  for (const [row, own] of said) for (const word of own) index.set(word, [...(index.get(word) ?? []), row]);
  const given = new Set<Item>();
  const cells = new Map(added.map((row) => [row, cellsOf(row)]));
  for (const whole of wholes) {
    // A row that kept its title and its letters is whole.
    if (whole.after && titleOf(whole.after) === titleOf(whole.before) && keptCells(whole.before, whole.after)) continue;
    const title = words(titleOf(whole.before));
    const near = new Set([...title].flatMap((word) => {
      const rows = index.get(word) ?? [];
      return rows.length > COMMON ? [] : rows;
    }).filter((row) => !given.has(row)));
    if (near.size === 0) continue;
    const parts = extending(whole, title, [...near], said) ?? covering(whole, title, [...near], said, cells);
    if (!parts) continue;
    for (const part of parts) given.add(part);
    splits.set(whole.before, parts);
  }
  return splits;
}

type Said = ReadonlyMap<Item, ReadonlySet<string>>;

/** Parts whose titles say the whole title and more: `Patch servers` became `Patch Windows servers` and `Patch Linux servers`. */
function extending({ after }: Whole, title: ReadonlySet<string>, near: readonly Item[], said: Said): readonly Item[] | undefined {
  if (title.size < 2) return undefined;
  const longer = (own: ReadonlySet<string>): boolean => own.size > title.size && holds(own, title);
  const parts = near.filter((row) => longer(said.get(row) ?? title));
  // A row that kept its title lives on; a longer one beside it is only new.
  if (after && !longer(words(titleOf(after)))) return undefined;
  return parts.length + (after ? 1 : 0) >= 2 ? parts : undefined;
}

/** Two parts that hold the cells of the whole between them, each some that the other has not. */
function covering({ before, after }: Whole, title: ReadonlySet<string>, near: readonly Item[], said: Said, cellsBy: ReadonlyMap<Item, ReadonlySet<string>>): readonly Item[] | undefined {
  const cells = cellsOf(before);
  if (cells.size < 2) return undefined;
  const stayed = after === undefined ? undefined : cellsOf(after);
  const lost = stayed === undefined ? [] : [...cells].filter((cell) => !stayed.has(cell));
  if (stayed !== undefined && lost.length === 0) return undefined;
  const related = near.filter((row) => lost.every((cell) => cellsBy.get(row)?.has(cell)) && 2 * [...title].filter((word) => said.get(row)?.has(word)).length >= title.size);
  const between = (a: Item, b: Item): boolean => {
    const [one, two] = [cellsBy.get(a) ?? stayed ?? NONE, cellsBy.get(b) ?? NONE];
    const mine = [...cells].filter((cell) => one.has(cell) && !two.has(cell));
    const theirs = [...cells].filter((cell) => two.has(cell) && !one.has(cell));
    // Each part is made of what the whole had, not of other things that happen to be the same.
    const own = (part: ReadonlySet<string>): boolean => 2 * [...part].filter((cell) => cells.has(cell)).length > part.size;
    return mine.length > 0 && theirs.length > 0 && own(one) && own(two) && [...cells].every((cell) => one.has(cell) || two.has(cell));
  };
  if (after) {
    const other = related.find((row) => between(after, row));
    return other && [other];
  }
  for (const [at, one] of related.entries()) {
    const two = related.slice(at + 1).find((row) => between(one, row));
    if (two) return [one, two];
  }
  return undefined;
}
