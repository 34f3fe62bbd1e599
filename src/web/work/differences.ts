import type { ItemKind, MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";
import { itemsOf, KINDS, type Item } from "#core/model/items.ts";
import type { Batches } from "./order.ts";

/**
 * The edits that lead from one document to a later one that only gained items and changed fields:
 * first what rows refer to, as one batch, then a batch for each row.
 */
export function differences(before: MatrixDocument, after: MatrixDocument): Batches {
  const around = KINDS.filter((kind) => kind !== "activity").flatMap((kind) => ofList(kind, before, after).flat());
  return [...(around.length > 0 ? [around] : []), ...ofList("activity", before, after)];
}

function ofList(kind: ItemKind, before: MatrixDocument, after: MatrixDocument): Edit[][] {
  const old = new Map(itemsOf(before, kind).map((item) => [item.id, item]));
  return itemsOf(after, kind).flatMap((item) => {
    const was = old.get(item.id);
    if (was === item) return [];
    const edits: Edit[] = was ? ofItem(kind, was, item) : [{ do: "add", kind, item }];
    return edits.length > 0 ? [edits] : [];
  });
}

const ofItem = (kind: ItemKind, was: Item, item: Item): Edit[] =>
  [...new Set([...Object.keys(was), ...Object.keys(item)])]
    .filter((field) => JSON.stringify(was[field]) !== JSON.stringify(item[field]))
    .map((field) => ({ do: "set", at: { kind, id: item.id }, field, value: item[field] ?? null }));
