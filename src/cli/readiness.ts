import { lint } from "#core/lint/linter.ts";
import { directoryDigest, matrixDigest } from "#core/model/canonical.ts";
import { findingsOf } from "#core/prove/as-findings.ts";
import { horizonFrom } from "#core/prove/horizon.ts";
import { prove } from "#core/prove/prove.ts";
import { blockersOf, DEFAULT_POLICY } from "#core/readiness/blockers.ts";
import { drawReadiness } from "#core/readiness/draw-readiness.ts";
import { readinessOf } from "#core/readiness/readiness.ts";
import { dateOf } from "#core/time/minute.ts";
import { catalogue } from "#rules/catalogue.ts";
import { write } from "./files.ts";
import { instantGiven } from "./instant.ts";
import { open } from "./open.ts";
import { paintFor } from "./paint.ts";
import { Unusable } from "./problem.ts";
import { jsonText } from "./say.ts";

/** Whether a matrix is ready to be signed: checklist, what is open, score. Exit 1 when something blocks under the usual policy. */
export async function readiness(file: string, { format, at, output }: { readonly format: string; readonly at?: string; readonly output?: string }): Promise<number> {
  if (!["text", "json", "md"].includes(format)) throw new Unusable(`there is no format \`${format}\` for readiness`, "choose text, json or md");
  const { document } = await open(file);
  const now = instantGiven("--at", at);
  const today = dateOf(now);
  const { verdict, counterexamples } = prove(document, horizonFrom(now));
  const found = readinessOf({ document, findings: lint(document, catalogue, today), proof: { verdict, counterexamples, findings: findingsOf(document, counterexamples, today) }, at: now });
  const blockers = blockersOf(DEFAULT_POLICY, found);
  const text = format === "json" ? jsonText({ ...found, policy: DEFAULT_POLICY, blockers, digests: { matrix: matrixDigest(document), directory: directoryDigest(document) } })
    : format === "md" ? (await import("#formats/md/write-readiness.ts")).writeReadiness(found, DEFAULT_POLICY, document.title)
    : `${drawReadiness(found, DEFAULT_POLICY, output === undefined ? paintFor(process.stdout) : undefined)}\n`;
  write(output, text);
  return blockers.some(({ weight }) => weight === "block") ? 1 : 0;
}
