import type { z } from "@hono/zod-openapi";
import type { ImportAbout, Imported } from "#contract/transfer.ts";
import type { Problem } from "#contract/problem.ts";
import type { DeletedWorkspace } from "#contract/workspace.ts";
import { ask, SaidNo } from "../account/asking.ts";

export type About = z.infer<typeof ImportAbout>;
export type Made = z.infer<typeof Imported>;
export type { DeletedWorkspace };

export const exportFile = (workspace: string): string => `/api/workspaces/${workspace}/export`;
export const historyBefore = (workspace: string): string => `/api/workspaces/${workspace}/import/history`;
export const cameFrom = (workspace: string): Promise<{ readonly import: About | null }> => ask("GET", `/workspaces/${workspace}/import`);

/** Sends an exported workspace. @throws SaidNo with the place in the file and what to do. */
export async function bring(file: File, name: string): Promise<Made> {
  const answer = await fetch(`/api/workspaces/import${name === "" ? "" : `?${new URLSearchParams({ name })}`}`, { method: "POST", headers: { "content-type": "application/zip", accept: "application/json" }, body: file }).catch(() => {
    throw new SaidNo(0, "the server cannot be reached; nothing was written");
  });
  const said = (await answer.json().catch(() => ({}))) as Made & Partial<Problem>;
  if (answer.ok) return said;
  const [problem] = said.problems ?? [];
  throw new SaidNo(answer.status, problem ? `${problem.place}: ${problem.message}${problem.remedy === undefined ? "" : `; ${problem.remedy}`}` : (said.detail ?? "the server refused it"), said.code);
}

export const deletedWorkspaces = (): Promise<{ readonly workspaces: readonly DeletedWorkspace[] }> => ask("GET", "/deleted-workspaces");
export const restore = (id: string): Promise<void> => ask("POST", `/deleted-workspaces/${id}/restore`, {});
export const removeForGood = (id: string, name: string): Promise<void> => ask("DELETE", `/deleted-workspaces/${id}`, { name });
