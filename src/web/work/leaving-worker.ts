import "./no-eval.ts";
import type { Leaver } from "#core/leaving/leaver.ts";
import { leaving, type Leaving } from "#core/leaving/leaving.ts";
import type { Successors } from "#core/leaving/transfer.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { catalogue } from "#rules/catalogue.ts";

/** Somebody's leaving, to be judged with the linter and the proof. */
export interface LeavingOrder {
  readonly document: MatrixDocument;
  readonly leaver: Leaver;
  readonly at: number;
  readonly successors?: Successors;
}

self.addEventListener("message", ({ data: { document, leaver, at, successors } }: MessageEvent<LeavingOrder>) => {
  self.postMessage(leaving(document, leaver, catalogue, at, successors) satisfies Leaving);
});
