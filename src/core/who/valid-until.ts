import type { Minute } from "../time/minute.ts";
import { boundaryAfter, type Spans } from "../time/spans.ts";

/** After so many changes that change nothing, an answer is given as valid up to the last one looked at. */
const MOST = 400;

/**
 * The next instant at which an answer differs, searched at every instant at which somebody comes, goes, or can be
 * reached; `null` where it stays the same to the end.
 * @param shifts minutes after the event at which somebody is called, or a window ends
 * @param same whether the answer at another instant is the same
 */
export function nextChange(boundaries: readonly Spans[], shifts: readonly number[], at: Minute, end: Minute, same: (at: Minute) => boolean): Minute | null {
  const next = (now: Minute): Minute => {
    let soonest = Infinity;
    for (const list of boundaries) for (const shift of shifts) soonest = Math.min(soonest, (list[boundaryAfter(list, now + shift)] ?? Infinity) - shift);
    return soonest;
  };
  let now = at;
  for (let i = 0; i < MOST; i++) {
    now = next(now);
    if (now >= end) return null;
    if (!same(now)) return now;
  }
  return now;
}
