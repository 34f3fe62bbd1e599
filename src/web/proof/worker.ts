import "../work/no-eval.ts";
import { Bench } from "./bench.ts";
import type { ProofOrder, ProofReply } from "./order.ts";

const bench = new Bench();
const post = (reply: ProofReply): void => self.postMessage(reply);

self.addEventListener("message", ({ data: { number, document, ask } }: MessageEvent<ProofOrder>) => {
  try {
    if (document !== undefined) bench.take(document);
    post({ number, kind: "done", answer: bench.answer(ask) });
  } catch (problem) {
    post({ number, kind: "failed", words: problem instanceof Error ? problem.message : String(problem) });
  }
});
