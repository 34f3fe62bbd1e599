import { diffArrays } from "diff";

/** More lines than this that are in one text only: no comparing any more. */
const MOST_CHANGES = 1_500;

/** The lines two texts have in common, in order, as pairs of their places; nothing where they are too different. */
export function commonLines(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] | undefined {
  const parts = diffArrays([...a], [...b], { maxEditLength: MOST_CHANGES });
  if (!parts) return undefined;
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, value } of parts) {
    if (!added && !removed) for (let n = 0; n < value.length; n++) pairs.push([i + n, j + n]);
    if (!added) i += value.length;
    if (!removed) j += value.length;
  }
  return pairs;
}
