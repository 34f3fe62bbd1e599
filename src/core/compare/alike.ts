import { likeness, words } from "./likeness.ts";

/** What is known of an item whose like is sought. */
export interface Known {
  readonly title: string;
  readonly facts: ReadonlySet<string>;
}

export interface AlikePair {
  readonly before: number;
  readonly after: number;
  readonly score: number;
}

/** Titles that share fewer of their words are different things, unless their contents say otherwise. */
const TITLES_ALIKE = 0.6;
/** Titles that say nearly the same, and what contents must share where titles say less. */
const TITLES_EQUAL = 0.8;
const APART = 0.2;
/** Title and content together. */
const TOGETHER = 0.5;
/** Contents so alike need no title, where there are enough of them to tell anything. */
const CONTENTS_ALIKE = 0.75;
export const TELLING = 3;
/** A word or fact of more items than this singles out none of them. */
export const COMMON = 64;
/** The best so many are looked at closely. */
const CANDIDATES = 24;

interface Feature {
  readonly words: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
}
const featureOf = ({ title, facts }: Known): Feature => ({ words: words(title), facts });

/** How alike two items are, from 0 to 1; 0 where they are different things. */
export function score(a: Feature, b: Feature): number {
  const contents = likeness(a.facts, b.facts);
  const nameless = a.words.size === 0 && b.words.size === 0;
  const titles = nameless ? contents : likeness(a.words, b.words);
  const bare = a.facts.size === 0 && b.facts.size === 0;
  const both = bare ? titles : (titles + contents) / 2;
  const telling = Math.min(a.facts.size, b.facts.size) >= (nameless ? 1 : TELLING);
  // A title that says nearly the same over contents that say all else is another of its kind: rule 12 beside rule 13.
  const borneOut = contents >= APART || !telling || titles >= TITLES_EQUAL;
  return (!nameless && titles >= TITLES_ALIKE && borneOut) || (both >= TOGETHER && !bare && (!nameless || telling)) || (telling && contents >= CONTENTS_ALIKE) ? both : 0;
}
export const alike = (a: Known, b: Known): number => score(featureOf(a), featureOf(b));

/**
 * Which items of one list are which of another, by likeness: the most alike first, so that no worse match takes a
 * better one; equals in their order. Only items that share a word or fact few others have are held against each other,
 * so that thousands on either side cost thousands of looks and not millions. `alikeTwin` in the tests looks at all.
 */
export function alikePairs(before: readonly Known[], after: readonly Known[]): readonly AlikePair[] {
  const old = before.map(featureOf);
  const index = new Map<string, number[]>();
  old.forEach((feature, at) => {
    for (const key of keysOf(feature)) {
      const list = index.get(key);
      if (list) list.push(at);
      else index.set(key, [at]);
    }
  });
  const weight = new Float64Array(before.length);
  const pairs: AlikePair[] = [];
  after.forEach((known, j) => {
    const feature = featureOf(known);
    const touched: number[] = [];
    for (const key of keysOf(feature)) {
      const list = index.get(key);
      if (!list || list.length > COMMON) continue;
      for (const i of list) {
        if (weight[i] === 0) touched.push(i);
        weight[i] = (weight[i] as number) + 1 / list.length;
      }
    }
    if (touched.length > CANDIDATES) touched.sort((x, y) => (weight[y] as number) - (weight[x] as number) || x - y);
    for (const [place, i] of touched.entries()) {
      if (place < CANDIDATES) {
        const like = score(old[i] as Feature, feature);
        if (like > 0) pairs.push({ before: i, after: j, score: like });
      }
      weight[i] = 0;
    }
  });
  return chosen(pairs);
}

/** Of all pairs the most alike, each item once. */
export function chosen(pairs: readonly AlikePair[]): readonly AlikePair[] {
  const [taken, given] = [new Set<number>(), new Set<number>()];
  return pairs.toSorted((x, y) => y.score - x.score || x.before - y.before || x.after - y.after).filter(({ before, after }) => {
    if (taken.has(before) || given.has(after)) return false;
    taken.add(before);
    given.add(after);
    return true;
  });
}

function* keysOf({ words: said, facts }: Feature): Generator<string> {
  for (const word of said) yield `\n${word}`;
  yield* facts;
}
