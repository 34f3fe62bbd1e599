import type { Me, Workspace } from "#contract/workspace.ts";
import { ask } from "../account/asking.ts";

export type { Me };
/** A workspace as the list shows it. */
export type WorkspaceAbout = Workspace;

export const whoAmI = (): Promise<Me> => ask("GET", "/session");
export const signOut = (): Promise<void> => ask("DELETE", "/session", {});
export const found = (beginning: { readonly name: string; readonly template?: string; readonly document?: unknown; readonly example?: true }): Promise<WorkspaceAbout> => ask("POST", "/workspaces", beginning);
export const rename = (workspace: string, name: string): Promise<void> => ask("PATCH", `/workspaces/${workspace}`, { name });
export const remove = (workspace: string): Promise<void> => ask("DELETE", `/workspaces/${workspace}`, {});
