import type { Context } from "hono";
import { guestName } from "#accounts/carried.ts";
import { carriedIn, hashOf } from "./session.ts";

/** Beside an account's own cookie, and sent to the one workspace only: being somebody's guest signs nobody out. */
const pathOf = (workspace: string): string => `/api/workspaces/${workspace}`;

/** The hash of a guest's session, if the request carries one. Whoever sends a key means the key. */
export function guestSessionOf(c: Context): Buffer | undefined {
  if (c.req.header("authorization") !== undefined) return undefined;
  const token = carriedIn(c).guest;
  return token === undefined || !/^[\w-]{43}$/.test(token) ? undefined : hashOf(token);
}

/** Lets the browser keep a guest's session as long as the link lives. @param secure whether browsers reach this Remit by https. */
export function keepGuest(c: Context, token: string, workspace: string, until: Date, secure: boolean): void {
  const seconds = Math.max(0, Math.floor((until.getTime() - Date.now()) / 1_000));
  c.header("Set-Cookie", `${guestName(secure)}=${token}; Max-Age=${seconds}; Path=${pathOf(workspace)}; HttpOnly${secure ? "; Secure" : ""}; SameSite=Strict`, { append: true });
}

export function dropGuest(c: Context, workspace: string): void {
  for (const secure of [false, true]) c.header("Set-Cookie", `${guestName(secure)}=; Max-Age=0; Path=${pathOf(workspace)}; HttpOnly${secure ? "; Secure" : ""}; SameSite=Strict`, { append: true });
}
