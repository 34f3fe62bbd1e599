import { randomUUID } from "node:crypto";
import { sayErased } from "#core/history/erasure.ts";
import type { Database } from "#db/database.ts";
import { agreedRowsOf } from "#db/agreement.ts";
import { entriesHolding, eraseWords, forgetWayBack, scrubTalk, talkHolding, type HoldingEntry } from "#db/person.ts";
import type { Drafts } from "../draft/drafts.ts";
import { sealedWords } from "../draft/sealed-words.ts";
import { Refused } from "../refusal.ts";
import { erasing, tracesIn, wordsOf, type Trace } from "./traces.ts";

/** An owner, and whom they look for. */
export interface Search {
  readonly account: string;
  readonly workspace: string;
  readonly revision: number;
  readonly role: string;
  /** The party they speak for. */
  readonly party: string | null;
  readonly person: string;
}

export interface Found {
  readonly name: string;
  readonly draft: readonly Trace[];
  /** What their own side said beside the rows, and how often. */
  readonly beside: readonly { readonly kind: "comments" | "evidence" | "reasons" | "proposals"; readonly n: number }[];
  /** `own` where this owner may erase the words. */
  readonly entries: readonly (HoldingEntry & { readonly own: boolean })[];
}

/** Entries looked through at once. */
const AT_ONCE = 5_000;

const mayNot = (what: string): Refused => new Refused({ code: "may-not", what });

/** As the words stand in JSON, beside how one reads them. */
const spelled = (words: readonly string[]): readonly string[] => [...new Set(words.flatMap((word) => [word, JSON.stringify(word).slice(1, -1)]))];

/**
 * Where a person of the matrix is named, in it and in its history.
 * @throws Refused for who is no owner of the person's party.
 */
export async function findPerson(db: Database, drafts: Drafts, { account, workspace, revision, role, party, person }: Search): Promise<Found> {
  if (role !== "owner") throw mayNot("erase a person");
  const { document } = await drafts.read(account, workspace, revision);
  const who = document.people?.find(({ id }) => id === person);
  if (!who) throw new Refused({ code: "not-found" });
  if (party !== null && who.party !== party) throw mayNot("erase a person of another party: their owners do");
  const words = wordsOf(document, person);
  const entries: HoldingEntry[] = [];
  if (words.length > 0) for (let after = 0; after < revision; after += AT_ONCE) entries.push(...(await entriesHolding(db, account, workspace, after, after + AT_ONCE, spelled(words))));
  const beside = words.length > 0 ? await talkHolding(db, account, workspace, words) : [];
  return { name: who.name, draft: tracesIn(document, person, words), beside, entries: entries.reverse().map((entry) => ({ ...entry, own: entry.party === null || entry.party === party })) };
}

/**
 * Takes a person out of the matrix and erases the words of entries that name them. The history goes on proving who wrote,
 * when and for which party, and says itself what was erased.
 * @param revisions those of the list that was shown.
 */
export async function erasePerson(db: Database, drafts: Drafts, search: Search, revisions: readonly number[]): Promise<{ readonly erased: readonly number[]; readonly locked: readonly string[] }> {
  const { account, workspace, person } = search;
  const found = await findPerson(db, drafts, search);
  const wanted = new Set(revisions);
  const { document, revision } = await drafts.read(account, workspace);
  const words = wordsOf(document, person);
  // Rows both sides agreed on are the other side's too: they are told, and change once they are open again.
  const agreed = await agreedRowsOf(db, account, workspace);
  const all = erasing(document, person, words);
  const edits = all.filter((edit) => !(edit.do === "set" && edit.at.kind === "activity" && agreed.has(edit.at.id)));
  const locked = [...new Set(all.flatMap((edit) => (edit.do === "set" && edit.at.kind === "activity" && agreed.has(edit.at.id) ? [edit.at.id] : [])))].map((id) => document.activities.find((row) => row.id === id)?.title ?? id);
  if (edits.length > 0) {
    const made = await drafts.edit(account, workspace, { id: randomUUID(), base: revision, edits, what: "erase a person of the matrix" });
    await forgetWayBack(db, account, workspace, made.revision);
  }
  if (words.length > 0) await scrubTalk(db, account, workspace, words);
  return { locked, erased: await eraseEntries(db, drafts, account, workspace, found.entries.filter((entry) => entry.own && wanted.has(entry.revision)).map((entry) => entry.revision)) };
}

/**
 * Erases the words of entries, and writes down which and by whom.
 * @throws Refused: may-not, not-found.
 */
export async function eraseEntries(db: Database, drafts: Drafts, account: string, workspace: string, revisions: readonly number[]): Promise<readonly number[]> {
  if (revisions.length === 0) return [];
  const done = await eraseWords(db, account, workspace, revisions, (gone) => (gone.length === 0 ? [] : sayErased(gone).map((what) => ({ edit: randomUUID(), what, sealed: sealedWords(what, []), edits: [], undo: [], puts: [], gone: [] }))));
  if (!done.ok) throw done.denied === "may-not" ? mayNot("erase words of the history") : new Refused({ code: "not-found" });
  for (const revision of done.value.said) drafts.said(workspace, revision);
  return done.value.gone;
}
