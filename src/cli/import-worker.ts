import { parentPort, workerData } from "node:worker_threads";
import type { MatrixDocument } from "#core/model/document.ts";
import { importFile } from "#formats/import-file.ts";
import type { Choices } from "#formats/understand/report.ts";
import { UnreadableFile } from "#formats/workbook.ts";
import type { SheetAnswer } from "./import-sheet.ts";

const { bytes, name, choices, known } = workerData as { bytes: Uint8Array; name: string; choices: Choices; known?: MatrixDocument };

async function answer(): Promise<SheetAnswer> {
  try {
    return { ok: true, result: await importFile(bytes, name, choices, known) };
  } catch (thrown) {
    if (thrown instanceof UnreadableFile) return { ok: false, message: thrown.message, remedy: thrown.remedy, place: thrown.place };
    throw thrown;
  }
}

parentPort?.postMessage(await answer());
