import type { MatrixDocument } from "#core/model/document.ts";
import { say } from "../words.ts";
import type { RotationAnswer, RotationOrder } from "../work/rotation-worker.ts";

/** A calendar that takes longer is given up. In milliseconds. */
const LONGEST = 20_000;

/** Reads a calendar beside the page, which goes on meanwhile. */
export async function readRotation(document: MatrixDocument, role: string, file: File): Promise<RotationAnswer> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const worker = new Worker(new URL("../work/rotation-worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise<RotationAnswer>((settle) => {
      setTimeout(() => settle({ ok: false, why: say("rotation.slow") }), LONGEST);
      worker.addEventListener("message", ({ data }: MessageEvent<RotationAnswer>) => settle(data));
      worker.addEventListener("error", () => settle({ ok: false, why: say("rotation.unreadable") }));
      worker.postMessage({ document, role, bytes } satisfies RotationOrder);
    });
  } finally {
    worker.terminate();
  }
}
