import type { z } from "@hono/zod-openapi";
import type { Invitation, MadeInvitation, Member as MemberShape, MemberChange, NewInvitation } from "#contract/member.ts";
import type { MemberRole } from "#contract/workspace.ts";
import { ask } from "../account/asking.ts";

export type Member = z.infer<typeof MemberShape>;
export type Invited = z.infer<typeof Invitation>;
export type Made = z.infer<typeof MadeInvitation>;
export type Role = z.infer<typeof MemberRole>;
export type Change = z.infer<typeof MemberChange>;

export const ROLES: readonly Role[] = ["owner", "editor", "approver", "operator", "viewer", "auditor"];

export interface Membership {
  readonly members: readonly Member[];
  readonly invitations: readonly Invited[];
}

/** All of them: who may be named, and who stays owner, is said by everybody together. */
export async function membersOf(workspace: string): Promise<Membership> {
  const members: Member[] = [];
  for (let after = ""; ; ) {
    const piece = await ask<Membership & { readonly next: string | null }>("GET", `/workspaces/${workspace}/members?limit=200${after === "" ? "" : `&after=${encodeURIComponent(after)}`}`);
    members.push(...piece.members);
    if (piece.next === null) return { members, invitations: piece.invitations };
    after = piece.next;
  }
}
export const change = (workspace: string, account: string, to: Change): Promise<void> => ask("PATCH", `/workspaces/${workspace}/members/${account}`, to);
export const end = (workspace: string, account: string): Promise<void> => ask("DELETE", `/workspaces/${workspace}/members/${account}`, {});
export const invite = (workspace: string, invitation: z.input<typeof NewInvitation>): Promise<Made> => ask("POST", `/workspaces/${workspace}/invitations`, invitation);
export const takeBack = (workspace: string, invitation: string): Promise<void> => ask("DELETE", `/workspaces/${workspace}/invitations/${invitation}`, {});
