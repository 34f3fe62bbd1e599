/** One measured thing; `run` is repeated, the median counts. */
export interface Measured {
  readonly name: string;
  readonly run: () => unknown;
  /** Operations in one run; the time is per operation. */
  readonly inner?: number;
}

export interface Target {
  readonly what: string;
  readonly ratio: number;
  readonly limit: number;
  readonly unit: "x" | "ms";
  /** The limit is the least that is asked, not the most. */
  readonly atLeast?: boolean;
}

const median = (times: number[]): number => {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
};

const say = (ms: number): string => (ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : ms >= 1 ? `${ms.toFixed(2)} ms` : `${(ms * 1000).toFixed(1)} us`);

/** Time several things in turn (A B C, A B C ...), one untimed round first. Median milliseconds by name. */
export async function duel(title: string, things: readonly Measured[], rounds = 7): Promise<Map<string, number>> {
  const times = new Map(things.map((thing) => [thing.name, [] as number[]]));
  for (let round = 0; round <= rounds; round++)
    for (const { name, run, inner = 1 } of things) {
      globalThis.gc?.();
      const started = performance.now();
      await run();
      if (round > 0) times.get(name)?.push((performance.now() - started) / inner);
    }
  console.log(`\n${title}`);
  const medians = new Map<string, number>();
  for (const [name, all] of times) {
    const middle = median(all);
    medians.set(name, middle);
    console.log(`  ${name.padEnd(52)} ${say(middle).padStart(10)}   ${say(Math.min(...all))} .. ${say(Math.max(...all))}`);
  }
  return medians;
}

/** Print the targets with what was reached; true when all hold. */
export function judge(targets: readonly Target[]): boolean {
  const met = ({ ratio, limit, atLeast }: Target): boolean => (atLeast ? ratio >= limit : ratio <= limit);
  console.log("");
  for (const target of targets) {
    const { what, ratio, limit, unit, atLeast } = target;
    const suffix = unit === "ms" ? " ms" : "";
    console.log(`  ${met(target) ? "met   " : "MISSED"}  ${what}: ${ratio < 0.1 ? ratio.toPrecision(2) : ratio.toFixed(2)}${suffix} (${atLeast ? "at least" : "at most"} ${limit < 0.1 ? `1/${Math.round(1 / limit)}` : limit}${suffix})`);
  }
  return targets.every(met);
}
