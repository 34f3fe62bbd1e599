import type { Context } from "hono";
import { passkeySite, signedBy } from "#accounts/passkeys.ts";
import { hasPassword, howOf, sessionsOf, type SignedIn } from "#db/account.ts";
import { passkeyProof, usePasskey } from "#db/passkey.ts";
import { finishHere } from "./begun-cookie.ts";
import type { Desk } from "./desk.ts";
import { codeIsRight } from "./moment.ts";
import { proved } from "./proof.ts";
import { problem } from "./refuse.ts";
import { fromOf, sessionOf } from "./session.ts";
import { triesOf } from "./tries.ts";

/** How old a single sign-on may be to count as shown just now. In milliseconds. */
const FRESH_MS = 5 * 60_000;

/** What came with a request to show who sends it. */
export interface ShownAgain {
  readonly password?: string | undefined;
  readonly code?: string | undefined;
  readonly backup: boolean;
  readonly passkey?: { readonly id: string } | undefined;
}

/**
 * How whoever is signed in showed just now, once more, who they are: a session that was left open is not enough. In the
 * words that stand beside a signature; nothing where they did not. Failures count.
 */
export async function shownAgain(desk: Desk, c: Context, actor: SignedIn, { password, code, backup, passkey }: ShownAgain): Promise<string | undefined> {
  const { db } = desk;
  if (passkey) return (await byPasskey(desk, c, actor, passkey)) ? "passkey" : undefined;
  if (password !== undefined) {
    if (!(await hasPassword(db, actor.account)) || actor.email === null || !(await proved(desk, c, actor, password))) return undefined;
    if (!actor.secondFactor) return "password";
    const tries = triesOf(db, `factor ${actor.account}`, fromOf(c).address);
    if (code === undefined || (await tries.locked())) return undefined;
    if (await codeIsRight(desk, c, actor.account, code, backup)) return "password and code";
    await tries.failed();
    return undefined;
  }
  const session = sessionOf(c) ?? Buffer.alloc(0);
  const how = await howOf(db, session);
  const since = (await sessionsOf(db, actor.account)).find(({ token }) => token.equals(session))?.since;
  return how?.how === "sso" && since !== undefined && Date.now() - since.getTime() < FRESH_MS ? `single sign-on of ${how.domain ?? "their organisation"}` : undefined;
}

async function byPasskey({ db, accounts }: Desk, c: Context, { account }: SignedIn, answer: { readonly id: string }): Promise<boolean> {
  const { site } = passkeySite(accounts.page(""), c.req.header("host"));
  const begun = await finishHere<{ challenge: string }>(db, c, "passkey.shown");
  const known = await passkeyProof(db, answer.id);
  if (!site || begun?.account !== account || !known) return false;
  const uses = await signedBy(site, begun.details.challenge, answer, { ...known, credential: answer.id });
  return uses !== undefined && (await usePasskey(db, known.passkey, account, uses));
}

export const showAgain = (c: Context): never =>
  problem(c, 403, "Show once more who you are", "to sign, give your password (and a code, if you have an authenticator) or your passkey; with single sign-on, sign in again and come back within five minutes; an account that has none of them sets a password first. Nothing was done; after several wrong ones nothing is tried for a quarter of an hour", { code: "prove" }) as never;
