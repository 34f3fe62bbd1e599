/** More lines than this that are in one text only: no comparing any more. */
const MOST_CHANGES = 1_500;

/** The lines two texts have in common, in order, as pairs of their places; nothing where they are too different (Myers 1986). */
export function commonLines(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] | undefined {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [aEnd, bEnd] = [a.length, b.length];
  while (aEnd > start && bEnd > start && a[aEnd - 1] === b[bEnd - 1]) [aEnd, bEnd] = [aEnd - 1, bEnd - 1];
  const middle = walk(a.slice(start, aEnd), b.slice(start, bEnd));
  if (!middle) return undefined;
  return [
    ...Array.from({ length: start }, (_, i) => [i, i] as const),
    ...middle.map(([i, j]) => [i + start, j + start] as const),
    ...Array.from({ length: a.length - aEnd }, (_, i) => [aEnd + i, bEnd + i] as const),
  ];
}

function walk(a: readonly string[], b: readonly string[]): [number, number][] | undefined {
  const most = Math.min(a.length + b.length, MOST_CHANGES);
  const far = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  const at = (row: Int32Array, k: number, changes: number): number => row[k + changes] ?? 0;
  for (let changes = 0; changes <= most; changes++) {
    for (let k = -changes; k <= changes; k += 2) {
      const middle = most + 1;
      const [left, right] = [far[middle + k - 1] ?? 0, far[middle + k + 1] ?? 0];
      let i = changes === 0 ? 0 : k === -changes || (k !== changes && left < right) ? right : left + 1;
      while (i < a.length && i - k < b.length && a[i] === b[i - k]) i++;
      far[middle + k] = i;
      if (i < a.length || i - k < b.length) continue;
      return back(trace, changes, a.length, b.length, at);
    }
    trace.push(far.slice(most + 1 - changes, most + 2 + changes));
  }
  return undefined;
}

/** From the end to the beginning along the furthest way, collecting what both have. */
function back(trace: readonly Int32Array[], changes: number, aLength: number, bLength: number, at: (row: Int32Array, k: number, changes: number) => number): [number, number][] {
  const pairs: [number, number][] = [];
  let [i, j] = [aLength, bLength];
  for (let left = changes; left > 0; left--) {
    const row = trace[left - 1] as Int32Array;
    const k = i - j;
    const down = k === -left || (k !== left && at(row, k - 1, left - 1) < at(row, k + 1, left - 1));
    const from = down ? k + 1 : k - 1;
    const before = at(row, from, left - 1);
    const begins = down ? before : before + 1;
    while (i > begins) pairs.push([--i, --j]);
    [i, j] = [before, before - from];
  }
  while (i > 0) pairs.push([--i, --j]);
  return pairs.reverse();
}
