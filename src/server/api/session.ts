import { createHash, randomBytes } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

/** A cookie's name with its own prefix is bound to the host where the address is https. */
const COOKIE = "remit_session";
/** How long a browser stays signed in. In seconds. */
export const SESSION_SECONDS = 30 * 24 * 3600;

export const newToken = (): string => randomBytes(32).toString("base64url");

/** Only this is ever stored or looked for. */
export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** The hash of the session a request carries, if it carries one. */
export function sessionOf(c: Context): Buffer | undefined {
  const token = getCookie(c, COOKIE);
  return token === undefined || token.length > 200 ? undefined : hashOf(token);
}

export function keepSession(c: Context, token: string): void {
  setCookie(c, COOKIE, token, { httpOnly: true, sameSite: "Lax", path: "/", maxAge: SESSION_SECONDS, secure: new URL(c.req.url).protocol === "https:" });
}

export const dropSession = (c: Context): void => void deleteCookie(c, COOKIE, { path: "/" });
