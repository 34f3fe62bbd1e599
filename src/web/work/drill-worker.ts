import "./no-eval.ts";
import { unattended, type Distribution, type Series } from "#core/drill/unattended.ts";
import type { MatrixDocument } from "#core/model/document.ts";

/** Exercises to be played by chance. */
export interface SeriesOrder {
  readonly document: MatrixDocument;
  readonly series: Series;
}

self.addEventListener("message", ({ data: { document, series } }: MessageEvent<SeriesOrder>) => {
  self.postMessage(unattended(document, series) satisfies Distribution);
});
