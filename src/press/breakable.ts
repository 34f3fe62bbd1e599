/** A run without a place to break is given one after so many signs: nothing may be wider than its column. */
const UNBROKEN = 14;
/** A fingerprint is copied: no sign may slip in that nobody sees. */
const DIGEST = /^[0-9a-f]{64}\.?$/;
const SIGNS = new Intl.Segmenter("en", { granularity: "grapheme" });
const BREAK = "\u200b";

/** Text with a place to break in every long run. */
const broken = (text: string): string =>
  text.replace(/[^\s\u200b-]{15,}/gu, (run) => (DIGEST.test(run) ? run : [...SIGNS.segment(run)].map(({ segment }, i, all) => (i > 0 && i % UNBROKEN === 0 && all.length - i > 2 ? BREAK + segment : segment)).join("")));

/** Every text of a value with places to break, but for those under the names left out. */
export function breakable<T>(value: T, except: ReadonlySet<string>): T {
  if (typeof value === "string") return broken(value) as T;
  if (Array.isArray(value)) return value.map((item) => breakable(item, except)) as T;
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, except.has(key) ? item : breakable(item, except)])) as T;
  return value;
}
