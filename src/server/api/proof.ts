import type { Context } from "hono";
import { hasPassword, type SignedIn } from "#db/account.ts";
import { hasTwo, shownTwo } from "#db/sign-in-rule.ts";
import type { Desk } from "./desk.ts";
import { codeIsRight } from "./moment.ts";
import { problem } from "./refuse.ts";
import { fromOf, sessionOf } from "./session.ts";
import { triesOf } from "./tries.ts";

/** Whether somebody who is signed in knows their password; who has none yet has nothing to prove. Failures count. */
export async function proved({ db, accounts }: Desk, c: Context, { account, email }: SignedIn, password: string | undefined): Promise<boolean> {
  if (!(await hasPassword(db, account)) || email === null) return true;
  const from = fromOf(c);
  const tries = triesOf(db, email, from.address);
  if (password === undefined || (await tries.locked())) return false;
  const said = await accounts.ask("verifyPassword", from, { body: { password } });
  await (said.status === 200 ? tries.succeeded() : tries.failed());
  return said.status === 200;
}

/** A code that came with a request. */
export interface CodeShown {
  readonly code?: string | undefined;
  readonly backup: boolean;
}

/** How a second factor was shown, where an account has one: nothing to show, by the session, by a fresh code; or it was not. */
export type Shown = "none" | "session" | "code" | false;

/**
 * Whether whoever changes what opens an account has shown the second factor it has. Else one who reads somebody's letters,
 * or speaks as their organisation, gives themselves a second factor of their own. Failures count.
 */
export async function factorShown(desk: Desk, c: Context, { account, secondFactor }: SignedIn, { code, backup }: CodeShown): Promise<Shown> {
  if (!(await hasTwo(desk.db, account))) return "none";
  if (await shownTwo(desk.db, sessionOf(c) ?? Buffer.alloc(0))) return "session";
  if (code === undefined || !secondFactor) return false;
  const tries = triesOf(desk.db, `factor ${account}`, fromOf(c).address);
  if (await tries.locked()) return false;
  if (await codeIsRight(desk, c, account, code, backup)) return "code";
  await tries.failed();
  return false;
}

export const factorWanted = (c: Context): never =>
  problem(c, 403, "Your second factor is wanted", "this account has a second factor, and you came in without it: sign in with your passkey or with a code of your authenticator first, then do this again; nothing was changed", { code: "show-factor" }) as never;

export const unproved = (c: Context): never => problem(c, 403, "Your password is wanted", "give your present password to do this; after several wrong ones nothing is tried for a quarter of an hour", { code: "prove" }) as never;

export const unfit = (c: Context, place: string, message: string): never => problem(c, 422, "Does not fit", message, { code: "unfit", problems: [{ place, message }] }) as never;
