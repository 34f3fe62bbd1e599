import { createHash, randomBytes } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie } from "hono/cookie";
import type { Accounts, From, Said } from "#accounts/accounts.ts";
import { sessionName, type Carried } from "#accounts/carried.ts";
import type { Database } from "#db/database.ts";
import { noteOrigin } from "#db/history-log.ts";
import { notedFrom } from "./proxies.ts";

export const newToken = (): string => randomBytes(32).toString("base64url");

/** Only this is ever stored or looked for. */
export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** What keys for programs begin with, so that one is known when it turns up where it should not be. */
export const KEY_MARK = "remit_key_";

/** A key for programs, if the request carries one. */
export const keyOf = (c: Context): string | undefined => /^Bearer (remit_key_[\w-]{20,100})$/.exec(c.req.header("authorization") ?? "")?.[1];

/** What a request's cookies are to this Remit, with the header the sign-in library is handed instead of them. */
interface Resolved extends Carried {
  readonly cookies: string;
}
const RESOLVED = new WeakMap<Context, Resolved>();

/** Reads the cookies of a request, once for everybody who asks. */
export function resolve(c: Context, accounts: Pick<Accounts, "carried" | "cookie">): void {
  const carried = accounts.carried(c.req.header("cookie") ?? "");
  RESOLVED.set(c, { ...carried, cookies: carried.session === undefined ? "" : (accounts.cookie(carried.session).split(";")[0] ?? "") });
}
/** What a request carries; nothing before it was resolved. */
export const carriedIn = (c: Context): Resolved => RESOLVED.get(c) ?? { cookies: "" };

/** The hash of the session or key a request carries, if it carries one. A key comes first: who sends one means it. */
export function sessionOf(c: Context): Buffer | undefined {
  if (c.req.header("authorization") !== undefined) {
    const key = keyOf(c);
    return key === undefined ? undefined : hashOf(key);
  }
  const { session } = carriedIn(c);
  return session === undefined ? undefined : hashOf(session);
}

export function dropSession(c: Context): void {
  for (const secure of [false, true]) deleteCookie(c, sessionName(secure), { path: "/", secure });
}

/** Where a request comes from, for sign-in; with its session and no other cookie. */
export function fromOf(c: Context): From {
  return { cookies: carriedIn(c).cookies, address: notedFrom(c), agent: (c.req.header("user-agent") ?? "").slice(0, 300) };
}

/** Notes beside the history from where an entry came. */
export function noteWhere(db: Database, c: Context, { account, workspace, revision }: { readonly account: string; readonly workspace: string; readonly revision: number }): void {
  const { address, agent } = fromOf(c);
  const key = keyOf(c);
  noteOrigin(db, { workspace, revision, actor: account, address, agent, ...(key === undefined ? {} : { key: hashOf(key).toString("hex") }) });
}

/** Lets the browser keep what the library wants it to keep. */
export function keep(c: Context, { cookies }: Pick<Said, "cookies">): void {
  for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
}

/** The token in a session's cookie among those the library wants kept. */
export const tokenIn = (said: Pick<Said, "cookies">): string | undefined => {
  const value = said.cookies.map((one) => /^(?:__Secure-)?remit_session=([^;]+)/.exec(one)?.[1]).find(Boolean);
  return value === undefined ? undefined : decodeURIComponent(value).split(".")[0];
};
