/** A name somebody has begun to write behind an `@`: where the sign stands, and what stands behind it so far. */
export interface Begun {
  readonly from: number;
  readonly until: number;
  readonly words: string;
}

/** Longer than this nobody writes a name. */
const LONGEST = 40;

/** The name begun before the caret, if any: an `@` at the beginning of a word, not one inside an address. */
export function begunAt(text: string, caret: number): Begun | undefined {
  const from = text.lastIndexOf("@", caret - 1);
  if (from < 0 || caret - from > LONGEST) return undefined;
  const words = text.slice(from + 1, caret);
  if ((from > 0 && !/[\s(“"'/,;]/.test(text[from - 1] ?? "")) || /[\n@]|^\s/.test(words)) return undefined;
  return { from, until: caret, words };
}

const plain = (words: string): string => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** People whose name goes on like that, at its beginning or at one of its words. */
export function named<Person extends { readonly name: string }>(people: readonly Person[], words: string): readonly Person[] {
  const wanted = plain(words);
  return people.filter(({ name }) => ` ${plain(name)}`.includes(` ${wanted}`));
}

/** The text with the whole name in place of what was begun, and where one goes on writing. */
export function withName(text: string, { from, until }: Begun, name: string): { readonly text: string; readonly caret: number } {
  const before = `${text.slice(0, from)}@${name} `;
  return { text: before + text.slice(until).replace(/^ /, ""), caret: before.length };
}

/** A text in pieces: where it names somebody, and what stands between. */
export function piecesOf(text: string, names: readonly string[]): readonly { readonly words: string; readonly name: boolean }[] {
  const signs = names.map((name) => `@${name}`);
  const pieces: { words: string; name: boolean }[] = [];
  for (let rest = text; rest !== ""; ) {
    const first = signs.map((sign) => ({ sign, at: rest.indexOf(sign) })).filter(({ at }) => at >= 0).toSorted((a, b) => a.at - b.at || b.sign.length - a.sign.length)[0];
    if (!first) return [...pieces, { words: rest, name: false }];
    if (first.at > 0) pieces.push({ words: rest.slice(0, first.at), name: false });
    pieces.push({ words: first.sign, name: true });
    rest = rest.slice(first.at + first.sign.length);
  }
  return pieces;
}
