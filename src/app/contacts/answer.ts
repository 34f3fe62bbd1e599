import type { Edit } from "#core/model/edit.ts";
import type { Contact, Person } from "#core/model/party.ts";
import type { Author } from "#db/commit.ts";
import { answerContactCheck, askedByLink, contactClaimsOf, settleClaim, type AskedByLink } from "#db/contact-check.ts";
import type { Database } from "#db/database.ts";
import { privateContactsOf } from "#db/private-contact.ts";
import type { Drafts } from "../draft/drafts.ts";
import { Refused } from "../refusal.ts";
import { contactsOf, personIn, verified } from "./ask.ts";

/** What whoever holds a link sees: how one person is reached, and nothing else of the workspace. */
export interface Shown {
  readonly asked: AskedByLink;
  readonly person: Person;
  readonly contacts: readonly (Contact & { readonly seen: string | undefined })[];
}

/** @returns nothing for a link that opens nothing, any more or at all. */
export async function shownByLink(db: Database, drafts: Drafts, token: Buffer, account?: string): Promise<Shown | undefined> {
  const asked = await askedByLink(db, token, account);
  if (!asked) return undefined;
  const { document } = await drafts.read(asked.maker, asked.workspace);
  const kept = new Map((await privateContactsOf(db, asked.maker, asked.workspace)).map(({ contact, value }) => [contact, value]));
  const person = personIn(document, asked.person);
  const contacts = contactsOf(document, asked.person).filter(({ id }) => asked.contact === null || id === asked.contact);
  return person && { asked, person, contacts: contacts.map((one) => ({ ...one, seen: one.value ?? kept.get(one.id) })) };
}

export interface Said {
  readonly confirmed: number;
  /** New values that wait for an editor of the person's party. */
  readonly waiting: number;
  /** New values that count at once. */
  readonly changed: number;
  readonly workspace: string;
  readonly revision: number | undefined;
}

/**
 * Takes an answer: what is still correct counts as verified now. A new value waits for an editor, unless whoever answers is
 * signed in as the member who is this person. Written in the name of whoever asked; the history says who answered, and how.
 * @param own the author in that case, where they may edit.
 * @returns nothing for a link that opens nothing
 * @throws Refused: unfit
 */
export async function answerByLink(db: Database, drafts: Drafts, token: Buffer, answers: readonly { readonly contact: string; readonly value?: string | undefined }[], account?: string, own?: Author): Promise<Said | undefined> {
  const shown = await shownByLink(db, drafts, token, account);
  if (!shown) return undefined;
  const { asked, person, contacts } = shown;
  const test = asked.kind === "test";
  const given = test ? contacts.map(({ id }) => ({ contact: id, value: undefined })) : answers;
  const known = new Map(contacts.map((one) => [one.id as string, one]));
  if (given.length === 0 || given.some(({ contact }) => !known.has(contact))) throw new Refused({ code: "unfit", problems: [{ place: "contacts", message: "say of at least one of your own numbers whether it is correct" }] });
  const changes = given.filter(({ contact, value }) => value !== undefined && value !== known.get(contact)?.seen);
  const right = given.filter((one) => !changes.includes(one));
  const edits: Edit[] = right.map(({ contact }) => verified(contact));
  if (asked.own) for (const { contact, value } of changes) edits.push({ do: "set", at: { kind: "contact", id: contact }, field: "value", value }, verified(contact));
  const claims = asked.own ? [] : changes.map(({ contact, value }) => ({ contact, value: value ?? "" }));
  const revision = edits.length === 0 ? undefined : await written(drafts, asked, person, own, edits, test ? "a test message arrived" : changes.length > 0 && asked.own ? "numbers confirmed and given anew" : "numbers still correct");
  if (!(await answerContactCheck(db, token, test ? "received" : changes.length > 0 ? "changed" : "correct", given.map(({ contact }) => contact), claims))) return undefined;
  return { confirmed: right.length, waiting: claims.length, changed: changes.length - claims.length, workspace: asked.workspace, revision };
}

async function written(drafts: Drafts, asked: AskedByLink, person: Person, own: Author | undefined, edits: readonly Edit[], what: string): Promise<number> {
  const { revision } = await drafts.read(asked.maker, asked.workspace);
  const how = asked.own ? "signed in, by the link sent to them" : "by the link sent to them";
  const made = await drafts.edit(asked.own && own !== undefined ? own : asked.maker, asked.workspace, { id: asked.id, base: revision, what: `${what}, says ${person.name} (${how})`, edits });
  return made.revision;
}

/** An editor takes a new value over, or leaves it. @throws Refused */
export async function settle(db: Database, drafts: Drafts, account: string, author: Author, workspace: string, claim: string, accept: boolean): Promise<number | undefined> {
  const given = (await contactClaimsOf(db, account, workspace)).find(({ id }) => id === claim);
  if (!given) throw new Refused({ code: "not-found" });
  let revision: number | undefined;
  if (accept) {
    const draft = await drafts.read(account, workspace);
    const name = personIn(draft.document, given.person)?.name ?? given.person;
    const edits: Edit[] = [{ do: "set", at: { kind: "contact", id: given.contact }, field: "value", value: given.value }, verified(given.contact)];
    revision = (await drafts.edit(author, workspace, { id: claim, base: draft.revision, what: `new number, as ${name} gave it by the link sent to them`, edits })).revision;
  }
  const done = await settleClaim(db, account, workspace, claim, accept);
  if (!done.ok) throw new Refused(done.denied === "may-not" ? { code: "may-not", what: "take over numbers of another party" } : { code: "not-found" });
  return revision;
}
