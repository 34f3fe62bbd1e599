import { boundaryAfter, type Spans } from "./spans.ts";
import type { Minute } from "./minute.ts";

/** A stretch of time cut where any of some spans begins or ends. */
export interface Swept {
  /** The instants at which a piece begins; the last one ends with the stretch. */
  readonly from: readonly Minute[];
  /** For each piece, which of `states` it is in. */
  readonly state: readonly number[];
  /** Which spans hold in a state, by their index. Each state once, however often it comes back. */
  readonly states: readonly (readonly number[])[];
}

/** The state of all time that was not to be looked at. */
export const PASSED_OVER: readonly number[] = [];

/** Cuts `[from, until)` at every boundary of the spans. @param only the stretches of it that are looked at; the rest is one state */
export function sweep(members: readonly Spans[], from: Minute, until: Minute, only: Spans = [from, until]): Swept {
  const pieces = new Pieces();
  let done = from;
  for (let i = 0; i < only.length; i += 2) {
    const begins = only[i] as Minute;
    if (begins > done) pieces.pass(done);
    done = only[i + 1] as Minute;
    if (members.length <= 30) few(members, begins, done, pieces);
    else many(members, begins, done, pieces);
  }
  if (done < until) pieces.pass(done);
  return pieces;
}

class Pieces implements Swept {
  readonly from: Minute[] = [];
  readonly state: number[] = [];
  readonly states: (readonly number[])[] = [];
  readonly #known = new Map<number | bigint | undefined, number>();

  add(at: Minute, key: number | bigint | undefined, list: () => readonly number[]): void {
    let index = this.#known.get(key);
    if (index === undefined) this.#known.set(key, (index = this.states.push(list()) - 1));
    if (this.state.at(-1) === index) return;
    this.from.push(at);
    this.state.push(index);
  }

  pass(at: Minute): void {
    this.add(at, undefined, () => PASSED_OVER);
  }
}

/** Thirty members fit the bits of a small integer, and whose turn is next is seen by looking at all of them. */
function few(members: readonly Spans[], from: Minute, until: Minute, pieces: Pieces): void {
  const next = members.map((spans) => boundaryAfter(spans, from));
  let mask = 0;
  for (let i = 0; i < members.length; i++) mask |= ((next[i] as number) & 1) << i;
  const list = (key: number) => () => members.flatMap((_, i) => ((key >> i) & 1 ? [i] : []));
  for (let at = from; at < until; ) {
    pieces.add(at, mask, list(mask));
    let soonest = Infinity;
    for (let i = 0; i < members.length; i++) {
      const turn = (members[i] as Spans)[next[i] as number];
      if (turn !== undefined && turn < soonest) soonest = turn;
    }
    at = soonest;
    for (let i = 0; i < members.length; i++) {
      if ((members[i] as Spans)[next[i] as number] !== at) continue;
      next[i] = (next[i] as number) + 1;
      mask ^= 1 << i;
    }
  }
}

/** More of them go into a big integer; their turns are sorted, because looking at all of them each time costs more. */
function many(members: readonly Spans[], from: Minute, until: Minute, pieces: Pieces): void {
  let mask = 0n;
  const bits = members.map((_, i) => 1n << BigInt(i));
  const turns: number[] = [];
  const { length } = members;
  members.forEach((spans, i) => {
    const first = boundaryAfter(spans, from);
    if (first & 1) mask |= bits[i] as bigint;
    for (let n = first; n < spans.length && (spans[n] as Minute) < until; n++) turns.push(((spans[n] as Minute) - from) * length + i);
  });
  const sorted = Float64Array.from(turns).sort();
  const list = (key: bigint) => () => members.flatMap((_, i) => (key & (bits[i] as bigint) ? [i] : []));
  pieces.add(from, mask, list(mask));
  for (let n = 0; n < sorted.length; ) {
    const at = Math.floor((sorted[n] as number) / length);
    for (; n < sorted.length && Math.floor((sorted[n] as number) / length) === at; n++) mask ^= bits[(sorted[n] as number) % length] as bigint;
    pieces.add(from + at, mask, list(mask));
  }
}
