import type { z } from "@hono/zod-openapi";
import type { Agreement as AgreementShape, Proposal as ProposalShape, TakenStand } from "#contract/agreement.ts";
import type { Comment as CommentShape, Evidence as EvidenceShape, NewEvidence } from "#contract/talk.ts";
import type { Edit } from "#core/model/edit.ts";
import { ask } from "../account/asking.ts";

export type Comment = z.infer<typeof CommentShape>;
export type Evidence = z.infer<typeof EvidenceShape>;
export type Agreement = z.infer<typeof AgreementShape>;
export type Stand = Agreement["stands"][number];
export type Proposal = Omit<z.infer<typeof ProposalShape>, "edits"> & { readonly edits: readonly Edit[] };
export type Name = Agreement["names"][number];

/** Who has this workspace open, and where. */
export interface Whereabouts {
  readonly page: string;
  readonly account: string;
  readonly name: string;
  readonly party: string | null;
  readonly part: string;
  readonly row: string | null;
}

/** All pages of a list, one after another. */
async function all<T, Key extends string>(path: string, key: Key): Promise<{ readonly found: readonly T[]; readonly names: readonly Name[] }> {
  const found: T[] = [];
  for (let after = ""; ; ) {
    const page: Record<Key, readonly T[]> & { readonly names: readonly Name[]; readonly next: string | null } = await ask("GET", `${path}${path.includes("?") ? "&" : "?"}limit=200${after === "" ? "" : `&after=${after}`}`);
    found.push(...page[key]);
    if (page.next === null) return { found, names: page.names };
    after = page.next;
  }
}

const at = (workspace: string): string => `/workspaces/${workspace}`;

export const readComments = (workspace: string) => all<Comment, "comments">(`${at(workspace)}/comments`, "comments");
export const readEvidence = (workspace: string) => all<Evidence, "evidence">(`${at(workspace)}/evidence`, "evidence");
export const readProposals = (workspace: string) => all<Proposal, "proposals">(`${at(workspace)}/proposals?state=open`, "proposals");
/** What was declined lately, newest first. */
export const readDeclined = (workspace: string): Promise<{ readonly proposals: readonly Proposal[]; readonly names: readonly Name[] }> => ask("GET", `${at(workspace)}/proposals?state=declined&limit=30`);
export const readAgreement = (workspace: string): Promise<Agreement> => ask("GET", `${at(workspace)}/agreement`);
export const readContacts = (workspace: string): Promise<{ readonly contacts: readonly { readonly contact: string; readonly value: string }[] }> => ask("GET", `${at(workspace)}/contacts`);

export interface SaidComment {
  readonly item: string;
  readonly text: string;
  readonly thread?: string;
  readonly own?: boolean;
  readonly mentions: readonly string[];
}
export const say = (workspace: string, comment: SaidComment): Promise<void> => ask("POST", `${at(workspace)}/comments`, { id: crypto.randomUUID(), ...comment });
export const change = (workspace: string, comment: string, text: string): Promise<void> => ask("PATCH", `${at(workspace)}/comments/${comment}`, { text });
export const takeBack = (workspace: string, comment: string): Promise<void> => ask("DELETE", `${at(workspace)}/comments/${comment}`, {});
export const resolve = (workspace: string, comment: string, resolved: boolean): Promise<void> => ask("PUT", `${at(workspace)}/comments/${comment}/resolved`, { resolved });

export const addEvidence = (workspace: string, evidence: Omit<z.input<typeof NewEvidence>, "id">): Promise<void> => ask("POST", `${at(workspace)}/evidence`, { id: crypto.randomUUID(), ...evidence });
export const removeEvidence = (workspace: string, evidence: string): Promise<void> => ask("DELETE", `${at(workspace)}/evidence/${evidence}`, {});

export const takeStand = (workspace: string, stand: Omit<z.input<typeof TakenStand>, "id">): Promise<void> => ask("POST", `${at(workspace)}/stands`, { id: crypto.randomUUID(), ...stand });
export const propose = (workspace: string, proposal: { readonly id?: string; readonly base: number; readonly what: string; readonly edits: readonly Edit[]; readonly reason: string | null; readonly counters?: string }): Promise<void> =>
  ask("POST", `${at(workspace)}/proposals`, { id: crypto.randomUUID(), ...proposal });
export const answer = (workspace: string, proposal: string, how: "accept" | "decline" | "withdraw", reason: string | null, seen: number): Promise<void> => ask("POST", `${at(workspace)}/proposals/${proposal}/answer`, { id: crypto.randomUUID(), answer: how, reason, seen });

/** Says where this page is; nobody waits for it. */
export const tellWhere = (workspace: string, where: Pick<Whereabouts, "page" | "part" | "row"> & { readonly gone?: true }): void =>
  void fetch(`/api${at(workspace)}/presence`, { method: "POST", keepalive: where.gone === true, headers: { "content-type": "application/json" }, body: JSON.stringify(where) }).catch(() => undefined);
