import type { z } from "@hono/zod-openapi";
import type { Half } from "#contract/account.ts";
import type { InvitationAccepted, InvitationAnswer, InvitationOffer } from "#contract/member.ts";
import type { Me } from "#contract/workspace.ts";
import { ask } from "./asking.ts";

/** Signed in, or right so far and a code is wanted. */
export type Entered = Me | z.infer<typeof Half>;
export type Offer = z.infer<typeof InvitationOffer>;

/** Whether a code is wanted before one is in. */
export const isHalf = (entered: Entered): entered is z.infer<typeof Half> => "next" in entered;

/** The one-time link of the first owner. */
export const follow = (token: string, name: string): Promise<Me> => ask("POST", "/session", { token, name });
export const byPassword = (email: string, password: string): Promise<Entered> => ask("POST", "/session/password", { email, password });
export const byCode = (code: string, backup: boolean): Promise<Me> => ask("POST", "/session/second-factor", { code, backup });
export const wantLink = (email: string): Promise<unknown> => ask("POST", "/session/link", { email });
export const byLink = (token: string, code?: { readonly code: string; readonly backup: boolean }): Promise<Entered> => ask("POST", "/session/link/use", { token, ...code });

export const look = (token: string): Promise<Offer> => ask("POST", "/invitations/look", { token });
export const accept = (token: string, newcomer: Omit<z.infer<typeof InvitationAnswer>, "token"> = {}): Promise<z.infer<typeof InvitationAccepted>> => ask("POST", "/invitations/accept", { token, ...newcomer });
