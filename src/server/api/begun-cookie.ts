import type { Context } from "hono";
import { setCookie } from "hono/cookie";
import { onlyCookie } from "#accounts/carried.ts";
import type { Database } from "#db/database.ts";
import { begin, finish, type Begun } from "#db/begun.ts";
import { hashOf, newToken } from "./session.ts";

/** One cookie for each thing, so that two tabs do not take each other's. */
const nameOf = (what: Begun): string => `remit_begun_${what.replaceAll(/\W/g, "_")}`;

/**
 * Keeps what this browser has begun: the details in the database, the key to them in a cookie that scripts do not see.
 * @param sameSite `Lax` where the way back leads over another site.
 */
export async function beginHere(db: Database, c: Context, what: Begun, { account = null, details, seconds, secure, sameSite = "Strict" }: { readonly account?: string | null; readonly details: object; readonly seconds: number; readonly secure: boolean; readonly sameSite?: "Strict" | "Lax" }): Promise<void> {
  const token = newToken();
  await begin(db, what, hashOf(token), account, details, new Date(Date.now() + seconds * 1000));
  setCookie(c, nameOf(what), token, { path: "/api", httpOnly: true, secure, sameSite, maxAge: seconds });
}

/** What this browser has begun, once; the cookie that is left opens nothing. */
export async function finishHere<Details>(db: Database, c: Context, what: Begun): Promise<{ readonly account: string | null; readonly details: Details } | undefined> {
  const token = onlyCookie(c.req.header("cookie") ?? "", nameOf(what));
  return token === undefined || token.length > 100 ? undefined : finish<Details>(db, what, hashOf(token));
}
