import type { Stationery } from "#contract/appendix.ts";
import { ask, SaidNo } from "../account/asking.ts";
import { saveFile } from "../state/download.ts";

export type Format = "docx" | "pdf";
export type Kept = Stationery["stationery"][number];
const TYPES = { docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", pdf: "application/pdf" } as const;

/** Fetches the appendix of the draft and hands it to the downloads. @returns its name. @throws SaidNo */
export async function fetchAppendix(workspace: string, title: string, { format, names, own }: { readonly format: Format; readonly names: boolean; readonly own: boolean }): Promise<string> {
  const answer = await fetch(`/api/workspaces/${workspace}/appendix?${new URLSearchParams({ format, names: String(names), paper: own ? "own" : "plain" })}`).catch(() => {
    throw new SaidNo(0, "the server cannot be reached");
  });
  if (!answer.ok) throw new SaidNo(answer.status, ((await answer.json().catch(() => ({}))) as { detail?: string }).detail ?? "the server refused it");
  return saveFile({ bytes: new Uint8Array(await answer.arrayBuffer()), mediaType: TYPES[format], ending: `.${format}` }, `${title} appendix draft`);
}

export const readStationery = async (workspace: string): Promise<readonly Kept[]> => (await ask<Stationery>("GET", `/workspaces/${workspace}/stationery`)).stationery;

export async function keep(workspace: string, kind: Kept["kind"], file: File): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 30_000) text += String.fromCharCode(...bytes.subarray(at, at + 30_000));
  await ask("PUT", `/workspaces/${workspace}/stationery/${kind}`, { name: file.name.slice(0, 200), content: btoa(text) });
}
export const drop = (workspace: string, kind: Kept["kind"]): Promise<void> => ask("DELETE", `/workspaces/${workspace}/stationery/${kind}`, {});
