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
export const score = (a: Feature, b: Feature): number => judged(a, b, likeness(a.words, b.words), likeness(a.facts, b.facts));

function judged(a: Feature, b: Feature, saidAlike: number, contents: number): number {
  const nameless = a.words.size === 0 && b.words.size === 0;
  const titles = nameless ? contents : saidAlike;
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
  const keep = (key: string, at: number): void => {
    const list = index.get(key);
    if (list) list.push(at);
    else index.set(key, [at]);
  };
  old.forEach(({ words: said, facts }, at) => {
    for (const word of said) keep(`\n${word}`, at);
    for (const fact of facts) keep(fact, at);
  });
  const weight = new Float64Array(before.length);
  // What is shared is counted while candidates are sought, but for what too many have: that is asked of each.
  const shared = [new Uint16Array(before.length), new Uint16Array(before.length)] as const;
  const pairs: AlikePair[] = [];
  after.forEach((known, j) => {
    const feature = featureOf(known);
    const touched: number[] = [];
    const common = [[], []] as [string[], string[]];
    const meet = (key: string, member: string, side: 0 | 1): void => {
      const list = index.get(key);
      if (!list) return;
      if (list.length > COMMON) return void common[side].push(member);
      for (const i of list) {
        if (weight[i] === 0) touched.push(i);
        weight[i] = (weight[i] as number) + 1 / list.length;
        shared[side][i] = (shared[side][i] as number) + 1;
      }
    };
    for (const word of feature.words) meet(`\n${word}`, word, 0);
    for (const fact of feature.facts) meet(fact, fact, 1);
    if (touched.length > CANDIDATES) touched.sort((x, y) => (weight[y] as number) - (weight[x] as number) || x - y);
    for (const [place, i] of touched.entries()) {
      if (place < CANDIDATES) {
        const candidate = old[i] as Feature;
        const part = (side: 0 | 1, mine: ReadonlySet<string>, theirs: ReadonlySet<string>): number =>
          mine.size === 0 || theirs.size === 0 ? 0 : (2 * ((shared[side][i] as number) + common[side].reduce((n, member) => n + (theirs.has(member) ? 1 : 0), 0))) / (mine.size + theirs.size);
        const like = judged(candidate, feature, part(0, feature.words, candidate.words), part(1, feature.facts, candidate.facts));
        if (like > 0) pairs.push({ before: i, after: j, score: like });
      }
      weight[i] = 0;
      shared[0][i] = 0;
      shared[1][i] = 0;
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
