import { Worker } from "node:worker_threads";
import { basename } from "node:path";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Choices, ImportResult } from "#formats/understand/report.ts";
import { Unusable } from "./problem.ts";

/** A sheet that needs more than this is refused rather than waited for. */
const LONGEST_MS = 90_000;
const MOST_MEMORY_MB = 1_536;

export type SheetAnswer =
  | { readonly ok: true; readonly result: ImportResult }
  | { readonly ok: false; readonly message: string; readonly remedy: string; readonly place: string | undefined };

/** Import in a thread of its own, bounded in time and memory, so that a hostile file only ends that thread. */
export async function importSheet(bytes: Uint8Array, file: string, choices: Choices, known?: MatrixDocument): Promise<ImportResult> {
  const worker = new Worker(new URL("./import-worker.js", import.meta.url), {
    workerData: { bytes, name: basename(file), choices, known },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  const nothing = "nothing was changed; save the sheet that matters into a file of its own and try again";
  const answer = await new Promise<SheetAnswer>((settle) => {
    const timer = setTimeout(() => {
      settle({ ok: false, message: `reading takes longer than ${LONGEST_MS / 1000} s`, remedy: nothing, place: undefined });
      void worker.terminate();
    }, LONGEST_MS);
    worker.once("message", (message: SheetAnswer) => {
      clearTimeout(timer);
      settle(message);
    });
    worker.once("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      const memory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      settle({ ok: false, message: memory ? "reading takes more memory than allowed" : `something went wrong while reading (${error.message})`, remedy: nothing, place: undefined });
    });
  });
  if (answer.ok) return answer.result;
  throw new Unusable(`\`${file}\`${answer.place ? `, ${answer.place}` : ""}: ${answer.message}`, answer.remedy);
}
