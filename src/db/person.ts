import { commitAt, type Commit } from "./commit.ts";
import type { Database } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { statement } from "./statement.ts";

const DATA = statement("person.data", "select auth.data_of($1) || remit.said_by($1) as data");
const ENTRIES = statement("person.entries", "select workspace, revision::int as revision, at, party, what, address, agent as browser from remit.entries_by($1, $2, $3, $4)");
const WAITING = statement("person.waiting-mail", "select mail, sealed, made_at as made from auth.waiting_mail()");
const LAST_OWNER = statement("person.last-owner-in", "select workspace, name from remit.last_owner_in($1)");
const ERASE = statement("person.erase", "select auth.erase_account($1, $2)");
const TALK = statement("person.talk-holding", "select kind, n::int as n from remit.talk_holding($1)");
const SCRUB = statement("person.scrub-talk", "select remit.scrub_talk($1)");
const ERASE_WORDS = statement("history.erase-words", "select erased::int as revision from remit.erase_words($1::bigint[]) as erased");
const FORGET = statement("history.forget-way-back", "select remit.forget_way_back($1)");
const HOLDING = statement("history.holding", `
select l.revision::int as revision, l.at, l.actor, l.party, l.what from remit.edit_log l
where l.workspace_id = remit.entered() and l.revision > $1 and l.revision <= $2
  and exists (select 1 from unnest($3::text[]) as word where position(lower(word) in lower(l.what || ' ' || l.edits::text || ' ' || l.undo::text)) > 0)
order by l.revision`);

/** All there is about an account but its entries; nothing secret. */
export async function dataOf(db: Database, account: string): Promise<Readonly<Record<string, unknown>>> {
  const [row] = await db.run<{ data: Record<string, unknown> }>(DATA, [account]);
  return row?.data ?? {};
}

/** An entry somebody made, in any workspace. */
export interface OwnEntry {
  readonly workspace: string;
  readonly revision: number;
  readonly at: Date;
  readonly party: string | null;
  readonly what: string;
  readonly address: string | null;
  readonly browser: string | null;
}
/** Entries behind one, in the order of workspaces and revisions. */
export const entriesBy = (db: Database, account: string, behind: { readonly workspace: string; readonly revision: number }, most: number): Promise<OwnEntry[]> => db.run<OwnEntry>(ENTRIES, [account, behind.workspace, behind.revision, most]);

export const waitingMail = (db: Database): Promise<{ readonly mail: string; readonly sealed: Buffer; readonly made: Date }[]> => db.run(WAITING);
/** Workspaces that would be without an owner if somebody left. */
export const lastOwnerIn = (db: Database, account: string): Promise<{ readonly workspace: string; readonly name: string }[]> => db.run(LAST_OWNER, [account]);
/** @param mails letters to them that wait. */
export const eraseAccount = (db: Database, account: string, mails: readonly string[]) => unlessDenied(db.run(ERASE, [account, mails]));

/**
 * Erases words of entries, and writes into the history in the same transaction what was erased; those of another party stay.
 * @param say what the history says of it.
 * @returns which are gone now, and the revisions that say so.
 */
export const eraseWords = (db: Database, actor: string, workspace: string, revisions: readonly number[], say: (gone: readonly number[]) => readonly Commit[]) =>
  unlessDenied(db.inWorkspace(actor, workspace, async (run) => {
    const gone = (await run<{ revision: number }>(ERASE_WORDS, [revisions])).map(({ revision }) => revision).sort((a, b) => a - b);
    const said: number[] = [];
    for (const entry of say(gone)) said.push(await commitAt(run, actor, workspace, entry));
    return { gone, said };
  }));
export const forgetWayBack = (db: Database, actor: string, workspace: string, revision: number): Promise<unknown> => db.once(actor, workspace, FORGET, [revision]);

export interface HoldingEntry {
  readonly revision: number;
  readonly at: Date;
  readonly actor: string;
  readonly party: string | null;
  readonly what: string;
}
/** Entries between two revisions that hold one of some words anywhere. */
export const entriesHolding = (db: Database, actor: string, workspace: string, after: number, upTo: number, words: readonly string[]): Promise<HoldingEntry[]> => db.once<HoldingEntry>(actor, workspace, HOLDING, [after, upTo, words]);

/** Where one's own party's words beside the rows hold any of these, and how often. */
export const talkHolding = (db: Database, actor: string, workspace: string, words: readonly string[]): Promise<{ readonly kind: "comments" | "evidence" | "reasons" | "proposals"; readonly n: number }[]> => db.once(actor, workspace, TALK, [words]);
/** Takes them out for good. */
export const scrubTalk = (db: Database, actor: string, workspace: string, words: readonly string[]): Promise<unknown> => db.once(actor, workspace, SCRUB, [words]);
