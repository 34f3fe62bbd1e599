/**
 * Which places of a sequence of distinct numbers moved: those that a longest increasing subsequence leaves out, which
 * are the fewest that explain the order.
 */
export function moved(sequence: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before = new Int32Array(sequence.length).fill(-1);
  for (let at = 0; at < sequence.length; at++) {
    const value = sequence[at] as number;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sequence[tails[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[at] = tails[low - 1] as number;
    tails[low] = at;
  }
  const stays = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number) stays.add(at);
  const out = new Set<number>();
  for (let at = 0; at < sequence.length; at++) if (!stays.has(at)) out.add(at);
  return out;
}
