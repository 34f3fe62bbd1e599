import type { Database } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { PUT_MAIL } from "./mail.ts";
import { statement } from "./statement.ts";

const ASK = statement("contact-check.ask", "select remit.ask_contact($1, $2, $3, $4, $5, $6) as id");
const CALLED = statement("contact-check.called", "select remit.note_call($1, $2, $3, $4)");
const OF = statement("contact-check.of-link", `select id, workspace, workspace_name as "workspaceName", kind, person, contact, maker, maker_name as "makerName", until, own from remit.contact_check_of($1, $2)`);
const ANSWER = statement("contact-check.answer", "select remit.answer_contact_check($1, $2, $3, $4) as taken");
const RECENT = statement("contact-check.recent", `
select check_id as id, kind, person, contact, made_by as by, made_at as made, expires_at as until, mailed, ended_at is not null as ended, answered_at as answered, result
from remit.contact_check where workspace_id = remit.entered() and made_at > now() - interval '400 days' order by made_at desc, check_id limit 1000`);
const CLAIMS = statement("contact-check.claims", `
select claim_id as id, contact, person, value, made_at as made from remit.contact_claim
where workspace_id = remit.entered() and answered_at is null and value is not null order by made_at, claim_id limit 500`);
const SETTLE = statement("contact-check.settle", "select remit.answer_claim($1, $2) as settled");
const SCHEDULES = statement("contact-check.schedules", "select party, days, next_at as next from remit.contact_schedule where workspace_id = remit.entered() order by party");
const PARTIES = statement("contact-check.parties", "select item_id as id from remit.draft_item where workspace_id = remit.entered() and kind = 'party' and remit.may_keep_for(item_id)");
const SCHEDULE = statement("contact-check.schedule", "select remit.schedule_contacts($1, $2)");
const TAKE = statement("contact-check.take-schedule", "select workspace, party, account, days from remit.take_contact_schedule()");

/** Somebody was asked, or a way to reach them was tried. */
export interface ContactCheck {
  readonly id: string;
  /** All numbers of a person by link; one by a message really sent; one tried by hand. */
  readonly kind: "correct" | "test" | "call";
  readonly person: string;
  readonly contact: string | null;
  readonly by: string;
  readonly made: Date;
  readonly until: Date | null;
  readonly mailed: boolean;
  readonly ended: boolean;
  readonly answered: Date | null;
  readonly result: "correct" | "changed" | "received" | "reached" | "not-reached" | null;
}
/** A new value somebody gave, that waits for an editor of their party. */
export interface ContactClaim {
  readonly id: string;
  readonly contact: string;
  readonly person: string;
  readonly value: string;
  readonly made: Date;
}
export interface ContactSchedule {
  readonly party: string;
  readonly days: number;
  readonly next: Date;
}
/** What a link is about, while it lives. */
export interface AskedByLink {
  readonly id: string;
  readonly workspace: string;
  readonly workspaceName: string;
  readonly kind: "correct" | "test";
  readonly person: string;
  readonly contact: string | null;
  /** In whose name an answer is written. */
  readonly maker: string;
  readonly makerName: string | null;
  readonly until: Date;
  /** Whoever asks is signed in as the member who is this person. */
  readonly own: boolean;
}

/** The question and its letter, both or neither. @param token SHA-256 of what stands in the link. */
export const askContact = (db: Database, actor: string, workspace: string, { token, kind, person, contact, until, mail }: { readonly token: Buffer; readonly kind: "correct" | "test"; readonly person: string; readonly contact?: string; readonly until: Date; readonly mail?: Buffer | undefined }) =>
  unlessDenied(
    db.inWorkspace(actor, workspace, async (run) => {
      await run(ASK, [token, kind, person, contact ?? null, mail !== undefined, until]);
      if (mail) await run(PUT_MAIL, [mail]);
    }),
  );
export const noteCall = (db: Database, actor: string, workspace: string, { id, person, contact, reached }: { readonly id: string; readonly person: string; readonly contact: string; readonly reached: boolean }) =>
  unlessDenied(db.once(actor, workspace, CALLED, [id, person, contact, reached]));

/** @param account of whoever is signed in in this browser, if somebody is. */
export async function askedByLink(db: Database, token: Buffer, account?: string): Promise<AskedByLink | undefined> {
  const [row] = await db.run<AskedByLink>(OF, [token, account ?? null]);
  return row;
}
/** @returns whether the link was still to be answered. */
export async function answerContactCheck(db: Database, token: Buffer, result: "correct" | "changed" | "received", contacts: readonly string[], claims: readonly { readonly contact: string; readonly value: string }[]): Promise<boolean> {
  const [row] = await db.run<{ taken: boolean }>(ANSWER, [token, result, contacts, JSON.stringify(claims)]);
  return row?.taken === true;
}

/** Newest first, of the parties one may look after the numbers of. */
export const contactChecksOf = (db: Database, actor: string, workspace: string): Promise<ContactCheck[]> => db.once<ContactCheck>(actor, workspace, RECENT);
export const contactClaimsOf = (db: Database, actor: string, workspace: string): Promise<ContactClaim[]> => db.once<ContactClaim>(actor, workspace, CLAIMS);
export const settleClaim = (db: Database, actor: string, workspace: string, id: string, accept: boolean) => unlessDenied(db.once<{ settled: boolean }>(actor, workspace, SETTLE, [id, accept]).then(([row]) => row?.settled === true));

export const contactSchedulesOf = (db: Database, actor: string, workspace: string): Promise<ContactSchedule[]> => db.once<ContactSchedule>(actor, workspace, SCHEDULES);
/** Parties whose people one may ask: one's own, and those nobody speaks for. */
export const partiesToAsk = async (db: Database, actor: string, workspace: string): Promise<readonly string[]> => (await db.once<{ id: string }>(actor, workspace, PARTIES)).map(({ id }) => id);
/** @param days between two rounds; nothing ends them. */
export const scheduleContacts = (db: Database, actor: string, workspace: string, party: string, days: number | null) => unlessDenied(db.once(actor, workspace, SCHEDULE, [party, days]));
/** A party whose people are asked now, in the name of whoever set that up. */
export async function takeContactSchedule(db: Database): Promise<{ readonly workspace: string; readonly party: string; readonly account: string; readonly days: number } | undefined> {
  const [row] = await db.run<{ workspace: string; party: string; account: string; days: number }>(TAKE);
  return row;
}
