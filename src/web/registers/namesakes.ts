import type { MatrixDocument } from "#core/model/document.ts";
import type { Person } from "#core/model/party.ts";

/** Somebody about to be added: `Ana Ortiz`, `ana@example.org` or `Ana Ortiz <ana@example.org>`. */
export interface Newcomer {
  /** The address, where no name was given. */
  readonly name: string;
  readonly email?: string;
}

/** Reads what was typed into the line that adds people. */
export function readNewcomer(typed: string): Newcomer {
  const [, before = "", address = ""] = /^(.*?)[<(\s]*([^\s<>()@]+@[^\s<>()@]+\.[^\s<>()@]+)[>)\s]*$/.exec(typed.trim()) ?? [];
  if (address === "") return { name: typed.trim() };
  return { name: before.trim().replace(/[,;:]$/, "").trim() || address, email: address };
}

/** Letters without accents, in one case, with single blanks: `José  Núñez` is `jose nunez`. */
const plain = (text: string): string => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/\s+/g, " ").trim().toLowerCase();

/** The people of a matrix who have this name or are reached by this address already. */
export function alreadyHere(document: MatrixDocument, { name, email }: Newcomer): readonly Person[] {
  const reached = new Set((document.directory?.contacts ?? []).filter(({ value, shared }) => !shared && email !== undefined && value !== undefined && plain(value) === plain(email)).map(({ person }) => person as string | undefined));
  return (document.people ?? []).filter((person) => plain(person.name) === plain(name) || reached.has(person.id));
}

/** Whose number or address this is already, other than this person's. A shared one may be many people's. */
export function reachedBy(document: MatrixDocument, value: string, other: string): Person | undefined {
  const found = (document.directory?.contacts ?? []).find((contact) => contact.person !== undefined && contact.person !== other && !contact.shared && contact.value !== undefined && plain(contact.value).replace(/[\s()-]/g, "") === plain(value).replace(/[\s()-]/g, ""));
  return document.people?.find(({ id }) => id === found?.person);
}
