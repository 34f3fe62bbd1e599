import type { Activity } from "#core/model/activity.ts";
import type { Column } from "./columns.ts";

/** A column with more values than this is searched by words, not ticked. */
const MOST = 60;
const RACIS = ["R", "A", "C", "I", "S"];

/** What a cell holds, one value for each name or letter in it; an empty text where it is empty. */
export function valuesOf(column: Column, row: Activity): readonly string[] {
  const values = column.values?.(row) ?? column.show(row).split("\n").filter(Boolean);
  return values.length > 0 ? values : EMPTY;
}
const EMPTY: readonly string[] = [""];

export interface Value {
  readonly value: string;
  /** Rows that have it. */
  readonly rows: number;
}

/** The values of a column with the rows that have them, the empty one last; nothing where they are too many to tick. */
export function tickable(column: Column, rows: readonly Activity[]): readonly Value[] | undefined {
  if (column.kind === "title") return undefined;
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const value of new Set(valuesOf(column, row))) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > MOST) return undefined;
  }
  const order = column.kind === "role" ? RACIS : (column.choices ?? []);
  const place = (value: string): number => (value === "" ? Number.POSITIVE_INFINITY : order.includes(value) ? order.indexOf(value) : order.length);
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  return [...counts].map(([value, count]) => ({ value, rows: count })).toSorted((a, b) => place(a.value) - place(b.value) || collator.compare(a.value, b.value));
}
