import { after, takesTime, turnOf } from "../time/duration.ts";
import { dateOf, dayOf, type Minute } from "../time/minute.ts";

/** Reviews by cadence, as days of a calendar. */
export interface Cadence {
  /** ISO 8601, of the matrix: `P3M`. */
  readonly every: string;
  /** The day its rounds are counted from. */
  readonly from: string;
}

const nth = ({ from, every }: Cadence, n: number): Minute => {
  const { months, minutes } = turnOf(every);
  return after(dayOf(from), `P${months * n}M`) + minutes * n;
};

/** Whether a cadence is one: a duration that takes time. What else somebody wrote is no date. */
export function cadence(every: string | undefined, from: string | undefined): Cadence | undefined {
  if (every === undefined || from === undefined) return undefined;
  try {
    return takesTime(every) ? { every, from } : undefined;
  } catch {
    return undefined;
  }
}

/** Nobody looks further; a cadence of minutes is none. */
const MOST = 5_000;

/**
 * The next day of a review. Days are counted from the first, so that a yearly review of 29 February comes back to it in
 * leap years and is on the 28th between. A review held up to half a round before its day was the one of that day.
 * @param held the day of the last one
 */
export function nextReview(of: Cadence, held: string | undefined): string {
  const done = held === undefined ? Number.NEGATIVE_INFINITY : dayOf(held);
  for (let n = 1; n < MOST; n++) {
    const due = nth(of, n);
    const half = (due - nth(of, n - 1)) / 2;
    if (due - half > done) return dateOf(due);
  }
  return dateOf(nth(of, MOST));
}
