import type { Context } from "hono";
import { hasPassword, type SignedIn } from "#db/account.ts";
import type { Desk } from "./desk.ts";
import { problem } from "./refuse.ts";
import { fromOf } from "./session.ts";
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

export const unproved = (c: Context): never => problem(c, 403, "Your password is wanted", "give your present password to do this; after several wrong ones nothing is tried for a quarter of an hour", { code: "prove" }) as never;

export const unfit = (c: Context, place: string, message: string): never => problem(c, 422, "Does not fit", message, { code: "unfit", problems: [{ place, message }] }) as never;
