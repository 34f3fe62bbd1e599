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

/** For each item of the newer list, which of the older one it is (-1: none), and how that is known. */
export interface Matches {
  readonly at: Int32Array;
  by(place: number): Recognised;
}
const WAYS: readonly Recognised[] = ["id", "title", "content", "likeness"];

/**
 * Which item is which: by id, unless its title stands elsewhere or neither title nor content bears it out; then by title; by content without id and
 * title; by likeness; and what is left by its id after all. Each item once.
 * @param ids what the older list names may have new ids; it is read in those.
 */
export function matchItems(kind: ItemKind, before: readonly Item[], after: readonly Item[], ids: NewIds): Matches {
  const matches = new Int32Array(after.length).fill(-1);
  const ways = new Uint8Array(after.length);
  const taken = new Uint8Array(before.length);
  const settle = (at: number, j: number, by: Recognised): void => {
    taken[at] = 1;
    matches[j] = at;
    if (by !== "id") ways[j] = WAYS.indexOf(by);
  };
  const said = lazily((i) => inNewIds(kind, before[i] as Item, ids));
  const oldFacts = lazily((i) => factsOf(said(i)));
  const newFacts = lazily((j) => factsOf(after[j] as Item));
  const known = (i: number) => ({ title: titleOf(before[i] as Item), facts: oldFacts(i) });
  const sought = (j: number) => ({ title: titleOf(after[j] as Item), facts: newFacts(j) });

  const places = new Map<string, number>();
  for (let i = 0; i < before.length; i++) places.set((before[i] as Item).id, i);
  const doubtful: number[] = [];
  const titles = lazily((side) => new Set((side === 0 ? before : after).map(titleOf)));
  /** Whether what an item is called, or was, stands at another one. */
  const stands = (title: string, was: string): boolean => (title !== "" && titles(0).has(title)) || (was !== "" && titles(1).has(was));
  for (let j = 0; j < after.length; j++) {
    const item = after[j] as Item;
    const i = places.get(item.id);
    if (i === undefined || taken[i]) continue;
    const old = before[i] as Item;
    const title = titleOf(item);
    const was = titleOf(old);
    const called = old === item || (title !== "" && (title === was || plain(title) === plain(was)));
    if (called || (!stands(title, was) && alike(known(i), sought(j)) > 0)) settle(i, j, "id");
    else doubtful.push(j);
  }

  const open = (): number[] => numbered(after.length, (j) => matches[j] === -1);
  const left = (): number[] => numbered(before.length, (i) => taken[i] === 0);

  for (const titled of [titleOf, (item: Item) => plain(titleOf(item))]) {
    const [olds, news] = [byTitle(before, left(), titled), byTitle(after, open(), titled)];
    for (const [title, found] of news) {
      const waiting = olds.get(title);
      if (waiting === undefined || title === "") continue;
      if (typeof waiting === "number" && typeof found === "number") settle(waiting, found, "title");
      else pairNamesakes([waiting].flat(), [found].flat(), (i, j) => same({ ...said(i), id: "" }, { ...after[j], id: "" }), (i, j) => said(i)["area"] === after[j]?.["area"] && said(i)["party"] === after[j]?.["party"], (i, j) => settle(i, j, "title"));
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
    if (i !== undefined && !taken[i] && matches[j] === -1) settle(i, j, "id");
  }
  return { at: matches, by: (place) => WAYS[ways[place] ?? 0] ?? "id" };
}

/** Where each title stands; a list only where it stands more than once, which hardly any does. */
function byTitle(items: readonly Item[], places: readonly number[], titled: (item: Item) => string): ReadonlyMap<string, number | number[]> {
  const found = new Map<string, number | number[]>();
  for (const at of places) {
    const title = titled(items[at] as Item);
    const there = found.get(title);
    if (there === undefined) found.set(title, at);
    else if (typeof there === "number") found.set(title, [there, at]);
    else there.push(at);
  }
  return found;
}

/** Several of one title on both sides: those that say the same, then those of the same place, then in their order. */
function pairNamesakes(olds: readonly number[], news: readonly number[], ...[equal, near, settle]: [(i: number, j: number) => boolean, (i: number, j: number) => boolean, (i: number, j: number) => void]): void {
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

function numbered(length: number, such: (at: number) => boolean): number[] {
  const places: number[] = [];
  for (let at = 0; at < length; at++) if (such(at)) places.push(at);
  return places;
}

function lazily<T>(make: (at: number) => T): (at: number) => T {
  const made = new Map<number, T>();
  return (at) => {
    const known = made.get(at);
    if (known !== undefined) return known;
    const now = make(at);
    made.set(at, now);
    return now;
  };
}
