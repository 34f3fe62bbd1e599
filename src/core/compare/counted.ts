import type { Comparison } from "./comparison.ts";

/** How many rows became what. */
export interface Counted {
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
  readonly renamed: number;
  readonly split: number;
  readonly newIds: number;
}

export function countRows({ lists, newIds }: Comparison): Counted {
  const rows = lists.find(({ kind }) => kind === "activity");
  const whole = rows?.changed.filter(({ split }) => !split) ?? [];
  return {
    changed: whole.filter(({ fields }) => fields.length > 0).length,
    added: rows?.added.length ?? 0,
    removed: rows?.removed.length ?? 0,
    moved: whole.filter(({ moved }) => moved).length,
    renamed: whole.filter(({ fields }) => fields.some(({ field }) => field === "title")).length,
    split: rows?.splits.length ?? 0,
    newIds: newIds.get("activity")?.size ?? 0,
  };
}

/** `3 rows changed, 1 of them renamed, 2 new, 1 moved`; nothing where no row differs. */
export function sayRows({ changed, added, removed, moved, renamed, split, newIds }: Counted): string {
  const rows = (n: number): string => `${n} ${n === 1 ? "row" : "rows"}`;
  return [
    changed > 0 ? `${rows(changed)} changed${renamed > 0 ? ` (${renamed} renamed)` : ""}` : "",
    added > 0 ? `${rows(added)} new` : "",
    removed > 0 ? `${rows(removed)} gone` : "",
    moved > 0 ? `${rows(moved)} moved` : "",
    split > 0 ? `${rows(split)} split` : "",
    newIds > 0 ? `${rows(newIds)} under ${newIds === 1 ? "a new id" : "new ids"}` : "",
  ].filter(Boolean).join(", ");
}
