import { sayDuration } from "#core/model/measure.ts";

const ISO = /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;
const UNITS: readonly (readonly [RegExp, string, boolean])[] = [
  [/^(y|yrs?|years?)$/, "Y", false],
  [/^(mo|mths?|months?)$/, "M", false],
  [/^(w|wks?|weeks?)$/, "W", false],
  [/^(d|days?)$/, "D", false],
  [/^(h|hrs?|hours?)$/, "H", true],
  [/^(m|min|mins|minutes?)$/, "M", true],
  [/^(s|secs?|seconds?)$/, "S", true],
];

/** A duration as people write it (`15 min`, `1 day 4 h`, `PT4H`) as the document stores it. */
export function readDuration(text: string): string | undefined {
  const plain = text.trim();
  if (ISO.test(plain.toUpperCase())) return plain.toUpperCase();
  if (!/^(\d+\s*[a-z]+[\s,]*)+$/i.test(plain)) return undefined;
  const parts = new Map<string, number>();
  for (const [, amount = "", unit = ""] of plain.toLowerCase().matchAll(/(\d+)\s*([a-z]+)/g)) {
    const known = UNITS.find(([words]) => words.test(unit));
    if (!known) return undefined;
    parts.set(`${known[2] ? "T" : ""}${known[1]}`, Number(amount));
  }
  const side = (keys: readonly string[]): string => keys.map((key) => (parts.has(key) ? `${parts.get(key)}${key.at(-1)}` : "")).join("");
  const clock = side(["TH", "TM", "TS"]);
  const iso = `P${side(["Y", "M", "W", "D"])}${clock ? `T${clock}` : ""}`;
  return ISO.test(iso) ? iso : undefined;
}

const WORDS: Readonly<Record<string, string>> = {
  hourly: "PT1H", daily: "P1D", weekly: "P1W", fortnightly: "P2W", monthly: "P1M", quarterly: "P3M", "semi-annually": "P6M", "half-yearly": "P6M", yearly: "P1Y", annually: "P1Y", annual: "P1Y",
};

/** How often, in a word where there is one: `monthly`, `every 2 weeks`. */
export function sayEvery(iso: string): string {
  const word = Object.entries(WORDS).find(([, known]) => known === iso)?.[0];
  return word ?? `every ${sayDuration(iso)}`;
}

/** `quarterly`, `every 3 months` as a duration. */
export function readEvery(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  const known = Object.hasOwn(WORDS, plain) ? WORDS[plain] : undefined;
  if (known) return known;
  const rest = /^every\s+(.*)$/.exec(plain)?.[1];
  return rest === undefined ? undefined : readDuration(/^\d/.test(rest) ? rest : `1 ${rest}`);
}
