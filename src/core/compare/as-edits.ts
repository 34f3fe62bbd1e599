import { COLLECTIONS, type ItemKind, type MatrixDocument } from "../model/document.ts";
import type { Assignment } from "../model/activity.ts";
import { withCells, type Cells } from "../model/cells.ts";
import { applyBatch } from "../model/edit-batch.ts";
import type { Edit } from "../model/edit.ts";
import { itemsOf, KINDS, type Item } from "../model/items.ts";
import type { Comparison } from "./comparison.ts";
import { fieldChanges, ownChanges } from "./fields.ts";
import { moved } from "./order.ts";
import { same } from "./same.ts";

/**
 * The edits that make the newer matrix of the older one. An item whose id is new goes and comes, since no edit gives
 * another id; the others are set field by field and cell by cell, and moved as seldom as can be. A law in the tests.
 */
export function asEdits({ before, after }: Comparison): readonly Edit[] {
  const edits: Edit[] = ownChanges(before, after).map(({ field, after: value }) => ({ do: "set-matrix", field, value: value ?? null }));
  for (const kind of KINDS) edits.push(...listEdits(kind, itemsOf(before, kind), itemsOf(after, kind)));
  // A list that is empty, and one that is not there, hold the same items and are not the same words.
  return [...edits, ...emptied(applyBatch(before, edits).document, after)];
}

function emptied(now: MatrixDocument, wanted: MatrixDocument): readonly Edit[] {
  const lists = Object.values(COLLECTIONS).flatMap((field): Edit[] => (same(now[field], wanted[field]) ? [] : [{ do: "set-matrix", field, value: wanted[field] ?? null }]));
  return same(now.directory, wanted.directory) ? lists : [...lists, { do: "set-matrix", field: "directory", value: wanted.directory ?? null }];
}

function listEdits(kind: ItemKind, olds: readonly Item[], news: readonly Item[]): readonly Edit[] {
  if (olds === news) return [];
  const places = new Map(olds.map(({ id }, i) => [id, i]));
  const stays = new Set(news.map(({ id }) => id));
  const edits: Edit[] = olds.filter(({ id }) => !stays.has(id)).map(({ id }) => ({ do: "remove", kind, id }));
  const both = news.filter(({ id }) => places.has(id));
  const away = moved(both.map(({ id }) => places.get(id) as number));
  const wandering = new Set([...away].map((at) => (both[at] as Item).id));
  // From the end, so that what an item comes to stand in front of stands already.
  for (let j = news.length - 1; j >= 0; j--) {
    const item = news[j] as Item;
    const next = news[j + 1]?.id;
    const before = next === undefined ? {} : { before: next };
    const place = places.get(item.id);
    if (place === undefined) edits.push({ do: "add", kind, item, ...before });
    else {
      if (wandering.has(item.id)) edits.push({ do: "move", kind, id: item.id, ...before });
      edits.push(...itemEdits(kind, olds[place] as Item, item));
    }
  }
  return edits;
}

function itemEdits(kind: ItemKind, old: Item, item: Item): readonly Edit[] {
  if (old === item) return [];
  return fieldChanges(old, item).map(({ field, after, cells }): Edit => {
    if (kind === "activity" && cells && cells.length > 0) {
      const wanted: Cells = Object.fromEntries(cells.map((cell) => [cell.role, cell.after]));
      if (same(withCells(old["assignments"] as readonly Assignment[], wanted), after)) return { do: "letters", activity: item.id, cells: wanted };
    }
    return { do: "set", at: { kind, id: item.id }, field, value: after ?? null };
  });
}

