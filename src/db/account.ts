import type { Database, Run } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { statement } from "./statement.ts";
import type { MemberRole } from "./workspace.ts";

const OPEN_LINK = statement("account.open-owner-link", "select auth.open_owner_link($1, $2) as open");
const FOLLOW_LINK = statement("account.follow-owner-link", "select auth.follow_owner_link($1, $2, $3, $4, $5, $6) as account");
const SESSION = statement("account.session", "select account_id as account, name, email, email_verified as \"emailVerified\", second_factor as \"secondFactor\" from auth.session_of($1)");
const ENTER = statement("account.enter", "select account, name, role, party, revision::int as revision, scopes from remit.enter_by_session($1, $2)");
const SESSIONS = statement("account.sessions", "select s.id, s.token_hash as token, s.created_at as since, s.expires_at as until, s.ip_address as address, s.user_agent as agent, h.how, h.domain from auth.sessions_of($1) s cross join lateral auth.how_of(s.token_hash) h");
const END_ONE = statement("account.end-one-session", "select auth.end_session_of($1, $2) as gone");
const MAY_TRY = statement("account.may-try", "select auth.may_try(key) as until from unnest($1::bytea[]) as key");
const FAILED = statement("account.failed", "select auth.note_failure($1, $2)");
const SUCCEEDED = statement("account.succeeded", "select auth.note_success($1)");
const USE_CODE = statement("account.use-code", "select auth.use_code($1, $2) as first");
const SAVE = statement("account.save", "select auth.save_account($1, $2, $3, $4) as saved");
const BY_EMAIL = statement("account.by-email", "select auth.account_by_email($1) as account");
const HAS_PASSWORD = statement("account.has-password", "select auth.has_password($1) as has");
const MAKE_LINK = statement("account.make-link", "select auth.make_link($1, $2, $3) as name");
const LINK = statement("account.link", `select account, second_factor as "secondFactor" from auth.link_of($1)`);
const FOLLOW = statement("account.follow-link", "select auth.follow_link($1, $2, $3, $4, $5) as account");
const OPEN_SESSION = statement("account.open-session", "select auth.open_session($1, $2, $3)");
const DROP_SECOND = statement("account.drop-second-factor", "select auth.drop_second_factor($1)");
const DROP_LATE = statement("account.drop-late-pending", "select auth.drop_late_pending()");
const CAN_RETURN = statement("account.can-return", "select auth.can_return($1) as can");
const HOW = statement("account.how", "select how, domain from auth.how_of($1)");
const NOTE_HOW = statement("account.note-how", "select auth.note_how($1, $2, $3)");
const CONFIRM = statement("account.confirm-address", "select auth.confirm_address($1, $2, $3) as email");
const END_SESSION = statement("account.end-session", "select auth.end_session($1)");

/** Who is signed in. */
export interface Actor {
  readonly account: string;
  readonly name: string;
}

/** The same with how they come back. */
export interface SignedIn extends Actor {
  /** Missing while somebody who came by a link has not said how they want to sign in. */
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly secondFactor: boolean;
}

/** Offers the one-time link of the first owner; `false` when there is an owner already. Tokens as SHA-256. */
export async function openOwnerLink(db: Database, token: Buffer, until: Date): Promise<boolean> {
  const [row] = await db.run<{ open: boolean }>(OPEN_LINK, [token, until]);
  return row?.open === true;
}

/** Makes the first owner and their session, once; nothing for a link that is used, late or unknown. */
export async function followOwnerLink(db: Database, token: Buffer, name: string, session: Buffer, until: Date, address = "", agent = ""): Promise<string | undefined> {
  const [row] = await db.run<{ account: string | null }>(FOLLOW_LINK, [token, name, session, until, address, agent]);
  return row?.account ?? undefined;
}

export async function actorOf(db: Database, session: Buffer): Promise<SignedIn | undefined> {
  const [row] = await db.run<SignedIn>(SESSION, [session]);
  return row;
}

export async function endSession(db: Database, session: Buffer): Promise<void> {
  await db.run(END_SESSION, [session]);
}

/** Who holds the session, and what they are in the workspace: nothing there for somebody who is no member. */
export interface Entered extends Actor {
  readonly role: MemberRole | null;
  /** The party they speak for there. */
  readonly party: string | null;
  readonly revision: number | null;
  /** What the key may do; `null` for a person's session. */
  readonly scopes: readonly string[] | null;
}

export async function enterBySession(db: Database, session: Buffer, workspace: string): Promise<Entered | undefined> {
  const [row] = await db.run<Entered>(ENTER, [session, workspace]);
  return row;
}

/** A browser somebody is signed in with. */
export interface SessionOfMine extends Begin {
  readonly id: string;
  /** SHA-256 of its token. */
  readonly token: Buffer;
  readonly since: Date;
  readonly until: Date;
  readonly address: string | null;
  readonly agent: string | null;
}

/** Newest first. */
export const sessionsOf = (db: Database, account: string): Promise<SessionOfMine[]> => db.run<SessionOfMine>(SESSIONS, [account]);

/** Ends one of one's own sessions; `false` when there is none of that id. */
export async function endSessionOf(db: Database, account: string, session: string): Promise<boolean> {
  const [row] = await db.run<{ gone: boolean }>(END_ONE, [account, session]);
  return row?.gone === true;
}

/** Until when nothing may be tried under any of these keys; nothing when one may. Keys are digests. */
export async function lockedUntil(db: Database, keys: readonly Buffer[]): Promise<Date | undefined> {
  const rows = await db.run<{ until: Date | null }>(MAY_TRY, [keys]);
  return rows.map(({ until }) => until).filter((until) => until !== null).sort((a, b) => b.getTime() - a.getTime())[0];
}
/** One more failure under a key; at `most` within a quarter of an hour it is locked for as long. */
export const noteFailure = (db: Database, key: Buffer, most: number): Promise<unknown> => db.run(FAILED, [key, most]);
export const noteSuccess = (db: Database, key: Buffer): Promise<unknown> => db.run(SUCCEEDED, [key]);

/** Whether a code of the authenticator is used for the first time. @param code its SHA-256. */
export async function firstUse(db: Database, account: string, code: Buffer): Promise<boolean> {
  const [row] = await db.run<{ first: boolean }>(USE_CODE, [account, code]);
  return row?.first === true;
}

/** Name and address of an account; `false` when the address belongs to another one. */
export async function saveAccount(db: Database, account: string, { name, email, verified }: { readonly name?: string | undefined; readonly email?: string | undefined; readonly verified?: boolean | undefined }): Promise<boolean> {
  const [row] = await db.run<{ saved: boolean }>(SAVE, [account, name ?? null, email ?? null, verified ?? null]);
  return row?.saved === true;
}
export async function accountByEmail(db: Database, email: string): Promise<string | undefined> {
  const [row] = await db.run<{ account: string | null }>(BY_EMAIL, [email]);
  return row?.account ?? undefined;
}
export async function hasPassword(db: Database, account: string): Promise<boolean> {
  const [row] = await db.run<{ has: boolean }>(HAS_PASSWORD, [account]);
  return row?.has === true;
}

/** A link that signs somebody in, once. @param who address or id. @returns their name; nothing for somebody unknown. */
export async function makeLink(db: { readonly run: Run }, token: Buffer, who: string, until: Date): Promise<string | undefined> {
  const [row] = await db.run<{ name: string | null }>(MAKE_LINK, [token, who, until]);
  return row?.name ?? undefined;
}
/** Whom an unused link would sign in, and whether that takes a second factor. */
export async function linkOf(db: Database, token: Buffer): Promise<{ readonly account: string; readonly secondFactor: boolean } | undefined> {
  const [row] = await db.run<{ account: string; secondFactor: boolean }>(LINK, [token]);
  return row;
}
/** Uses a link up; `false` for one that is used, late or unknown. */
export async function followLink(db: Database, token: Buffer, session: Buffer, until: Date, address: string, agent: string): Promise<boolean> {
  const [row] = await db.run<{ account: string | null }>(FOLLOW, [token, session, until, address, agent]);
  return typeof row?.account === "string";
}
/** A session for a moment, to check a code with. */
export const openSession = (db: Database, account: string, session: Buffer, until: Date): Promise<unknown> => db.run(OPEN_SESSION, [account, session, until]);
/** Takes a second factor away, and signs every browser out. */
export const dropSecondFactor = (db: { readonly run: Run }, account: string): Promise<unknown> => db.run(DROP_SECOND, [account]);

/** Forgets authenticators that were begun more than ten minutes ago and never confirmed. */
export const dropLatePending = (db: Database): Promise<unknown> => db.run(DROP_LATE);

/** How a session was signed in: by one factor (`password`, `link`), by two (`code`, `passkey`), or by what an organisation says. */
export type How = "password" | "link" | "code" | "passkey" | "sso";
/** The domain is that of the provider, where one signed it in. */
export interface Begin {
  readonly how: How;
  readonly domain: string | null;
}
export async function howOf(db: Database, session: Buffer): Promise<Begin | undefined> {
  const [row] = await db.run<Begin>(HOW, [session]);
  return row;
}
export const noteHow = (db: Database, session: Buffer, { how, domain }: Begin): Promise<unknown> => db.run(NOTE_HOW, [session, how, domain]);
/** Whether somebody who is signed out everywhere has a way back. */
export async function canReturn(db: Database, account: string): Promise<boolean> {
  const [row] = await db.run<{ can: boolean }>(CAN_RETURN, [account]);
  return row?.can === true;
}

/** The address a letter was about, once. @param told the letter to the old address, sealed. @returns nothing for a link that is used, late, or another account's; denied when the address is taken. */
export const confirmAddress = (db: Database, account: string, token: Buffer, told: Buffer | undefined) =>
  unlessDenied(db.run<{ email: string | null }>(CONFIRM, [account, token, told ?? null]).then(([row]) => row?.email ?? undefined));
