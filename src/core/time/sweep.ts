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
  const pieces = new Pieces(members.length);
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
  readonly #known = new Map<number | bigint, number>();
  /** The same for few members: a look into an array costs a tenth of one into a map. */
  readonly #small: Int16Array | undefined;
  #passed = -1;

  constructor(members: number) {
    this.#small = members <= 12 ? new Int16Array(1 << members).fill(-1) : undefined;
  }

  add(at: Minute, key: number | bigint, members: readonly Spans[]): void {
    const small = this.#small;
    let index = small === undefined ? this.#known.get(key) : (small[key as number] as number);
    if (index === undefined || index === -1) {
      index = this.states.push(members.flatMap((_, i) => ((typeof key === "bigint" ? (key >> BigInt(i)) & 1n : (key >> i) & 1) ? [i] : []))) - 1;
      if (small === undefined) this.#known.set(key, index);
      else small[key as number] = index;
    }
    this.#piece(at, index);
  }

  pass(at: Minute): void {
    if (this.#passed === -1) this.#passed = this.states.push(PASSED_OVER) - 1;
    this.#piece(at, this.#passed);
  }

  #piece(at: Minute, index: number): void {
    if (this.state.length > 0 && this.state[this.state.length - 1] === index) return;
    this.from.push(at);
    this.state.push(index);
  }
}

/** Thirty members fit the bits of a small integer, and whose turn is next is seen by looking at all of them. */
function few(members: readonly Spans[], from: Minute, until: Minute, pieces: Pieces): void {
  const { length } = members;
  const next = members.map((spans) => boundaryAfter(spans, from));
  const turn = Float64Array.from(members, (spans, i) => spans[next[i] as number] ?? Infinity);
  let mask = 0;
  for (let i = 0; i < length; i++) mask |= ((next[i] as number) & 1) << i;
  for (let at = from; at < until; ) {
    pieces.add(at, mask, members);
    at = Infinity;
    for (let i = 0; i < length; i++) if (at > (turn[i] as number)) at = turn[i] as number;
    for (let i = 0; i < length; i++) {
      if (turn[i] !== at) continue;
      const n = (next[i] as number) + 1;
      next[i] = n;
      turn[i] = (members[i] as Spans)[n] ?? Infinity;
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
    for (let n = first; n < spans.length && until > (spans[n] as Minute); n++) turns.push(((spans[n] as Minute) - from) * length + i);
  });
  const sorted = Float64Array.from(turns).sort();
  pieces.add(from, mask, members);
  for (let n = 0; n < sorted.length; ) {
    const at = Math.floor((sorted[n] as number) / length);
    for (; n < sorted.length && Math.floor((sorted[n] as number) / length) === at; n++) mask ^= bits[(sorted[n] as number) % length] as bigint;
    pieces.add(from + at, mask, members);
  }
}
