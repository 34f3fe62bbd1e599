import type { Activity } from "../model/activity.ts";
import type { DecisionRight, Verb } from "../model/decision.ts";
import type { ItemKind, MatrixDocument } from "../model/document.ts";
import { VERB_WORDS } from "../model/verb-words.ts";

export type Found = "yes" | "partly" | "no";

/** Where the matrix answers something: the item, and its name. */
export interface Place {
  readonly kind: ItemKind;
  readonly id: string;
  readonly name: string;
}

/** What the matrix shows about one statement. */
export interface Shown {
  readonly answer: Found;
  /** The answer in a sentence: what is there, or what is missing. */
  readonly says: string;
  readonly places: readonly Place[];
  /** By name: roles with their holders, or people. */
  readonly who: readonly string[];
}

export const nameOfRole = (document: MatrixDocument, id: string): string => document.roles.find((role) => role.id === id)?.name ?? id;

/** A post with the people who hold it now. */
export function post(document: MatrixDocument, id: string): { readonly words: string; readonly held: boolean } {
  const role = document.roles.find((one) => one.id === id);
  const people = new Set([...(role?.holders ?? []), ...(document.rotations ?? []).filter((one) => one.role === id).flatMap(({ layers }) => layers.flatMap((layer) => layer.people))]);
  const names = [...people].map((person) => nameOfPerson(document, person));
  return { words: names.length === 0 ? (role?.name ?? id) : `${role?.name ?? id} (${names.join(", ")})`, held: names.length > 0 };
}

export const nameOfPerson = (document: MatrixDocument, id: string): string => document.people?.find((one) => one.id === id)?.name ?? id;

/** Rights to make one decision, for an event type where it is said. */
export const rightsTo = (document: MatrixDocument, verb: Verb, event?: string): readonly DecisionRight[] =>
  (document.decisionRights ?? []).filter((right) => right.verb === verb && right.deny !== true && (event === undefined || (right.events?.length ?? 0) === 0 || right.events?.some((id) => id === event) === true));

/** Who may make one decision: yes with somebody behind it, partly where only a row or an empty post says it. */
export function whoMay(document: MatrixDocument, verb: Verb, event?: string): Shown {
  const rights = rightsTo(document, verb, event);
  const words = VERB_WORDS[verb];
  const posts = rights.map((right) => (right.person === undefined ? right.role === undefined ? { words: "nobody", held: false } : post(document, right.role) : { words: nameOfPerson(document, right.person), held: true }));
  const places = rights.map(({ id }) => ({ kind: "decision-right" as const, id, name: `right to ${words}` }));
  const who = [...new Set(posts.map((one) => one.words))];
  if (posts.some(({ held }) => held)) return { answer: "yes", says: `${who.join(" or ")} may ${words}`, places, who };
  if (rights.length > 0) return { answer: "partly", says: `${who.join(" or ")} may ${words}, and nobody holds that post`, places, who };
  const row = document.activities.find(({ decision }) => decision === verb);
  const owner = row?.assignments.find(({ letter }) => letter === "A")?.role;
  if (row !== undefined && owner !== undefined) return { answer: "partly", says: `${nameOfRole(document, owner)} is accountable in a row, and no decision right says who may ${words}`, places: [place(row)], who: [post(document, owner).words] };
  return { answer: "no", says: `nobody may ${words}`, places: [], who: [] };
}

export const place = (row: Activity): Place => ({ kind: "activity", id: row.id, name: row.title });

/** Rows about something, by the words of their titles. */
export const rowsAbout = (document: MatrixDocument, pattern: RegExp): readonly Activity[] => document.activities.filter(({ title }) => pattern.test(title.toLowerCase()));

export const performers = (document: MatrixDocument, rows: readonly Activity[]): readonly string[] =>
  [...new Set(rows.flatMap(({ assignments }) => assignments.filter(({ letter }) => letter === "R").map(({ role }) => post(document, role).words)))];

/** Something that every item of a list should have: yes where all do, partly where some. */
export function everyHas<T extends { readonly id: string; readonly name: string }>(kind: ItemKind, items: readonly T[], has: (item: T) => boolean, what: { readonly many: string; readonly field: string }): Shown {
  const there = items.filter(has);
  const places = there.map(({ id, name }) => ({ kind, id, name }));
  if (items.length === 0) return { answer: "no", says: `there are no ${what.many}`, places, who: [] };
  if (there.length === items.length) return { answer: "yes", says: `every one of the ${items.length} ${what.many} has ${what.field}`, places, who: [] };
  if (there.length === 0) return { answer: "no", says: `none of the ${what.many} has ${what.field}`, places, who: [] };
  const without = items.filter((item) => !has(item)).map(({ name }) => name).join(", ");
  return { answer: "partly", says: `${there.length} of ${items.length} ${what.many} have ${what.field}, not: ${without}`, places, who: [] };
}

/** A row that has to be there, and what makes it whole. */
export function rowShown(document: MatrixDocument, pattern: RegExp, whole: (row: Activity) => boolean, words: { readonly row: string; readonly lacks: string }): Shown {
  const rows = rowsAbout(document, pattern).filter(({ assignments }) => assignments.some(({ letter }) => letter === "R"));
  const good = rows.filter(whole);
  const shown = good.length > 0 ? good : rows;
  if (rows.length === 0) return { answer: "no", says: `no row ${words.row}`, places: [], who: [] };
  return { answer: good.length > 0 ? "yes" : "partly", says: good.length > 0 ? `a row ${words.row}` : `a row ${words.row}, ${words.lacks}`, places: shown.map(place), who: performers(document, shown) };
}
