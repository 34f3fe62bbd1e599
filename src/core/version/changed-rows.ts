import { canonicalText } from "../model/canonical.ts";
import { COLLECTIONS, type MatrixDocument } from "../model/document.ts";

/** What differs between two matrices, as a count and by the titles of the rows. */
export interface ChangedRows {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** Roles, people, decision rights and whatever else is not a row. */
  readonly others: number;
}

type Item = { readonly id: string };

/** Rows that came, went or changed, by their titles; moving a row changes no words of it. */
export function changedRows(before: MatrixDocument, after: MatrixDocument): ChangedRows {
  const was = new Map(before.activities.map((row) => [row.id as string, row]));
  const is = new Set(after.activities.map(({ id }) => id as string));
  const changed = after.activities.filter((row) => {
    const old = was.get(row.id);
    return old !== undefined && old !== row && canonicalText(old) !== canonicalText(row);
  });
  return {
    added: after.activities.filter(({ id }) => !was.has(id)).map(({ title }) => title),
    removed: before.activities.filter(({ id }) => !is.has(id)).map(({ title }) => title),
    changed: changed.map(({ title }) => title),
    others: othersChanged(before, after),
  };
}

function othersChanged(before: MatrixDocument, after: MatrixDocument): number {
  let count = 0;
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof MatrixDocument>) {
    if (field === "activities" || field === "directory") continue;
    const [was, is] = [before[field], after[field]];
    if (!LISTS.has(field)) count += canonicalText(was ?? null) === canonicalText(is ?? null) ? 0 : 1;
    else {
      const old = new Map(((was ?? []) as readonly Item[]).map((item) => [item.id, canonicalText(item)]));
      for (const item of (is ?? []) as readonly Item[]) {
        if (old.get(item.id) !== canonicalText(item)) count++;
        old.delete(item.id);
      }
      count += old.size;
    }
  }
  return count;
}
const LISTS: ReadonlySet<string> = new Set(Object.values(COLLECTIONS));

export const countOf = ({ added, removed, changed }: ChangedRows): number => added.length + removed.length + changed.length;
