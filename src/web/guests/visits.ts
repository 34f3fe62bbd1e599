import type { z } from "@hono/zod-openapi";
import type { Guest as GuestShape, GuestEntered, GuestOffer, MadeGuest, NewGuest, WorkspaceHere } from "#contract/guest.ts";
import { ask } from "../account/asking.ts";

export type Guest = z.infer<typeof GuestShape>;
export type Made = z.infer<typeof MadeGuest>;
export type Purpose = Guest["purpose"];
export type Offer = z.infer<typeof GuestOffer>;
export type Visit = WorkspaceHere & { readonly guest: NonNullable<WorkspaceHere["guest"]> };

/** One piece of the list, newest first. */
export const guestsOf = (workspace: string, cursor?: string): Promise<{ readonly guests: readonly Guest[]; readonly next: string | null }> => ask("GET", `/workspaces/${workspace}/guests${cursor === undefined ? "" : `?cursor=${encodeURIComponent(cursor)}`}`);
export const makeGuest = (workspace: string, guest: z.input<typeof NewGuest>): Promise<Made> => ask("POST", `/workspaces/${workspace}/guests`, guest);
export const endGuest = (workspace: string, guest: string): Promise<void> => ask("DELETE", `/workspaces/${workspace}/guests/${guest}`, {});

export const lookAtLink = (token: string): Promise<Offer> => ask("POST", "/guests/look", { token });
export const comeIn = (token: string): Promise<z.infer<typeof GuestEntered>> => ask("POST", "/guests/enter", { token });
export const leave = (workspace: string): Promise<void> => ask("DELETE", `/workspaces/${workspace}/visit`, {});

/** As whose guest one is in a workspace; nothing for whoever is none there. */
export async function visitTo(workspace: string): Promise<Visit | undefined> {
  const here = await ask<WorkspaceHere>("GET", `/workspaces/${workspace}`).catch(() => undefined);
  return here?.guest ? { ...here, guest: here.guest } : undefined;
}
