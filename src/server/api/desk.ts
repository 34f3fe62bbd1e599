import type { Context } from "hono";
import type { Accounts } from "#accounts/accounts.ts";
import type { Keys } from "#accounts/keys.ts";
import type { Post } from "#accounts/post.ts";
import type { Drafts } from "#app/draft/drafts.ts";
import type { Signer } from "#app/history/sign.ts";
import { Refused } from "#app/refusal.ts";
import { actorOf, enterBySession, type SignedIn } from "#db/account.ts";
import type { Database } from "#db/database.ts";
import { enterAsGuest, type GuestPurpose } from "#db/guest.ts";
import type { Scope } from "#db/api-key.ts";
import { lacksFactor } from "#db/sign-in-rule.ts";
import type { MemberRole } from "#db/workspace.ts";
import type { Carrier } from "../webhooks/carrier.ts";
import { guestSessionOf } from "./guest-session.ts";
import type { Limits } from "./limits.ts";
import type { Live } from "./live.ts";
import { keyOf, sessionOf } from "./session.ts";

/** What the routes work with. */
export interface Desk {
  readonly db: Database;
  readonly drafts: Drafts;
  readonly live: Live;
  readonly accounts: Accounts;
  readonly signer: Signer;
  /** Seals what is shown once, and what is kept for webhooks. */
  readonly keys: Pick<Keys, "seal" | "unseal">;
  /** Where webhooks are carried; `near` where the operator allows this network. */
  readonly webhooks?: Pick<Carrier, "ring"> & { readonly near: boolean };
  /** Where letters are carried out; absent where this Remit sends none. */
  readonly post?: Pick<Post, "ring">;
  /** How much may be asked; without it, anything. */
  readonly limits?: Limits;
  /** The TXT records of a name; asked of the system's own name servers unless given. */
  readonly txt?: (name: string) => Promise<readonly (readonly string[])[]>;
  /** Addresses and networks of proxies whose word on where a request comes from is believed; nobody's unless given. */
  readonly proxies?: readonly string[];
  /** Free bytes on the disk of the data, where this process can know it. */
  readonly free?: () => number;
}

/** Nobody is signed in. */
export class SignedOut extends Error {}

/** @throws SignedOut */
export async function signedIn({ db, limits }: Desk, c: Context): Promise<SignedIn> {
  if (keyOf(c) !== undefined) throw new Refused({ code: "not-for-keys" });
  const session = sessionOf(c);
  const actor = session && (await actorOf(db, session));
  if (!session || !actor) throw new SignedOut();
  limits?.prove(session, actor.account);
  return actor;
}

/** Which account a session belongs to never changes; whether it still lives is asked with every edit. */
const ACCOUNTS = new Map<string, string>();
const MOST_ACCOUNTS = 5_000;

/**
 * Who edits, without a message to the database of its own: the commit itself proves the session.
 * @throws SignedOut, Refused
 */
export async function author(desk: Desk, c: Context): Promise<{ readonly account: string; readonly session: Buffer; readonly workspace: string }> {
  const session = sessionOf(c);
  const workspace = c.req.param("workspace") ?? "";
  const known = session && ACCOUNTS.get(session.toString("base64"));
  if (session && known !== undefined && UUID.test(workspace)) return { account: known, session, workspace };
  const { account } = await inWorkspace(desk, c, "edit");
  if (!session) throw new SignedOut();
  if (ACCOUNTS.size >= MOST_ACCOUNTS) ACCOUNTS.clear();
  ACCOUNTS.set(session.toString("base64"), account);
  return { account, session, workspace };
}

export interface InWorkspace {
  /** The account; for a guest the guest. */
  readonly account: string;
  readonly name: string;
  readonly role: MemberRole | "guest";
  /** The party they speak for. */
  readonly party: string | null;
  readonly revision: number;
  readonly workspace: string;
  /** What a guest is here for, and until when. */
  readonly guest?: { readonly purpose: GuestPurpose; readonly until: Date };
}

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Who asks, and as what, in the workspace the address names. The database decides; an address decides nothing.
 * @param scope what a key must allow to come in here; without it keys do not come in at all.
 * @param guests said where guests by link come in, too.
 * @throws SignedOut, Refused
 */
export async function inWorkspace({ db, limits }: Desk, c: Context, scope?: Scope, guests?: "guests"): Promise<InWorkspace> {
  const session = sessionOf(c);
  const visit = guestSessionOf(c);
  const workspace = c.req.param("workspace") ?? "";
  if (!session && !visit) throw new SignedOut();
  if (!UUID.test(workspace)) {
    if (keyOf(c) === undefined && !(session && (await actorOf(db, session)))) throw new SignedOut();
    throw new Refused({ code: "not-found" });
  }
  const entered = session && (await enterBySession(db, session, workspace));
  // A member whom a rule keeps out does not come in as a guest instead.
  if (session && entered?.role === null && (await lacksFactor(db, session, workspace))) {
    limits?.prove(session, entered.account);
    throw new Refused({ code: "second-factor" });
  }
  // Somebody who is a member here is not also their own guest.
  const visiting = visit && (entered?.role ?? null) === null ? await enterAsGuest(db, visit, workspace) : undefined;
  if (visiting) {
    if (guests === undefined) throw new Refused({ code: "not-for-guests" });
    const { guest, purpose, until, ...about } = visiting;
    limits?.prove(visit as Buffer, guest);
    return { ...about, account: guest, role: "guest", workspace, guest: { purpose, until } };
  }
  if (!entered || !session) throw new SignedOut();
  limits?.prove(session, entered.account);
  if (entered.scopes !== null && (scope === undefined || !entered.scopes.includes(scope))) throw new Refused({ code: entered.role === null ? "not-found" : "not-for-keys" });
  if (entered.role === null || entered.revision === null) throw new Refused({ code: "not-found" });
  return { account: entered.account, name: entered.name, role: entered.role, party: entered.party, revision: entered.revision, workspace };
}
