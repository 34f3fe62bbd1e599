import type { Context } from "hono";
import { endSession, firstUse, openSession } from "#db/account.ts";
import type { Desk } from "./desk.ts";
import { fromOf, hashOf, newToken } from "./session.ts";

/** Asks the library something of an account that is not signed in yet: under a session that lives for this moment. */
async function forAMoment({ db, accounts }: Desk, c: Context, account: string, endpoint: "verifyBackupCode" | "verifyTOTP" | "verifyPassword", body: object): Promise<boolean> {
  const moment = newToken();
  await openSession(db, account, hashOf(moment), new Date(Date.now() + 60_000));
  try {
    return (await accounts.ask(endpoint, { ...fromOf(c), cookies: accounts.cookie(moment).split(";")[0] ?? "" }, { body })).status === 200;
  } finally {
    await endSession(db, hashOf(moment));
  }
}

/** Whether a code is right for an account that is not signed in yet, and was not used before. */
export const codeIsRight = async (desk: Desk, c: Context, account: string, code: string, backup: boolean): Promise<boolean> =>
  (await forAMoment(desk, c, account, backup ? "verifyBackupCode" : "verifyTOTP", { code })) && (backup || firstUse(desk.db, account, hashOf(code)));

export const passwordIsRight = (desk: Desk, c: Context, account: string, password: string): Promise<boolean> => forAMoment(desk, c, account, "verifyPassword", { password });
