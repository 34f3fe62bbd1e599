const NONE: ReadonlySet<number> = new Set();

/**
 * Which places of a sequence of distinct numbers moved: those that a longest increasing subsequence leaves out, which
 * are the fewest that explain the order.
 */
export function moved(sequence: readonly number[]): ReadonlySet<number> {
  const length = sequence.length;
  // Where nothing moved, nothing has to be sought.
  let ordered = 1;
  while (ordered < length && (sequence[ordered - 1] as number) < (sequence[ordered] as number)) ordered++;
  if (ordered >= length) return NONE;
  const values = Int32Array.from(sequence);
  const tails = new Int32Array(length);
  const before = new Int32Array(length).fill(-1);
  let longest = 0;
  for (let at = 0; at < length; at++) {
    const value = values[at] as number;
    let low = 0;
    let high = longest;
    // Most stand behind the one before them.
    if (longest > 0 && (values[tails[longest - 1] as number] as number) < value) low = longest;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[at] = tails[low - 1] as number;
    tails[low] = at;
    if (low === longest) longest++;
  }
  const stays = new Uint8Array(length);
  for (let at = tails[longest - 1] as number; at >= 0; at = before[at] as number) stays[at] = 1;
  const out = new Set<number>();
  for (let at = 0; at < length; at++) if (stays[at] === 0) out.add(at);
  return out;
}
