import { directoryDigest, matrixDigest } from "#core/model/canonical.ts";
import { drawProof } from "#core/prove/draw-proof.ts";
import { horizonFrom, LONGEST_HORIZON, type Horizon } from "#core/prove/horizon.ts";
import { prove as proveAll, withRepairs } from "#core/prove/prove.ts";
import { Memory } from "#core/who/memory.ts";
import { instantOf } from "#core/time/minute.ts";
import { instantGiven } from "./instant.ts";
import { write } from "./files.ts";
import { open } from "./open.ts";
import { paintFor } from "./paint.ts";
import { Unusable } from "./problem.ts";
import { jsonText } from "./say.ts";
import { shown } from "./shown.ts";

export interface ProveOptions {
  readonly absent: string;
  readonly from?: string;
  readonly until?: string;
  readonly format: string;
  readonly output?: string;
}

/** So many missing people at once can be asked for; the combinations grow with the power. */
const MOST_ABSENT = 5;

/** So many counterexamples are given a repair: each is tried out over the whole horizon. */
const REPAIRED = 100;

/** Prove that somebody with authority is reachable, always. Exit 1 on a counterexample, 3 where the proof is incomplete. */
export async function prove(file: string, { absent, from, until, format, output }: ProveOptions): Promise<number> {
  if (!["text", "json"].includes(format)) throw new Unusable(`there is no format \`${format}\` for a proof`, "choose text or json");
  if (!/^\d$/.test(absent) || Number(absent) > MOST_ABSENT) throw new Unusable(`\`--absent ${absent}\` is no number from 0 to ${MOST_ABSENT}`, "say how many people may be missing at once");
  const { document } = await open(file);
  const start = instantGiven("--from", from);
  const horizon: Horizon = { ...horizonFrom(start, Number(absent)), ...(until === undefined ? {} : { until: instantGiven("--until", until) }) };
  if (horizon.until <= start) throw new Unusable("the horizon ends before it begins", "give `--until` an instant after `--from`");
  if (horizon.until - start > LONGEST_HORIZON) throw new Unusable("the horizon is longer than three years", "give an `--until` nearer to `--from`");
  const memory = new Memory();
  const bare = proveAll(document, horizon, memory);
  const proof = { ...bare, counterexamples: withRepairs(document, bare, memory, REPAIRED) };
  const digests = { matrix: matrixDigest(document), directory: directoryDigest(document), timeZones: process.versions["tz"] ?? "unknown" };
  const { examined: _, horizon: __, ...said } = proof;
  const text = format === "json"
    ? jsonText({ ...said, horizon: { from: instantOf(start), until: instantOf(horizon.until), absent: horizon.absent }, digests })
    : `${drawProof(shown(document), shown({ ...proof, examined: [] }), digests, output === undefined ? paintFor(process.stdout) : undefined)}\n`;
  write(output, text);
  return EXIT[proof.verdict];
}

const EXIT = { PROVED: 0, COUNTEREXAMPLE: 1, INCOMPLETE: 3 } as const;
