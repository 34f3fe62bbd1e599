import type { Minute } from "./minute.ts";

/** Half-open intervals `[from, until)`, flat, in order, none touching another: `[8, 12, 13, 17]`. */
export type Spans = readonly Minute[];

export const NEVER: Spans = [];

/** From any intervals in any order, empty and overlapping ones too. */
export function spansOf(intervals: readonly (readonly [Minute, Minute])[]): Spans {
  const spans: Minute[] = [];
  for (const [from, until] of intervals.filter(([a, b]) => a < b).sort(([a], [b]) => a - b)) {
    const last = spans.at(-1);
    if (last === undefined || from > last) spans.push(from, until);
    else if (until > last) spans[spans.length - 1] = until;
  }
  return spans;
}

/** The index of the first boundary after an instant; odd inside a span. */
export function boundaryAfter(spans: Spans, at: Minute): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at >= (spans[middle] as Minute)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const covers = (spans: Spans, at: Minute): boolean => (boundaryAfter(spans, at) & 1) === 1;

/** Whether any instant of a stretch lies in the spans. */
export const meets = (spans: Spans, from: Minute, until: Minute): boolean => from < until && (covers(spans, from) || (spans[boundaryAfter(spans, from)] ?? Infinity) < until);

/** Walks the boundaries of two in order and keeps the stretches in which `both(inA, inB)` holds. */
function combine(a: Spans, b: Spans, both: (inA: boolean, inB: boolean) => boolean): Spans {
  const out: Minute[] = [];
  let i = 0;
  let j = 0;
  let inside = false;
  while (i < a.length || j < b.length) {
    const at = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    if (a[i] === at) i++;
    if (b[j] === at) j++;
    const now = both((i & 1) === 1, (j & 1) === 1);
    if (now !== inside) out.push(at);
    inside = now;
  }
  return out;
}

export const union = (a: Spans, b: Spans): Spans => (a.length === 0 ? b : b.length === 0 ? a : combine(a, b, (x, y) => x || y));
export const intersect = (a: Spans, b: Spans): Spans => (a.length === 0 || b.length === 0 ? NEVER : combine(a, b, (x, y) => x && y));
export const without = (a: Spans, b: Spans): Spans => (a.length === 0 || b.length === 0 ? a : combine(a, b, (x, y) => x && !y));

/**
 * The instants `t` from which some instant of `[t + earliest, t + latest]` lies in the spans: everybody who is
 * there in time, seen from the start. Empty where latest is before earliest.
 */
export function within(spans: Spans, earliest: number, latest: number): Spans {
  if (latest < earliest) return NEVER;
  if (earliest === 0 && latest === 0) return spans;
  const out: Minute[] = [];
  for (let i = 0; i < spans.length; i += 2) {
    const from = (spans[i] as Minute) - latest;
    const until = (spans[i + 1] as Minute) - earliest;
    if (out.length > 0 && from <= (out.at(-1) as Minute)) out[out.length - 1] = until;
    else out.push(from, until);
  }
  return out;
}

/** Minutes they last together. */
export function lengthOf(spans: Spans): number {
  let sum = 0;
  for (let i = 0; i + 1 < spans.length; i += 2) sum += (spans[i + 1] as Minute) - (spans[i] as Minute);
  return sum;
}
