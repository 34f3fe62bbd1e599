import type { z } from "@hono/zod-openapi";
import type { Guest as GuestShape, GuestEntered, GuestOffer, MadeGuest, NewGuest, WorkspaceHere } from "#contract/guest.ts";
import { ask } from "../account/asking.ts";

export type Guest = z.infer<typeof GuestShape>;
export type Made = z.infer<typeof MadeGuest>;
export type Purpose = Guest["purpose"];
export type Offer = z.infer<typeof GuestOffer>;
export type Visit = WorkspaceHere & { readonly guest: NonNullable<WorkspaceHere["guest"]> };

/** One piece of the list, newest first. */
export const guestsOf = (workspace: string, after?: string): Promise<{ readonly guests: readonly Guest[]; readonly next: string | null }> => ask("GET", `/workspaces/${workspace}/guests${after === undefined ? "" : `?after=${encodeURIComponent(after)}`}`);
export const makeGuest = (workspace: string, guest: z.input<typeof NewGuest>): Promise<Made> => ask("POST", `/workspaces/${workspace}/guests`, guest);
export const endGuest = (workspace: string, guest: string): Promise<void> => ask("DELETE", `/workspaces/${workspace}/guests/${guest}`, {});

export const lookAtLink = (token: string): Promise<Offer> => ask("POST", "/guests/look", { token });
export async function comeIn(token: string): Promise<z.infer<typeof GuestEntered>> {
  const entered = await ask<z.infer<typeof GuestEntered>>("POST", "/guests/enter", { token });
  localStorage.setItem(kept(entered.workspace), "here");
  return entered;
}
export async function leave(workspace: string): Promise<void> {
  await ask<void>("DELETE", `/workspaces/${workspace}/visit`, {});
  localStorage.removeItem(kept(workspace));
}

/** What this browser may read of its visits; the cookie that proves one is not the page's to see. */
const kept = (workspace: string): string => `remit.guest.${workspace}`;
/** Whether this browser came into a workspace as somebody's guest: then nobody is asked who is signed in. */
export const cameAsGuest = (workspace: string): boolean => localStorage.getItem(kept(workspace)) !== null;

/** As whose guest one is in a workspace; nothing for whoever is none there. */
export async function visitTo(workspace: string): Promise<Visit | undefined> {
  const here = await ask<WorkspaceHere>("GET", `/workspaces/${workspace}`).catch(() => undefined);
  if (!here?.guest) localStorage.removeItem(kept(workspace));
  return here?.guest ? { ...here, guest: here.guest } : undefined;
}
