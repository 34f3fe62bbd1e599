import type { Directory } from "#core/model/directory.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";
import { idFrom } from "#core/model/id.ts";
import { itemsOf } from "#core/model/items.ts";
import type { Contact } from "#core/model/party.ts";

export type Absence = NonNullable<Directory["absences"]>[number];

/** Gives a person one more way of being reached. */
export function addContact(document: MatrixDocument, person: string, contact: Pick<Contact, "kind" | "value" | "shared" | "private">): Edit[] {
  const id = idFrom(`${person} ${contact.kind}`, new Set(itemsOf(document, "contact").map((one) => one.id)));
  return [{ do: "add", kind: "contact", item: { id, person, ...contact } }];
}

export const removeContact = (id: string): Edit[] => [{ do: "remove", kind: "contact", id }];

/** Shows a value to everybody, or to the person's own side alone. @param value as one's own side sees it. */
export const sealContact = ({ id }: Contact, sealed: boolean, value: string): Edit[] =>
  sealed
    ? [{ do: "set", at: { kind: "contact", id }, field: "private", value: true }]
    : [{ do: "set", at: { kind: "contact", id }, field: "private", value: null }, { do: "set", at: { kind: "contact", id }, field: "value", value }];

/** Absences stand in the order in which they begin. */
export function addAbsence(document: MatrixDocument, absence: Omit<Absence, "id">): Edit[] {
  const absences = document.directory?.absences ?? [];
  const id = idFrom(`${absence.person} away ${absence.from.slice(0, 10)}`, new Set(absences.map((one) => one.id)));
  const before = absences.find(({ from }) => from > absence.from)?.id;
  return [{ do: "add", kind: "absence", item: { id, ...absence }, ...(before === undefined ? {} : { before }) }];
}

export const removeAbsence = (id: string): Edit[] => [{ do: "remove", kind: "absence", id }];
export const setSubstitute = (id: string, substitute: string | undefined): Edit[] => [{ do: "set", at: { kind: "absence", id }, field: "substitute", value: substitute ?? null }];
