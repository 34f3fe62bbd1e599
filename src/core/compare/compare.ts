import type { ItemKind, MatrixDocument } from "../model/document.ts";
import { itemsOf, KINDS, type Item } from "../model/items.ts";
import type { Changed, Comparison, ListComparison } from "./comparison.ts";
import { fieldChanges, ownChanges } from "./fields.ts";
import { matchItems, type Matches } from "./match.ts";
import { moved } from "./order.ts";
import { inNewIds, NAMED_FIRST, type NewIds } from "./references.ts";
import { splitsOf } from "./split.ts";

/**
 * What differs between two matrices: rows recognised through new ids, new titles and new places, then cell by cell; every
 * other list item by item. A pure function of the two.
 */
export function compare(before: MatrixDocument, after: MatrixDocument): Comparison {
  const ids = new Map<ItemKind, ReadonlyMap<string, string>>();
  const named = new Map<ItemKind, ReadonlyMap<string, string>>();
  const matched = new Map<ItemKind, Matches>();
  // What others name comes first, so that they are read in the newer ids.
  for (const kind of [...NAMED_FIRST, ...KINDS.filter((one) => !NAMED_FIRST.includes(one))]) {
    const [olds, news] = [itemsOf(before, kind), itemsOf(after, kind)];
    if (olds === news) continue;
    const matches = matchItems(kind, olds, news, named);
    matched.set(kind, matches);
    const renumbered = new Map<string, string>();
    for (let j = 0; j < news.length; j++) {
      const at = matches.at[j] ?? -1;
      if (at < 0 || matches.by(j) === "id") continue;
      const [old, now] = [(olds[at] as Item).id, (news[j] as Item).id];
      if (old !== now) renumbered.set(old, now);
    }
    if (renumbered.size === 0) continue;
    ids.set(kind, renumbered);
    // Nothing names a row: reading thousands in their new ids would be for nothing.
    if (kind !== "activity") named.set(kind, renumbered);
  }
  const lists = KINDS.flatMap((kind) => {
    const matches = matched.get(kind);
    const list = matches && listComparison(kind, itemsOf(before, kind), itemsOf(after, kind), matches, named);
    return list ? [list] : [];
  });
  return { before, after, fields: ownChanges(before, after), lists, newIds: ids };
}

const NOTHING: Changed["fields"] = [];

function listComparison(kind: ItemKind, olds: readonly Item[], news: readonly Item[], matches: Matches, ids: NewIds): ListComparison | undefined {
  const places: number[] = [];
  const met = new Uint8Array(olds.length);
  for (const at of matches.at) {
    if (at < 0) continue;
    places.push(at);
    met[at] = 1;
  }
  const away = moved(places);
  const changed: Changed[] = [];
  const added: Item[] = [];
  let alike = 0;
  let place = 0;
  for (let j = 0; j < news.length; j++) {
    const at = matches.at[j] ?? -1;
    const after = news[j] as Item;
    if (at < 0) {
      added.push(after);
      continue;
    }
    const wandered = away.has(place++);
    const before = inNewIds(kind, olds[at] as Item, ids);
    const fields = before === after ? NOTHING : fieldChanges(before, after);
    if (fields.length > 0 || wandered) changed.push({ before, after, fields, by: matches.by(j), moved: wandered, split: false });
    else alike++;
  }
  const removed = places.length === olds.length ? [] : olds.filter((_, i) => met[i] === 0).map((item) => inNewIds(kind, item, ids));
  if (changed.length + removed.length + added.length === 0) return undefined;
  return kind === "activity" ? withSplits({ kind, changed, added, removed, splits: [], alike }, news) : { kind, changed, added, removed, splits: [], alike };
}

function withSplits(list: ListComparison, news: readonly Item[]): ListComparison {
  const wholes = [...list.changed.filter(({ fields }) => fields.some(({ field }) => field === "title" || field === "assignments")), ...list.removed.map((before) => ({ before }))];
  const found = splitsOf(wholes, list.added);
  if (found.size === 0) return list;
  const stayed = new Map(list.changed.map((one) => [one.before, one]));
  const parts: Changed[] = [];
  const splits = [...found].map(([before, rows]) => {
    const first = stayed.get(before);
    for (const after of rows) parts.push({ before, after, fields: fieldChanges(before, after), by: "likeness", moved: false, split: true });
    return { before, into: [...(first ? [first.after] : []), ...rows] };
  });
  const into = new Set(parts.map(({ after }) => after));
  const order = new Map(news.map((row, j) => [row, j]));
  const whole = new Set(splits.map(({ before }) => before));
  return {
    ...list,
    changed: [...list.changed.map((one) => (whole.has(one.before) ? { ...one, split: true } : one)), ...parts].sort((a, b) => (order.get(a.after) ?? 0) - (order.get(b.after) ?? 0)),
    added: list.added.filter((row) => !into.has(row)),
    removed: list.removed.filter((row) => !whole.has(row)),
    splits,
  };
}
