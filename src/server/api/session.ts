import { createHash, randomBytes } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie } from "hono/cookie";
import type { From, Said } from "#accounts/accounts.ts";

/** Under https the name carries a prefix that browsers hold to https. */
const COOKIES = ["remit_session", "__Secure-remit_session"] as const;
/** How long a browser stays signed in. In seconds. */
export const SESSION_SECONDS = 30 * 24 * 3600;

export const newToken = (): string => randomBytes(32).toString("base64url");

/** Only this is ever stored or looked for. */
export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** The hash of the session a request carries, if it carries one. The signature behind the token is the library's; the token alone is proof enough. */
export function sessionOf(c: Context): Buffer | undefined {
  const value = getCookie(c, COOKIES[0]) ?? getCookie(c, COOKIES[1]);
  const token = value?.split(".")[0];
  return token === undefined || token === "" || token.length > 200 ? undefined : hashOf(token);
}

export function dropSession(c: Context): void {
  for (const name of COOKIES) deleteCookie(c, name, { path: "/", secure: name.startsWith("__Secure-") });
}

/** Where a request comes from, for sign-in. */
export function fromOf(c: Context): From {
  const { incoming } = (c.env ?? {}) as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } };
  return { cookies: c.req.header("cookie") ?? "", address: incoming?.socket?.remoteAddress ?? "", agent: (c.req.header("user-agent") ?? "").slice(0, 300) };
}

/** Lets the browser keep what the library wants it to keep. */
export function keep(c: Context, { cookies }: Pick<Said, "cookies">): void {
  for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
}
