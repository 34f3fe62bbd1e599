import type { Activity, Assignment } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { idFrom } from "#core/model/id.ts";
import { matchRows } from "./merge-match.ts";
import { inIdsOf } from "./merge-names.ts";
import { areaSaid, columnsSaid, letterChanges, sayChange, termsAfter } from "./merge-terms.ts";
import { Unreadable } from "./remit-sheet/field.ts";
import { readLetters, sayLetters, withLetters } from "./remit-sheet/letters.ts";
import { namesOf, oneLine, type Names } from "./remit-sheet/names.ts";
import { plain } from "./remit-sheet/read-cells.ts";
import type { ImportReport, Orientation } from "./understand/report.ts";

/** What a newer sheet does to one row of the matrix, in words. */
export interface MergeChange {
  readonly kind: "added" | "changed" | "missing";
  readonly title: string;
  readonly details: readonly string[];
}

/** Sheets that name people in their cells, so that who is named nowhere any more is meant to be gone. */
const BY_NAME: ReadonlySet<Orientation | undefined> = new Set(["names", "owners", "lane", "prose"]);

/**
 * The matrix after a newer sheet. Rows are matched, and each field is compared in the words a sheet has for
 * it: only where the sheet says something else does the row change, and then only in what a sheet can say.
 * Rows the sheet no longer has, and letters of roles it has no column for, are kept.
 * @param report how the sheet was read, where it was; says whether its people stand in columns or in cells.
 */
export function mergeInto(existing: MatrixDocument, incoming: MatrixDocument, report?: ImportReport): { readonly document: MatrixDocument; readonly changes: readonly MergeChange[] } {
  const { document, changes } = merge(existing, incoming, report);
  return { document, changes };
}

/**
 * A sheet as another state of a matrix: what it says is taken from it, what no sheet can say from the matrix, and rows
 * that it does not have are gone. Rows stand in the order of the matrix, new ones behind the row the sheet has them behind.
 */
export function stateOf(existing: MatrixDocument, incoming: MatrixDocument, report?: ImportReport): MatrixDocument {
  const { document, missing, fresh } = merge(existing, incoming, report);
  if (missing.size + fresh.size === 0) return document;
  const behind = Map.groupBy(fresh.keys(), (row) => fresh.get(row));
  const activities: Activity[] = [];
  const put = (rows: Iterable<Activity>): void => {
    for (const row of rows) {
      if (!missing.has(row)) activities.push(row);
      const next = behind.get(row.id);
      behind.delete(row.id);
      if (next) put(next);
    }
  };
  put(behind.get(undefined) ?? []);
  put(document.activities.filter((row) => !fresh.has(row)));
  return { ...document, activities };
}

function merge(existing: MatrixDocument, incoming: MatrixDocument, report?: ImportReport): { readonly document: MatrixDocument; readonly changes: readonly MergeChange[]; readonly missing: ReadonlySet<Activity>; readonly fresh: ReadonlyMap<Activity, string | undefined> } {
  const named = inIdsOf(existing, incoming);
  const names = namesOf(named.document);
  const everybody = report?.sheets.some(({ used, orientation }) => used && BY_NAME.has(orientation)) ?? false;
  const spoken = (role: string) => everybody || named.roles.has(role);
  const matches = matchRows(existing.activities, named.activities);
  const taken = new Set(existing.activities.map((row) => row.id));
  const changes: MergeChange[] = [];
  const missing = new Set<Activity>();

  const kept = existing.activities.map((old): Activity => {
    const row = matches.get(old);
    if (!row) {
      missing.add(old);
      changes.push({ kind: "missing", title: old.title, details: ["the newer sheet does not have this row; it was kept"] });
      return old;
    }
    const { merged, details } = mergedRow(old, row, names, spoken);
    if (details.length === 0) return old;
    changes.push({ kind: "changed", title: old.title, details });
    return merged;
  });
  const olds = new Map([...matches].map(([old, row]) => [row, old]));
  const fresh = new Map<Activity, string | undefined>();
  let last: string | undefined;
  for (const row of named.activities) {
    const old = olds.get(row);
    if (old === undefined) {
      const { details } = mergedRow({ id: row.id, title: row.title, assignments: [] }, row, names, () => true);
      changes.push({ kind: "added", title: row.title, details });
      const made = taken.has(row.id) ? { ...row, id: idFrom(row.title, taken) } : row;
      taken.add(made.id);
      fresh.set(made, last);
      last = made.id;
    } else last = old.id;
  }
  // Nothing said, nothing changed: not even the order in which things are written.
  if (changes.every(({ kind }) => kind === "missing")) return { document: existing, changes, missing, fresh };
  return { document: { ...named.document, activities: [...kept, ...fresh.keys()] }, changes, missing, fresh };
}

/** The row as the newer sheet has it, everything the sheet does not say as it was; and what is new, in words. */
function mergedRow(old: Activity, row: Activity, names: Names, spoken: (role: string) => boolean): { readonly merged: Activity; readonly details: readonly string[] } {
  const details: string[] = [];
  let merged = old;
  if (plain(oneLine(old.title)) !== plain(oneLine(row.title))) {
    details.push(`title becomes \`${row.title}\``);
    merged = { ...merged, title: row.title };
  }
  const area = areaSaid(old, row, names);
  if (area !== undefined) {
    details.push(sayChange("Area", old.area === undefined ? "" : names.say("area", old.area), names.say("area", area)));
    merged = { ...merged, area };
  }
  const assignments = mergedLetters(old, row, spoken);
  details.push(...letterChanges(old.assignments, assignments, names));
  if (assignments !== old.assignments) merged = { ...merged, assignments };
  for (const { header, before, after, row: next } of termsAfter(merged, row, names)) {
    details.push(sayChange(header, before, after));
    merged = next;
  }
  for (const { header, before, after } of columnsSaid(old, row)) {
    details.push(sayChange(header, before, after));
    merged = { ...merged, columns: { ...merged.columns, [header]: after } };
  }
  return { merged, details };
}

/** Whether a cell would show the same: it cannot hold every condition word for word. */
function sameInSheet(held: readonly Assignment[], newer: readonly Assignment[]): boolean {
  const said = plain(sayLetters(held));
  const read = readLetters(said, held[0]?.role ?? "");
  const now = plain(sayLetters(newer));
  // A cell that cannot be read back arrives empty, or with the R that its lane says.
  if (read instanceof Unreadable) return now === said || now === "" || (now === "R" && held.some(({ letter }) => letter === "R"));
  return now === said || now === plain(sayLetters(read));
}

/** Letters of the roles the sheet speaks of; a sheet that names nobody in the row takes nobody away. */
function mergedLetters(old: Activity, row: Activity, spoken: (role: string) => boolean): Activity["assignments"] {
  if (row.assignments.length === 0) return old.assignments;
  const held = (one: Activity, role: string): Assignment[] => one.assignments.filter((assignment) => assignment.role === role);
  let assignments = old.assignments;
  for (const role of new Set([...old.assignments, ...row.assignments].map((one) => one.role as string))) {
    const after = held(row, role);
    if ((after.length === 0 && !spoken(role)) || sameInSheet(held(old, role), after)) continue;
    assignments = withLetters(assignments, role, after);
  }
  return assignments;
}
