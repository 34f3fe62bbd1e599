import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { activityFields } from "./activity-fields.ts";
import type { Field } from "./field.ts";
import { sayLetters } from "./letters.ts";
import { namesOf, type Names } from "./names.ts";

/** One column of the Matrix sheet: a role's letters, or a field. */
export interface MatrixColumn {
  readonly header: string;
  /** The party over a role; empty over a field. */
  readonly party: string;
  readonly width: number;
  readonly role?: string;
  readonly field?: Field<Activity>;
}

/** The Matrix sheet of a document before any file format: columns, and rows in order of their areas. */
export interface MatrixLayout {
  readonly names: Names;
  readonly columns: readonly MatrixColumn[];
  /** First and last column of the grid of roles; `last < first` when there are no roles. */
  readonly grid: { readonly first: number; readonly last: number };
  readonly rows: readonly Activity[];
}

export const UNKNOWN_PARTY = "Not in the register";

export function matrixLayout(document: MatrixDocument): MatrixLayout {
  const names = namesOf(document);
  const { before, after } = activityFields(document);
  const roles = gridRoles(document, names);
  const width = roles.length > 14 ? 9 : 13;
  const ofField = (field: Field<Activity>): MatrixColumn => ({ header: field.header, party: "", width: field.width, field });
  return {
    names,
    columns: [...before.map(ofField), ...roles.map((role) => ({ ...role, width })), ...after.map(ofField)],
    grid: { first: before.length, last: before.length + roles.length - 1 },
    rows: inAreaOrder(document),
  };
}

/** Roles side by side by party, in the order of the register; then roles that only the rows know. */
function gridRoles(document: MatrixDocument, names: Names): { header: string; party: string; role: string }[] {
  const order = new Map(document.parties.map(({ id }, index) => [id as string, index]));
  const known = document.roles
    .toSorted((a, b) => (order.get(a.party) ?? order.size) - (order.get(b.party) ?? order.size))
    .map(({ id, party }) => ({ header: names.say("role", id), party: names.say("party", party), role: id as string }));
  const seen = new Set(known.map(({ role }) => role));
  const strangers = new Set(document.activities.flatMap(({ assignments }) => assignments.map(({ role }) => role as string)).filter((role) => !seen.has(role)));
  return [...known, ...[...strangers].map((role) => ({ header: role, party: UNKNOWN_PARTY, role }))];
}

/** Rows by area in the register's order, rows without one last; inside an area as in the document. */
export function inAreaOrder(document: MatrixDocument): Activity[] {
  const order = new Map((document.areas ?? []).map(({ id }, index) => [id as string, index]));
  const place = ({ area }: Activity): number => (area === undefined ? undefined : order.get(area)) ?? order.size;
  return document.activities.toSorted((a, b) => place(a) - place(b));
}

/** What the cells of one row show, by column. */
export function cellsOf(row: Activity, layout: MatrixLayout): string[] {
  const held = new Map<string, Activity["assignments"]>();
  for (const assignment of row.assignments) {
    const list = held.get(assignment.role);
    if (list) list.push(assignment);
    else held.set(assignment.role, [assignment]);
  }
  return layout.columns.map(({ role, field }) => (field ? field.show(row, layout.names) : sayLetters(held.get(role ?? "") ?? [])));
}
