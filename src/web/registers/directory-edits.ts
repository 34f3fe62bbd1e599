import type { Directory } from "#core/model/directory.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";
import { idFrom } from "#core/model/id.ts";
import type { Contact } from "#core/model/party.ts";

export type Absence = NonNullable<Directory["absences"]>[number];

/** The directory has no edits of its own: it is written as a whole, from what stands there now. */
function written(document: MatrixDocument, change: Partial<Directory>): Edit[] {
  const now = Object.fromEntries(Object.entries({ ...document.directory, ...change }).filter(([, list]) => list !== undefined && list.length > 0));
  return [{ do: "set-matrix", field: "directory", value: Object.keys(now).length > 0 ? now : null }];
}

/** Gives a person one more way of being reached. */
export function addContact(document: MatrixDocument, person: string, contact: Pick<Contact, "kind" | "value" | "shared">): Edit[] {
  const contacts = document.directory?.contacts ?? [];
  return written(document, { contacts: [...contacts, { id: idFrom(`${person} ${contact.kind}`, new Set(contacts.map(({ id }) => id))), person, ...contact }] });
}

export const removeContact = (document: MatrixDocument, id: string): Edit[] => written(document, { contacts: (document.directory?.contacts ?? []).filter((one) => one.id !== id) });

/** Absences stand in the order in which they begin. */
export function addAbsence(document: MatrixDocument, absence: Omit<Absence, "id">): Edit[] {
  const absences = document.directory?.absences ?? [];
  const id = idFrom(`${absence.person} away ${absence.from.slice(0, 10)}`, new Set(absences.map((one) => one.id)));
  return written(document, { absences: [...absences, { id, ...absence }].toSorted((a, b) => a.from.localeCompare(b.from)) });
}

/** One absence changed, or taken out. */
export const putAbsence = (document: MatrixDocument, id: string, now: Absence | undefined): Edit[] =>
  written(document, { absences: (document.directory?.absences ?? []).flatMap((one) => (one.id !== id ? [one] : now ? [now] : [])) });
