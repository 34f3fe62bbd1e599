import "./no-eval.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { NoCalendar } from "#formats/ics/calendar-file.ts";
import { rotationFromCalendar, type ReadRotation } from "#formats/ics/rotation-from-calendar.ts";

/** A calendar file, and the role whose duty it is. */
export interface RotationOrder {
  readonly document: MatrixDocument;
  readonly role: string;
  readonly bytes: Uint8Array;
}
export type RotationAnswer = { readonly ok: true; readonly read: ReadRotation } | { readonly ok: false; readonly why: string };

self.addEventListener("message", ({ data: { document, role, bytes } }: MessageEvent<RotationOrder>) => {
  let answer: RotationAnswer;
  try {
    answer = { ok: true, read: rotationFromCalendar(document, role, bytes) };
  } catch (thrown) {
    if (!(thrown instanceof NoCalendar)) throw thrown;
    answer = { ok: false, why: thrown.message };
  }
  self.postMessage(answer);
});
