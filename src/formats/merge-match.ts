import { alikePairs } from "#core/compare/alike.ts";
import { likeness, plain, words } from "#core/compare/likeness.ts";
import type { Activity } from "#core/model/activity.ts";

/** Titles that share fewer of their words than this are different activities. */
const ALIKE = 0.6;
/**
 * Which row of the newer sheet is which row of the matrix: by id, by control and title, by title, and
 * at last by likeness of titles. Each row is matched once; existing row to newer row.
 */
export function matchRows(existing: readonly Activity[], incoming: readonly Activity[]): ReadonlyMap<Activity, Activity> {
  const matches = new Map<Activity, Activity>();
  let open = [...incoming];
  const take = (keyOf: (row: Activity) => string | undefined, agree: (old: Activity, row: Activity) => boolean = () => true) => {
    const waiting = new Map<string, Activity[]>();
    for (const row of existing) {
      const key = matches.has(row) ? undefined : keyOf(row);
      if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), row]);
    }
    open = open.filter((row) => {
      const key = keyOf(row);
      const candidates = key === undefined ? undefined : waiting.get(key);
      const at = candidates?.findIndex((old) => agree(old, row)) ?? -1;
      const old = candidates?.[at];
      if (!candidates || !old) return true;
      candidates.splice(at, 1);
      matches.set(old, row);
      return false;
    });
  };
  // An id like `IAM-04` is the sheet's own; one made from a title is only as good as the title.
  take((row) => row.id, (old, row) => /\d/.test(row.id) && row.id !== row.id.toLowerCase() ? true : (plain(old.title) === plain(row.title) || likeness(words(old.title), words(row.title)) >= ALIKE) && (old.area === row.area || count(existing, old) === 1));
  take((row) => (row.controls && row.controls.length > 0 ? `${[...row.controls].sort().join(" ")}|${plain(row.title)}` : undefined));
  take((row) => `${plain(row.title)}|${row.area ?? ""}`);
  take((row) => plain(row.title));
  takeAlike(existing, open, matches);
  // What is left on both sides under the same number of its own (`1.2` under `Ref`) was given another title.
  const met = new Set(matches.values());
  open = open.filter((row) => !met.has(row));
  const alone = [counted(existing), counted(incoming)];
  take((row) => {
    const number = ownNumber(row);
    return number !== undefined && alone.every((counts) => (counts.get(number) ?? 0) <= 1) ? number : undefined;
  });
  return matches;
}

const NUMBERED = /^(?:ref(?:erence)?|no|nr|num(?:ber)?|id|#|item|row)\b\.?|^#$/i;

/** The sheet's own number of a row, kept under its header. */
function ownNumber({ columns }: Activity): string | undefined {
  const column = Object.keys(columns ?? {}).find((header) => NUMBERED.test(header.trim()));
  const number = column === undefined ? undefined : columns?.[column]?.trim();
  return column !== undefined && number !== undefined && /\d/.test(number) ? `${column}|${number}` : undefined;
}

function counted(rows: readonly Activity[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const number = ownNumber(row);
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

const count = (rows: readonly Activity[], row: Activity): number => rows.reduce((sum, one) => sum + (one.title === row.title ? 1 : 0), 0);

/** The most alike titles first, so that a better match is never taken by a worse one; within an area before all others. */
function takeAlike(existing: readonly Activity[], open: readonly Activity[], matches: Map<Activity, Activity>): void {
  const done = new Set<Activity>();
  const known = ({ title }: Activity) => ({ title, facts: NONE });
  const take = (olds: readonly Activity[], news: readonly Activity[]): void => {
    for (const { before, after } of alikePairs(olds.map(known), news.map(known))) {
      matches.set(olds[before] as Activity, news[after] as Activity);
      done.add(news[after] as Activity);
    }
  };
  const left = (): readonly Activity[] => existing.filter((row) => !matches.has(row));
  const areas = Map.groupBy(left(), ({ area }) => area);
  for (const [area, news] of Map.groupBy(open, ({ area }) => area)) if (area !== undefined) take(areas.get(area) ?? [], news);
  take(left(), open.filter((row) => !done.has(row)));
}
const NONE: ReadonlySet<string> = new Set();
