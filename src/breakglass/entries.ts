/** One thing a card says: a name in bold, and what there is to it. */
export interface Entry {
  readonly head: string;
  readonly body: string;
  /** Each on a line of its own. */
  readonly lines: readonly string[];
}
export interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** How much of everything goes on one kind of card. What is more is counted, and is said to stand on the large one. */
export interface Room {
  /** Brief: instants without their year, nothing that lies outside of the time the card holds. */
  readonly brief: boolean;
  /** The longest name, and the longest text somebody wrote, in signs. */
  readonly name: number;
  readonly text: number;
  /** So many signs of a list, entries of a section, lines of an entry, holders of a role. */
  readonly list: number;
  readonly entries: number;
  readonly lines: number;
  readonly holders: number;
}
/** A name longer than this is cut on every card, so that it leaves room for what is said about it. */
const NAME = 80;
export const SHEET: Room = { brief: false, name: NAME, text: 1_600, list: Infinity, entries: Infinity, lines: Infinity, holders: Infinity };
export const POCKET: Room = { brief: true, name: NAME, text: 160, list: 480, entries: 14, lines: 8, holders: 6 };

/** The first of a list that fit, each whole, and how many are left; one stands there however long it is. */
export function fitted(words: readonly string[], most: number): readonly string[] {
  let signs = 0;
  const kept = words.filter((word, i) => (signs += word.length + 2) <= most || i === 0);
  return kept.length === words.length ? words : [...kept, onTheSheet(words.length - kept.length)];
}

export const onTheSheet = (left: number): string => `${left} more on the large card`;

/** The same names, those that were there before with a number: no two things of a card are called alike. */
export function apart(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let i = 2; own !== "" && taken.has(own); i++) own = `${name} (${i})`;
    taken.add(own);
    return own;
  });
}
