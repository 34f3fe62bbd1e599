import { COLLECTIONS, type ItemKind, type MatrixDocument } from "#core/model/document.ts";
import { itemsOf, KINDS, type Item } from "#core/model/items.ts";
import type { Edit } from "#core/model/edit.ts";

/** What stands where a name or a contact stood. */
export const ERASED = "(erased)";
/** Shorter words would be found in others. */
const SHORTEST = 3;

/** Where a person of the matrix is named in it. */
export interface Trace {
  readonly item?: { readonly kind: ItemKind; readonly id: string };
  readonly name: string;
  readonly field: string;
}

/** Their name and the values of their contacts: what is looked for. */
export function wordsOf(document: MatrixDocument, person: string): readonly string[] {
  const name = document.people?.find(({ id }) => id === person)?.name;
  const contacts = (document.directory?.contacts ?? []).filter((one) => one.person === person && one.shared !== true).flatMap(({ value }) => (value === undefined ? [] : [value as string]));
  return [...new Set([...(name === undefined || name === ERASED ? [] : [name as string]), ...contacts])].filter((word) => word.trim().length >= SHORTEST);
}

const holds = (value: unknown, words: readonly string[]): boolean => {
  if (typeof value === "string") return words.some((word) => value.toLowerCase().includes(word.toLowerCase()));
  return typeof value === "object" && value !== null && Object.values(value).some((one) => holds(one, words));
};

const exactly = (word: string): RegExp => new RegExp(word.replace(/[.*+?^${}()|[\]\\/-]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`), "giu");
/** The longest first: a name may be the beginning of an address. */
const without = (text: string, words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).reduce((rest, word) => rest.replace(exactly(word), ERASED), text);

/** Names and contacts replaced in every text of a value; what refers by id stays. */
function cleaned(value: unknown, words: readonly string[], field = ""): unknown {
  if (typeof value === "string") return field === "id" ? value : without(value, words);
  if (Array.isArray(value)) return value.map((one) => cleaned(one, words));
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one, words, key)]));
  return value;
}

const fieldsHolding = (item: Item, words: readonly string[]): string[] => Object.keys(item).filter((field) => field !== "id" && holds(item[field], words));
const LISTS: ReadonlySet<string> = new Set(Object.values(COLLECTIONS));
/** What goes with a person as a whole: their own ways of being reached. */
const goesWith = (kind: ItemKind, item: Item, person: string): boolean => kind === "contact" && item["person"] === person && item["shared"] !== true;
const ownFields = (document: MatrixDocument): [string, unknown][] => Object.entries(document).filter(([field]) => !LISTS.has(field) && field !== "directory" && field !== "remit");

/** Where in the matrix somebody is named, and what of them stands beside it. */
export function tracesIn(document: MatrixDocument, person: string, words: readonly string[]): readonly Trace[] {
  const named = KINDS.flatMap((kind) => itemsOf(document, kind).filter((item) => !goesWith(kind, item, person)).flatMap((item) => fieldsHolding(item, words).map((field): Trace => ({ item: { kind, id: item.id }, name: String(item["title"] ?? item["name"] ?? item["what"] ?? item.id), field }))));
  const { contacts = [], absences = [] } = document.directory ?? {};
  return [
    ...named,
    ...ownFields(document).filter(([, value]) => holds(value, words)).map(([field]): Trace => ({ name: document.title, field })),
    ...contacts.filter((one) => one.person === person && one.shared !== true).map(({ kind }): Trace => ({ name: "contacts", field: kind })),
    ...absences.filter((one) => one.person === person && one.reason !== undefined).map((): Trace => ({ name: "absences", field: "reason" })),
  ];
}

/** The edits that take somebody's name, contacts, notes and reasons out of the matrix. Their posts stay, held by nobody who is named. */
export function erasing(document: MatrixDocument, person: string, words: readonly string[]): readonly Edit[] {
  const edits: Edit[] = [];
  const who = document.people?.find(({ id }) => id === person);
  for (const field of ["note", "dutyHours", "timeZone"] as const) if (who?.[field] !== undefined) edits.push({ do: "set", at: { kind: "person", id: person }, field, value: null });
  for (const kind of KINDS)
    for (const item of itemsOf(document, kind))
      if (goesWith(kind, item, person)) edits.push({ do: "remove", kind, id: item.id });
      else for (const field of fieldsHolding(item, words)) if (!(kind === "person" && item.id === person && field === "note")) edits.push({ do: "set", at: { kind, id: item.id }, field, value: cleaned(item[field], words, field) });
  for (const [field, value] of ownFields(document)) if (holds(value, words)) edits.push({ do: "set-matrix", field, value: cleaned(value, words, field) });
  for (const absence of document.directory?.absences ?? [])
    if (absence.person === person && absence.reason !== undefined) edits.push({ do: "set", at: { kind: "absence", id: absence.id }, field: "reason", value: null });
  return edits;
}
