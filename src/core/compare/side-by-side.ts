import type { CellLetter } from "../model/cells.ts";
import { sayField } from "../model/field-words.ts";
import type { Item } from "../model/items.ts";
import { Called } from "./called.ts";
import type { Changed, Comparison } from "./comparison.ts";
import { fieldChanges } from "./fields.ts";
import { titleOf } from "./facts.ts";

/** A row as it was beside the row as it is, or a stretch of rows that say the same. */
export type Pair = { readonly is: "same"; readonly rows: number } | SidePair;
export interface SidePair {
  readonly is: "changed" | "new" | "gone";
  readonly id: string;
  readonly title: string;
  /** What it was called, where that was something else. */
  readonly was?: string;
  readonly moved: boolean;
  readonly split: boolean;
  readonly cells: readonly { readonly what: string; readonly before: string; readonly after: string }[];
}

/** The rows of two matrices beside each other, in the order of the newer one; those that are gone stand where they stood. */
export function sideBySide(comparison: Comparison): readonly Pair[] {
  const { before, after, lists, newIds } = comparison;
  const list = lists.find(({ kind }) => kind === "activity");
  const called = new Called(before, after);
  const changed = new Map(list?.changed.map((one) => [one.after.id, one]));
  const added = new Map(list?.added.map((item) => [item.id, item]));
  const gone = new Map(list?.removed.map((item) => [item.id, item]));
  const left = new Map<string | undefined, Item[]>();
  let last: string | undefined;
  for (const { id } of before.activities) {
    const item = gone.get(id);
    if (!item) last = newIds.get("activity")?.get(id) ?? id;
    else left.set(last, [...(left.get(last) ?? []), item]);
  }
  const pairs: Pair[] = [];
  let alike = 0;
  const put = (pair: SidePair): void => {
    if (alike > 0) pairs.push({ is: "same", rows: alike });
    alike = 0;
    pairs.push(pair);
  };
  for (const item of left.get(undefined) ?? []) put(pairOf({ before: item, after: { id: item.id }, moved: false, split: false }, "gone", called));
  for (const { id } of after.activities) {
    const [one, fresh] = [changed.get(id), added.get(id)];
    if (one) put(pairOf(one, "changed", called));
    else if (fresh) put(pairOf({ before: { id }, after: fresh, moved: false, split: false }, "new", called));
    else alike++;
    for (const item of left.get(id) ?? []) put(pairOf({ before: item, after: { id: item.id }, moved: false, split: false }, "gone", called));
  }
  if (alike > 0) pairs.push({ is: "same", rows: alike });
  return pairs;
}

function pairOf({ before, after, moved, split }: Pick<Changed, "before" | "after" | "moved" | "split">, is: SidePair["is"], called: Called): SidePair {
  const title = titleOf(is === "gone" ? before : after);
  const was = titleOf(before);
  const letters = (cell: readonly CellLetter[]): string => cell.map(({ letter, condition, alternative }) => [letter, condition === undefined ? "" : `(${condition})`, alternative ? "or another" : ""].filter(Boolean).join(" ")).join(", ");
  const cells = fieldChanges(before, after).filter(({ field }) => field !== "title").flatMap(({ field, before: old, after: now, cells: roles }) => {
    if (roles === undefined) return [{ what: headed(field === "secondary" ? "backup" : sayField(field)), before: called.whole("activity", field, old), after: called.whole("activity", field, now) }];
    if (roles.length === 0) return [{ what: "Order of the letters", before: order(old, called), after: order(now, called) }];
    return roles.map(({ role, before: had, after: has }) => ({ what: called.holder({ kind: "role", id: role }), before: letters(had), after: letters(has) }));
  });
  return { is, id: is === "gone" ? before.id : after.id, title, ...(is === "changed" && was !== title ? { was } : {}), moved, split, cells };
}

const headed = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
const order = (value: unknown, called: Called): string => (Array.isArray(value) ? (value as readonly { readonly role: string; readonly letter: string }[]) : []).map(({ role, letter }) => `${letter} ${called.holder({ kind: "role", id: role })}`).join(", ");
