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

/** Cuts `[from, until)` at every boundary of the spans. */
export function sweep(members: readonly Spans[], from: Minute, until: Minute): Swept {
  return members.length <= 30 ? sweepFew(members, from, until) : sweepMany(members, from, until);
}

interface Walker {
  readonly next: number[];
  /** The boundary that comes next, over all members. */
  soonest(): Minute;
}

function start(members: readonly Spans[], from: Minute): Walker {
  const next = members.map((spans) => boundaryAfter(spans, from));
  return {
    next,
    soonest: () => {
      let soonest = Infinity;
      for (let i = 0; i < members.length; i++) {
        const at = (members[i] as Spans)[next[i] as number];
        if (at !== undefined && at < soonest) soonest = at;
      }
      return soonest;
    },
  };
}

/** Thirty members fit the bits of a small integer. */
function sweepFew(members: readonly Spans[], from: Minute, until: Minute): Swept {
  const { next, soonest } = start(members, from);
  let mask = 0;
  for (let i = 0; i < members.length; i++) mask |= ((next[i] as number) & 1) << i;
  const pieces = collect<number>((key) => members.flatMap((_, i) => ((key >> i) & 1 ? [i] : [])));
  pieces.add(from, mask);
  for (let at = soonest(); at < until; at = soonest()) {
    for (let i = 0; i < members.length; i++) {
      if ((members[i] as Spans)[next[i] as number] !== at) continue;
      next[i] = (next[i] as number) + 1;
      mask ^= 1 << i;
    }
    pieces.add(at, mask);
  }
  return pieces.swept;
}

/** More of them go into a big one; the boundaries come sorted, because looking at all members each time costs more. */
function sweepMany(members: readonly Spans[], from: Minute, until: Minute): Swept {
  let mask = 0n;
  const bits = members.map((_, i) => 1n << BigInt(i));
  const turns: (readonly [Minute, number])[] = [];
  members.forEach((spans, i) => {
    const first = boundaryAfter(spans, from);
    if (first & 1) mask |= bits[i] as bigint;
    for (let n = first; n < spans.length && (spans[n] as Minute) < until; n++) turns.push([spans[n] as Minute, i]);
  });
  turns.sort(([a], [b]) => a - b);
  const pieces = collect<bigint>((key) => members.flatMap((_, i) => (key & (bits[i] as bigint) ? [i] : [])));
  pieces.add(from, mask);
  for (let n = 0; n < turns.length; ) {
    const [at] = turns[n] as readonly [Minute, number];
    for (; n < turns.length && turns[n]?.[0] === at; n++) mask ^= bits[turns[n]?.[1] as number] as bigint;
    pieces.add(at, mask);
  }
  return pieces.swept;
}

function collect<Key>(list: (key: Key) => readonly number[]): { readonly swept: Swept; add(at: Minute, key: Key): void } {
  const from: Minute[] = [];
  const state: number[] = [];
  const states: (readonly number[])[] = [];
  const known = new Map<Key, number>();
  return {
    swept: { from, state, states },
    add(at, key) {
      let index = known.get(key);
      if (index === undefined) known.set(key, (index = states.push(list(key)) - 1));
      if (state.at(-1) === index) return;
      from.push(at);
      state.push(index);
    },
  };
}
