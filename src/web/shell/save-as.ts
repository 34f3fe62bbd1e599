import type { Snapshot } from "../draft/store.ts";
import { saveFile } from "../state/download.ts";
import { Desk } from "../work/desk.ts";
import type { ExportFormat } from "../work/order.ts";

let desk: Desk | undefined;

/** Writes the matrix, or its findings, in the worker and hands the file to the browser. */
export async function saveAs({ document, findings }: Snapshot, format: ExportFormat, title: string): Promise<void> {
  desk ??= new Desk(() => new Worker(new URL("../work/worker.ts", import.meta.url), { type: "module" }));
  saveFile(await desk.ask({ do: "export", document, findings, format, name: title }), title);
}
