/** A workspace as the list shows it. */
export interface WorkspaceAbout {
  readonly id: string;
  readonly name: string;
  readonly example: boolean;
  readonly role: "owner" | "editor" | "approver" | "operator" | "viewer" | "auditor";
  readonly revision: number;
}

export interface Me {
  readonly account: string;
  readonly name: string;
  readonly workspaces: readonly WorkspaceAbout[];
}

/** The server said no, in words. */
export class SaidNo extends Error {
  readonly status: number;
  constructor(status: number, words: string) {
    super(words);
    this.status = status;
  }
}

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`/api${path}`, { method, headers: { accept: "application/json", ...(method === "GET" ? {} : { "content-type": "application/json" }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }).catch(() => {
    throw new SaidNo(0, "the server cannot be reached");
  });
  if (answer.status === 204) return undefined as T;
  const said = (await answer.json().catch(() => ({}))) as T & { detail?: string };
  if (!answer.ok) throw new SaidNo(answer.status, said.detail ?? "the server refused it");
  return said;
}

export const whoAmI = (): Promise<Me> => ask("GET", "/session");
export const follow = (token: string, name: string): Promise<Me> => ask("POST", "/session", { token, name });
export const signOut = (): Promise<void> => ask("DELETE", "/session", {});
export const found = (beginning: { readonly name: string; readonly template?: string; readonly document?: unknown; readonly example?: true }): Promise<WorkspaceAbout> => ask("POST", "/workspaces", beginning);
export const rename = (workspace: string, name: string): Promise<void> => ask("PATCH", `/workspaces/${workspace}`, { name });
export const remove = (workspace: string): Promise<void> => ask("DELETE", `/workspaces/${workspace}`, {});
