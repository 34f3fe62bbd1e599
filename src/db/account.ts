import type { Database } from "./database.ts";
import { statement } from "./statement.ts";
import type { MemberRole } from "./workspace.ts";

const OPEN_LINK = statement("account.open-owner-link", "select auth.open_owner_link($1, $2) as open");
const FOLLOW_LINK = statement("account.follow-owner-link", "select auth.follow_owner_link($1, $2, $3, $4) as account");
const SESSION = statement("account.session", "select account_id as account, name from auth.session_of($1)");
const ENTER = statement("account.enter", "select account, name, role, revision::int as revision from remit.enter_by_session($1, $2)");
const END_SESSION = statement("account.end-session", "select auth.end_session($1)");

/** Who is signed in. */
export interface Actor {
  readonly account: string;
  readonly name: string;
}

/** Offers the one-time link of the first owner; `false` when there is an owner already. Tokens as SHA-256. */
export async function openOwnerLink(db: Database, token: Buffer, until: Date): Promise<boolean> {
  const [row] = await db.run<{ open: boolean }>(OPEN_LINK, [token, until]);
  return row?.open === true;
}

/** Makes the first owner and their session, once; nothing for a link that is used, late or unknown. */
export async function followOwnerLink(db: Database, token: Buffer, name: string, session: Buffer, until: Date): Promise<string | undefined> {
  const [row] = await db.run<{ account: string | null }>(FOLLOW_LINK, [token, name, session, until]);
  return row?.account ?? undefined;
}

export async function actorOf(db: Database, session: Buffer): Promise<Actor | undefined> {
  const [row] = await db.run<Actor>(SESSION, [session]);
  return row;
}

export async function endSession(db: Database, session: Buffer): Promise<void> {
  await db.run(END_SESSION, [session]);
}

/** Who holds the session, and what they are in the workspace: nothing there for somebody who is no member. */
export interface Entered extends Actor {
  readonly role: MemberRole | null;
  readonly revision: number | null;
}

export async function enterBySession(db: Database, session: Buffer, workspace: string): Promise<Entered | undefined> {
  const [row] = await db.run<Entered>(ENTER, [session, workspace]);
  return row;
}
