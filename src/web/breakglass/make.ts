import { contentsOf } from "#breakglass/contents.ts";
import { breakGlassFile } from "#breakglass/file.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { SaidNo } from "../account/asking.ts";
import { saveFile } from "../state/download.ts";
import { say } from "../words.ts";

/** What goes into a file made here. */
export interface Making {
  readonly document: MatrixDocument;
  readonly revision: number | undefined;
  readonly days: number;
  /** Numbers one's own party keeps to itself, by contact. */
  readonly sealed: ReadonlyMap<string, string>;
  readonly passphrase: string;
}

/** Makes the file in this browser and hands it to the downloads. @returns its name. @throws SaidNo */
export async function makeFile({ document, revision, days, sealed, passphrase }: Making): Promise<string> {
  const contents = contentsOf(document, { at: Math.floor(Date.now() / 60_000), days, version: revision === undefined ? "the draft" : `the draft at revision ${revision}`, timeZones: "those of the browser it was made in", sealed });
  const answer = await fetch("/break-glass.json").catch(() => undefined);
  if (!answer?.ok) throw new SaidNo(answer?.status ?? 0, say("glass.no-template"));
  const { template } = (await answer.json()) as { readonly template: string };
  const file = await breakGlassFile(template, contents, passphrase === "" ? undefined : passphrase);
  return saveFile({ bytes: new TextEncoder().encode(file), mediaType: "text/html", ending: ".html" }, `break-glass ${contents.made.slice(0, 10)}${passphrase === "" ? "" : " locked"}`);
}

/** Fetches a printed card from the server and hands it to the downloads. @throws SaidNo */
export async function fetchCard(workspace: string, size: "wallet" | "a4", days: number): Promise<string> {
  const answer = await fetch(`/api/workspaces/${workspace}/card.pdf?${new URLSearchParams({ size, days: String(days) })}`).catch(() => {
    throw new SaidNo(0, "the server cannot be reached");
  });
  if (!answer.ok) throw new SaidNo(answer.status, ((await answer.json().catch(() => ({}))) as { detail?: string }).detail ?? "the server refused it");
  return saveFile({ bytes: new Uint8Array(await answer.arrayBuffer()), mediaType: "application/pdf", ending: ".pdf" }, `break-glass ${size} ${new Date().toISOString().slice(0, 10)}`);
}
