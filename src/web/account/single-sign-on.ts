import type { z } from "@hono/zod-openapi";
import type { ProviderOfAddress, SignedOn, SignOnWay } from "#contract/single-sign-on.ts";
import { ask } from "./asking.ts";
import { wayBack } from "./way-back.ts";

/** Where an invitation, which never reaches a server by being opened, waits while one is away. Of this tab only. */
const KEPT = "remit.entrance";

export const providerOf = (email: string): Promise<z.infer<typeof ProviderOfAddress>> => ask("POST", "/session/single-sign-on/look", { email });

/** Leaves for the organisation's own sign-in, and comes back to where one was. @throws SaidNo */
export async function leaveFor(email: string): Promise<void> {
  const kept = location.hash;
  const back = kept === "" ? wayBack(location.search) : "/enter";
  const { to } = await ask<z.infer<typeof SignOnWay>>("POST", "/session/single-sign-on", { email, ...(back === undefined ? {} : { back }) });
  if (kept !== "") sessionStorage.setItem(KEPT, kept);
  location.assign(to);
}

/** Shows, once, the account that was here before. @returns where to go. */
export const tie = (shown: { readonly code: string; readonly backup: boolean } | { readonly password: string }): Promise<z.infer<typeof SignedOn>> => ask("POST", "/session/single-sign-on/tie", shown);

/** Whether one has just come back to the entrance, and with what one had left it. */
export function comeBack(search: string): string | undefined {
  if (!new URLSearchParams(search).has("back-in")) return undefined;
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  return kept !== null && /^#invitation=[\w-]+$/.test(kept) ? `/enter${kept}` : "/w";
}
