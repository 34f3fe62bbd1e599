import { createHash, randomBytes } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie } from "hono/cookie";
import type { From, Said } from "#accounts/accounts.ts";
import type { Database } from "#db/database.ts";
import { noteOrigin } from "#db/history-log.ts";
import { notedFrom } from "./proxies.ts";

/** Under https the name carries a prefix that browsers hold to https. */
const COOKIES = ["remit_session", "__Secure-remit_session"] as const;

export const newToken = (): string => randomBytes(32).toString("base64url");

/** Only this is ever stored or looked for. */
export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** What keys for programs begin with, so that one is known when it turns up where it should not be. */
export const KEY_MARK = "remit_key_";

/** A key for programs, if the request carries one. */
export const keyOf = (c: Context): string | undefined => /^Bearer (remit_key_[\w-]{20,100})$/.exec(c.req.header("authorization") ?? "")?.[1];

/** The hash of the session or key a request carries, if it carries one. A key comes first: who sends one means it. The signature behind the token is the library's; the token alone is proof enough. */
export function sessionOf(c: Context): Buffer | undefined {
  if (c.req.header("authorization") !== undefined) {
    const key = keyOf(c);
    return key === undefined ? undefined : hashOf(key);
  }
  const value = getCookie(c, COOKIES[0]) ?? getCookie(c, COOKIES[1]);
  const token = value?.split(".")[0];
  return token === undefined || token === "" || token.length > 200 ? undefined : hashOf(token);
}

export function dropSession(c: Context): void {
  for (const name of COOKIES) deleteCookie(c, name, { path: "/", secure: name.startsWith("__Secure-") });
}

/** Where a request comes from, for sign-in. */
export function fromOf(c: Context): From {
  return { cookies: c.req.header("cookie") ?? "", address: notedFrom(c), agent: (c.req.header("user-agent") ?? "").slice(0, 300) };
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
