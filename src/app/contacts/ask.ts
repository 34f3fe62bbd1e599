import type { Letter } from "#accounts/letter.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Contact, Person } from "#core/model/party.ts";
import { instantOf, type Minute } from "#core/time/minute.ts";
import { isStale } from "#core/who/stale.ts";
import { askContact, noteCall } from "#db/contact-check.ts";
import type { Database } from "#db/database.ts";
import { privateContactsOf } from "#db/private-contact.ts";
import type { Author } from "#db/commit.ts";
import type { Denied } from "#db/denied.ts";
import type { Drafts } from "../draft/drafts.ts";
import { Refused } from "../refusal.ts";
import { correctLetter, testLetter } from "./contact-letters.ts";

/** How a question leaves this house. */
export interface Messenger {
  readonly mails: boolean;
  letter(letter: Letter): Buffer;
  /** Whether one more letter of this account's may go to an address; missing where nobody counts. */
  mayWrite?(account: string, to: string): Promise<boolean>;
  page(path: string): string;
  /** A secret for a link, and what is kept of it. */
  mint(): { readonly token: string; readonly hash: Buffer };
}
export interface Asker {
  readonly account: string;
  readonly name: string;
  readonly workspace: string;
  readonly workspaceName: string;
}
export interface Asked {
  readonly person: string;
  readonly mailed: boolean;
  /** To hand over, where no letter went out. */
  readonly link: string | null;
  readonly until: Date;
}

/** So long a link may be answered, in milliseconds. */
const LIVES = 14 * 86_400_000;

export const contactsOf = (document: MatrixDocument, person: string): readonly Contact[] => (document.directory?.contacts ?? []).filter((one) => one.person === person && one.shared !== true);
export const personIn = (document: MatrixDocument, person: string): Person | undefined => document.people?.find(({ id }) => id === person);

/** The people of a party whose numbers somebody should confirm. */
export const stalePeople = (document: MatrixDocument, party: string, at: Minute): readonly string[] =>
  (document.people ?? []).filter((person) => person.party === party && contactsOf(document, person.id).some((one) => isStale(one, at))).map(({ id }) => id);

function denied(why: Denied): Refused {
  return new Refused(why === "may-not" ? { code: "may-not", what: "ask people of another party about their numbers" } : { code: "not-found" });
}

/** Values as the asker's party sees them. */
async function valuesFor(db: Database, account: string, workspace: string): Promise<(contact: Contact) => string | undefined> {
  const kept = new Map((await privateContactsOf(db, account, workspace)).map(({ contact, value }) => [contact, value]));
  return (contact) => contact.value ?? kept.get(contact.id);
}

/**
 * Asks people whether their numbers are still correct: by letter where they have an address, else by a link to hand over.
 * An address that was written to often enough gets no more letters, and the link is handed over. A question asked before
 * ends with the new one.
 * @throws Refused: not-found, may-not
 */
export async function askPeople(db: Database, drafts: Drafts, messenger: Messenger, asker: Asker, people: readonly string[], byLetterOnly = false): Promise<readonly Asked[]> {
  const { document } = await drafts.read(asker.account, asker.workspace);
  const valueOf = await valuesFor(db, asker.account, asker.workspace);
  const asked: Asked[] = [];
  for (const id of new Set(people)) {
    const person = personIn(document, id);
    if (!person) throw new Refused({ code: "not-found" });
    const to = contactsOf(document, id).filter(({ kind }) => kind === "email").map(valueOf).find((value) => value !== undefined && isAddress(value));
    const { token, hash } = messenger.mint();
    const link = messenger.page(`/still-correct#${token}`);
    const until = new Date(Date.now() + LIVES);
    const goes = messenger.mails && to !== undefined && ((await messenger.mayWrite?.(asker.account, to)) ?? true);
    const mail = goes ? messenger.letter(correctLetter({ to, person: person.name, asker: asker.name, workspace: asker.workspaceName, link, until })) : undefined;
    if (byLetterOnly && mail === undefined) continue;
    const done = await askContact(db, asker.account, asker.workspace, { token: hash, kind: "correct", person: id, until, mail });
    if (!done.ok) throw denied(done.denied);
    asked.push({ person: id, mailed: mail !== undefined, link: mail === undefined ? link : null, until });
  }
  return asked;
}

const isAddress = (value: string): boolean => /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(value) && value.length <= 320;

/** Really sends something to an address, whose arrival is then confirmed. @returns nothing where no more letters go there for now. @throws Refused */
export async function sendTest(db: Database, drafts: Drafts, messenger: Messenger, asker: Asker, contact: Contact): Promise<Asked | undefined> {
  const { document } = await drafts.read(asker.account, asker.workspace);
  const person = personIn(document, contact.person ?? "");
  const to = (await valuesFor(db, asker.account, asker.workspace))(contact);
  if (!person || to === undefined) throw new Refused({ code: "not-found" });
  if (!isAddress(to)) throw new Refused({ code: "unfit", problems: [{ place: "contact", message: "this is no address a letter can be sent to" }] });
  if (!((await messenger.mayWrite?.(asker.account, to)) ?? true)) return undefined;
  const { token, hash } = messenger.mint();
  const link = messenger.page(`/still-correct#${token}`);
  const until = new Date(Date.now() + LIVES);
  const mail = messenger.letter(testLetter({ to, person: person.name, asker: asker.name, workspace: asker.workspaceName, link, until }));
  const done = await askContact(db, asker.account, asker.workspace, { token: hash, kind: "test", person: person.id, contact: contact.id, until, mail });
  if (!done.ok) throw denied(done.denied);
  return { person: person.id, mailed: true, link: null, until };
}

/** Writes down a call made by hand; one that reached the person verifies the number. @returns the new revision, if the draft changed. */
export async function noteCallMade(db: Database, drafts: Drafts, asker: Asker, author: Author, contact: Contact, { id, reached }: { readonly id: string; readonly reached: boolean }): Promise<number | undefined> {
  const { document, revision } = await drafts.read(asker.account, asker.workspace);
  const person = personIn(document, contact.person ?? "");
  if (!person) throw new Refused({ code: "not-found" });
  const done = await noteCall(db, asker.account, asker.workspace, { id, person: person.id, contact: contact.id, reached });
  if (!done.ok) throw denied(done.denied);
  if (!reached) return undefined;
  const made = await drafts.edit(author, asker.workspace, { id, base: revision, what: `tested by hand: ${person.name} was reached by ${contact.kind}`, edits: [verified(contact.id)] });
  return made.revision;
}

export const verified = (contact: string) => ({ do: "set", at: { kind: "contact", id: contact }, field: "verifiedAt", value: instantOf(Math.floor(Date.now() / 60_000)) }) as const;
