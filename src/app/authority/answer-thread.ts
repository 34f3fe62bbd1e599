import { parentPort } from "node:worker_threads";
import { Answering, type Answered, type BlockersAsked, type Given, type ProofAsked, type WhoAsked } from "./answering.ts";

/** What this thread is asked. The matrix comes along only where the thread said that it does not have it. */
export interface Job {
  readonly key: string;
  readonly given?: Given;
  readonly who?: WhoAsked;
  readonly proof?: ProofAsked;
  readonly blockers?: BlockersAsked;
}
export type Done = { readonly answered: Answered } | { readonly lacks: true } | { readonly failed: string };

/** So many matrices stay; the ones not asked about longest go first. */
const KEPT = 12;
const kept = new Map<string, Answering>();

function matrixOf({ key, given }: Job): Answering | undefined {
  const matrix = kept.get(key) ?? (given && new Answering(given));
  if (matrix === undefined) return undefined;
  kept.delete(key);
  kept.set(key, matrix);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return matrix;
}

function done(job: Job): Done {
  try {
    const matrix = matrixOf(job);
    if (matrix === undefined) return { lacks: true };
    if (job.who) return { answered: matrix.who(job.who) };
    if (job.blockers) return { answered: matrix.blockers(job.blockers) };
    return job.proof ? { answered: matrix.proof(job.proof) } : { failed: "nothing was asked" };
  } catch (thrown) {
    return { failed: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
  }
}

parentPort?.on("message", (job: Job) => parentPort?.postMessage(done(job)));
