import type { ItemKind } from "../model/document.ts";
import type { Item } from "../model/items.ts";
import { alike, alikePairs, TELLING } from "./alike.ts";
import { factsOf, titleOf } from "./facts.ts";
import { plain } from "./likeness.ts";
import { inNewIds, type NewIds } from "./references.ts";
import { same } from "./same.ts";

/** How an item was recognised. */
export type Recognised = "id" | "title" | "content" | "likeness";

/** More pairs of one title than this are not held against each other. */
const MOST_NAMESAKES = 10_000;

/** For each item of the newer list, which of the older one it is, and how that is known. */
export type Matches = readonly ({ readonly at: number; readonly by: Recognised } | undefined)[];

/**
 * Which item is which: by id, unless its title stands elsewhere or neither title nor content bears it out; then by title; by content without id and
 * title; by likeness; and what is left by its id after all. Each item once.
 * @param ids what the older list names may have new ids; it is read in those.
 */
export function matchItems(kind: ItemKind, before: readonly Item[], after: readonly Item[], ids: NewIds): Matches {
  const matches: ({ at: number; by: Recognised } | undefined)[] = Array.from({ length: after.length });
  const taken = new Uint8Array(before.length);
  const settle = (at: number, j: number, by: Recognised): void => {
    taken[at] = 1;
    matches[j] = { at, by };
  };
  const said = lazily(before.length, (i) => inNewIds(kind, before[i] as Item, ids));
  const oldFacts = lazily(before.length, (i) => factsOf(said(i)));
  const newFacts = lazily(after.length, (j) => factsOf(after[j] as Item));
  const known = (i: number) => ({ title: titleOf(before[i] as Item), facts: oldFacts(i) });
  const sought = (j: number) => ({ title: titleOf(after[j] as Item), facts: newFacts(j) });

  const places = new Map(before.map(({ id }, i) => [id, i]));
  const doubtful: number[] = [];
  const titles = lazily(2, (side) => new Set((side === 0 ? before : after).map((item) => plain(titleOf(item)))));
  /** Whether what an item is called, or was, stands at another one. */
  const stands = (title: string, was: string): boolean => (title !== "" && titles(0).has(plain(title))) || (was !== "" && titles(1).has(plain(was)));
  after.forEach((item, j) => {
    const i = places.get(item.id);
    if (i === undefined || taken[i]) return;
    const old = before[i] as Item;
    const [title, was] = [titleOf(item), titleOf(old)];
    const called = old === item || (title !== "" && (title === was || plain(title) === plain(was)));
    if (called || (!stands(title, was) && alike(known(i), sought(j)) > 0)) settle(i, j, "id");
    else doubtful.push(j);
  });

  const open = (): number[] => after.flatMap((_, j) => (matches[j] ? [] : [j]));
  const left = (): number[] => before.flatMap((_, i) => (taken[i] ? [] : [i]));

  for (const titled of [titleOf, (item: Item) => plain(titleOf(item))]) {
    const waiting = Map.groupBy(left().filter((i) => titled(before[i] as Item) !== ""), (i) => titled(before[i] as Item));
    if (waiting.size === 0) break;
    for (const [title, news] of Map.groupBy(open(), (j) => titled(after[j] as Item))) {
      const olds = waiting.get(title);
      if (olds) pairNamesakes(olds, news, (i, j) => same({ ...said(i), id: "" }, { ...after[j], id: "" }), (i, j) => said(i)["area"] === after[j]?.["area"] && said(i)["party"] === after[j]?.["party"], (i, j) => settle(i, j, "title"));
    }
  }

  const olds = left();
  let news = open();
  if (olds.length > 0 && news.length > 0) {
    const content = (facts: ReadonlySet<string>): string => [...facts].sort().join("\n");
    const byContent = Map.groupBy(olds, (i) => content(oldFacts(i)));
    for (const [key, found] of Map.groupBy(news, (j) => content(newFacts(j)))) {
      const [i, ...others] = byContent.get(key) ?? [];
      const [j, ...more] = found;
      if (i === undefined || j === undefined || others.length + more.length > 0) continue;
      if (newFacts(j).size >= (titleOf(after[j] as Item) === "" ? 1 : TELLING)) settle(i, j, "content");
    }
    const rest = left();
    news = open();
    for (const pair of alikePairs(rest.map(known), news.map(sought))) settle(rest[pair.before] as number, news[pair.after] as number, "likeness");
  }
  for (const j of doubtful) {
    const i = places.get((after[j] as Item).id);
    if (i !== undefined && !taken[i] && !matches[j]) settle(i, j, "id");
  }
  return matches;
}

/** Several of one title on both sides: those that say the same, then those of the same place, then in their order. */
function pairNamesakes(olds: readonly number[], news: readonly number[], ...[equal, near, settle]: [(i: number, j: number) => boolean, (i: number, j: number) => boolean, (i: number, j: number) => void]): void {
  if (olds.length === 1 && news.length === 1) return settle(olds[0] as number, news[0] as number);
  let free = [...olds];
  let open = [...news];
  // Thousands of one title are told apart by their order alone.
  for (const test of olds.length * news.length > MOST_NAMESAKES ? [] : [equal, near])
    open = open.filter((j) => {
      const i = free.find((one) => test(one, j));
      if (i === undefined) return true;
      free = free.filter((one) => one !== i);
      settle(i, j);
      return false;
    });
  open.forEach((j, place) => {
    const i = free[place];
    if (i !== undefined) settle(i, j);
  });
}

function lazily<T>(size: number, make: (at: number) => T): (at: number) => T {
  const made: (T | undefined)[] = Array.from({ length: size });
  return (at) => (made[at] ??= make(at));
}
