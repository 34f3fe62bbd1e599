/** A run without a place to break is given one after so many signs: no name may be wider than its column. */
const UNBROKEN = 18;
/** Fewer signs than this do not go to a line of their own. */
const SHORTEST_END = 3;
const BREAK = "\u200b";

const signsOf = (text: string): string[] => [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].map(({ segment }) => segment);
const cut = (signs: readonly string[], longest: number): readonly string[] => (signs.length > longest ? [...signs.slice(0, longest - 1), "…"] : signs);

/** A text cut at so many signs as people count them. */
export const shortened = (text: string, longest: number): string => (text.length <= longest ? text : cut(signsOf(text), longest).join(""));

/** Text for paper: in one line, without signs that steer, never wider than its column, and cut at a length. */
export function printable(text: string, longest: number): string {
  const plain = text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").replace(/[\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g, "").replace(/\s+/g, " ").trim();
  return cut(signsOf(plain), longest).join("").split(/(?<=[\s-])/).map(broken).join("");
}

function broken(word: string): string {
  if (word.length <= UNBROKEN) return word;
  const signs = signsOf(word);
  return signs.map((sign, i) => ((i + 1) % UNBROKEN === 0 && signs.length - i - 1 >= SHORTEST_END ? `${sign}${BREAK}` : sign)).join("");
}
