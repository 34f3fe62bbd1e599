import type { Me as MeShape, Workspace } from "#contract/workspace.ts";
import { ask } from "../account/asking.ts";
import type { Visit } from "../guests/visits.ts";

/** A workspace as the list shows it. */
export type WorkspaceAbout = Omit<Workspace, "role" | "since" | "revision"> & { readonly role: Workspace["role"] | "guest" };
/** Whoever looks: an account, or a guest of one workspace. */
export type Me = Omit<MeShape, "workspaces"> & { readonly workspaces: readonly WorkspaceAbout[]; readonly guest?: Visit["guest"] };

/** A guest, as the frame shows whoever looks. */
export const asGuest = ({ you, guest, ...workspace }: Visit): Me => ({ account: you.id, name: you.name, email: null, password: false, returns: true, secondFactor: false, twoFactors: false, workspaces: [workspace], guest });

export const whoAmI = (): Promise<Me> => ask("GET", "/session");
export const signOut = (): Promise<void> => ask("DELETE", "/session", {});
export const found = (beginning: { readonly name: string; readonly template?: string; readonly document?: unknown; readonly example?: true }): Promise<WorkspaceAbout> => ask("POST", "/workspaces", beginning);
export const rename = (workspace: string, name: string): Promise<void> => ask("PATCH", `/workspaces/${workspace}`, { name });
export const remove = (workspace: string): Promise<void> => ask("DELETE", `/workspaces/${workspace}`, {});
