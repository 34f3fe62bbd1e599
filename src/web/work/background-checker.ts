import type { Finding } from "#core/lint/finding.ts";
import type { Edit } from "#core/model/edit.ts";
import type { CheckAnswer, CheckOrder, Checker } from "./checking.ts";

/** Rows that travel to the worker in one task. */
const SLICE = 250;

/** When the page has nothing more urgent to do, at the latest after a second. */
const whenQuiet = (run: () => void): void => void (typeof requestIdleCallback === "function" ? requestIdleCallback(run, { timeout: 1_000 }) : setTimeout(run, 200));

/** After what was just typed is on the screen. */
const afterPaint = (run: () => void): void => void requestAnimationFrame(() => setTimeout(run));

/**
 * A checker in a worker of its own, so that neither the linter nor the journey of an edit to it
 * can hold up a key. Apart from the worker that reads files, which is stopped when a file is too slow.
 * @param today the reader's day, `YYYY-MM-DD`.
 */
export function backgroundChecker(hire: () => Worker, today: string): Checker {
  const worker = hire();
  let listener: (findings: readonly Finding[]) => void = () => undefined;
  let known = new Map<number, Finding>();
  let waiting: Edit[] = [];
  let loading = false;
  let loads = 0;
  const flush = (): void => {
    if (loading || waiting.length === 0) return;
    send({ do: "follow", edits: waiting });
    waiting = [];
  };
  const send = (order: CheckOrder): void => worker.postMessage(order);
  worker.addEventListener("message", ({ data }: MessageEvent<CheckAnswer>) => {
    if (data.kind === "fresh") return data.findings.forEach((finding, i) => known.set(data.from + i, finding));
    const findings: Finding[] = [];
    const kept = new Map<number, Finding>();
    for (const number of data.numbers) {
      const finding = known.get(number);
      if (!finding) continue;
      kept.set(number, finding);
      findings.push(finding);
    }
    known = kept;
    listener(findings);
  });
  return {
    load(document) {
      waiting = [];
      const { activities } = document;
      let sent = 0;
      // A newer document makes the slices of this one pointless.
      const turn = ++loads;
      // Edits wait until everything they may speak of is there.
      loading = true;
      const slice = (): void => {
        if (turn !== loads) return;
        if (sent < activities.length) {
          send({ do: "rows", rows: activities.slice(sent, (sent += SLICE)) });
          setTimeout(slice);
          return;
        }
        loading = false;
        flush();
      };
      whenQuiet(() => {
        if (turn !== loads) return;
        send({ do: "load", document: { ...document, activities: [] }, rows: activities.length, today });
        slice();
      });
    },
    follow(edits) {
      const first = waiting.length === 0;
      for (const edit of edits) waiting.push(edit);
      if (first) afterPaint(flush);
    },
    onFindings(hear) {
      listener = hear;
    },
    close: () => worker.terminate(),
  };
}
