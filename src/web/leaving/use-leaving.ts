import { useEffect, useState } from "react";
import type { Leaver } from "#core/leaving/leaver.ts";
import type { Leaving } from "#core/leaving/leaving.ts";
import type { Successors } from "#core/leaving/transfer.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { LeavingOrder } from "../work/leaving-worker.ts";

export type Judged = { readonly at: "working" } | { readonly at: "told"; readonly of: Leaving } | { readonly at: "failed" };

/** What takes longer is given up. In milliseconds. */
const LONGEST = 60_000;

/** Judged beside the page, again after every choice. */
export function useLeaving(document: MatrixDocument, leaver: Leaver | undefined, successors: Successors | undefined): Judged {
  const [judged, setJudged] = useState<Judged>({ at: "working" });
  const choice = JSON.stringify([leaver, successors]);
  useEffect(() => {
    const [who, after] = JSON.parse(choice) as [Leaver | null, Successors | null];
    setJudged({ at: "working" });
    if (who === null) return undefined;
    const worker = new Worker(new URL("../work/leaving-worker.ts", import.meta.url), { type: "module" });
    const late = setTimeout(() => setJudged({ at: "failed" }), LONGEST);
    worker.addEventListener("message", ({ data }: MessageEvent<Leaving>) => {
      clearTimeout(late);
      setJudged({ at: "told", of: data });
    });
    worker.addEventListener("error", () => setJudged({ at: "failed" }));
    worker.postMessage({ document, leaver: who, at: Math.floor(Date.now() / 60_000), ...(after === null ? {} : { successors: after }) } satisfies LeavingOrder);
    return () => {
      clearTimeout(late);
      worker.terminate();
    };
  }, [document, choice]);
  return judged;
}
