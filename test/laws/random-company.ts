import * as fc from "fast-check";
import type { InWords } from "../worlds/in-words.ts";

/** A small company made up at random, in words, around a day on which some clock changes. */
export interface Company {
  readonly said: InWords;
  /** The first day of the few it is about. */
  readonly day: string;
}

const DAYS = ["2026-10-24", "2026-10-31", "2026-03-07", "2026-03-28", "2026-04-04", "2026-10-03", "2026-06-12"];
const ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"];
const HOURS = ["mon-fri 08:00-17:00", "mon-sun 22:00-06:00", "sat-sun 00:00-24:00", "sun 02:15-03:30", "mon-sun 01:45-02:10", "mon-sun 07:00-19:00", "sat-mon 12:00-12:00", "mon-sun 02:30-01:45", "mon-sun 13:00-01:30"];
const NAMES = ["ana", "ben", "cleo", "dan", "eve", "fay", "gus"];
const ROLES = ["lead", "boss", "legal", "desk"];
const VERBS = ["containment.authorise", "change.emergency.authorise", "notify.regulator"];
const METHODS = ["voice", "voice", "sms", "push", "chat", "email", "email@shared", "voice@never", "voice@2025-01-10", "email@group:other", "voice@mon-fri:08:00-18:00", "sms@mon-sun:23:00-02:30", "push@for:P11M", "sms@group:sso"];

/** Rolls of dice that follow from a seed (mulberry32). */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}

export function companyOf(seed: number): Company {
  const roll = dice(seed);
  const ends = dice(seed + 1_000_003);
  const pick = <T>(items: readonly T[]): T => items[roll(items.length)] as T;
  const chance = (percent: number): boolean => roll(100) < percent;
  const some = <T>(items: readonly T[], least = 0, most = items.length): readonly T[] => {
    const left = [...items];
    return Array.from({ length: Math.min(items.length, least + roll(most - least + 1)) }, () => left.splice(roll(left.length), 1)[0] as T);
  };
  const perhaps = (percent: number, words: () => string): readonly string[] => (chance(percent) ? [words()] : []);
  const named = (count: number, prefix: string, make: () => readonly string[] | string): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => { const made = make(); return [`${prefix}${i + 1}`, typeof made === "string" ? made : made.join(", ")]; }));

  const day = pick(DAYS);
  const people = NAMES.slice(0, 2 + roll(6));
  const roles = ROLES.slice(0, 2 + roll(3));
  const dayAfter = (days: number): string => new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const instant = (): string => `${dayAfter(roll(4) - 1)}T${String(roll(24)).padStart(2, "0")}:${pick(["00", "00", "30", "45", "07"])}Z`;
  const window = (): string => {
    const [from = "", until = ""] = [instant(), instant()].sort();
    return `from ${from} until ${until}`;
  };
  const events = chance(30) ? ["fire", "flood"] : ["fire"];
  const limited = (): readonly string[] => [...perhaps(20, () => `events ${pick(events)}`), ...perhaps(20, () => `severities ${pick(["s1", "s2"])}`), ...perhaps(8, () => `party ${pick(["client", "provider"])}`)];
  const scoped = (): readonly string[] => perhaps(12, () => `scope ${some(["erp", "shop"], 1).join(" ")}`);
  const calendar = (): string => pick(["office", "plant", "always", "nothing", "gone"]);

  const said: InWords = {
    people: Object.fromEntries(people.map((name) => [name, [
      chance(70) ? "client" : "provider", ...perhaps(97, () => pick(ZONES)), ...(chance(50) ? some(HOURS, 1, 2) : []), ...some(METHODS, chance(85) ? 1 : 0, 3),
      ...perhaps(30, () => `substitute ${pick(people)}`), ...perhaps(8, () => `same ${pick(people)}`),
    ].join(", ")])),
    roles: Object.fromEntries(roles.map((role) => [role, `${chance(75) ? "client" : "provider"}: ${some(people, chance(90) ? 1 : 0, 3).join(" ")}`])),
    calendars: { office: `${pick(ZONES)}, ${pick(HOURS)}${chance(50) ? `, except ${dayAfter(roll(3))}` : ""}`, plant: `${pick(ZONES)}, ${some(HOURS, 1, 2).join(", ")}`, always: "always", nothing: "" },
    partyCalendars: chance(80) ? { client: pick(["office", "plant"]), ...(chance(50) ? { provider: calendar() } : {}) } : {},
    rotations: named(chance(55) ? 1 + roll(2) : 0, "rota", () => `${pick(roles)}, ${pick(ZONES)}${Array.from({ length: 1 + roll(2) }, (_, i) => ` | ${dayAfter(-5 + (chance(15) ? 6 : 0))}T${pick(["08:00", "02:30", "01:45", "00:00", "20:00"])} every ${pick(["PT6H", "PT8H", "PT12H", "P1D", "P2D", "PT90M"])}${ends(4) === 0 ? ` until ${dayAfter(2 + ends(2))}T${["02:30", "01:45", "12:00"][ends(3)]}` : ""}: ${some(people, chance(95) ? 1 : 0, 4).join(" ")}${i > 0 || chance(20) ? `, ${pick(HOURS)}` : ""}`).join("")}`),
    events: Object.fromEntries(events.map((event) => [event, [...some(VERBS, chance(97) ? 1 : 0, 2), ...perhaps(25, () => `compromises ${pick(["corporate-mail", "sso"])}`), ...perhaps(12, () => `route ${some(roles, 1, 2).join(" ")}`)].join(", ")])),
    severities: { s1: ["1", ...perhaps(80, () => `acknowledge ${pick(["PT10M", "PT30M"])}`), ...perhaps(80, () => `decide ${pick(["PT0M", "PT15M", "PT40M"])}`)].join(", "), s2: ["2", ...perhaps(80, () => `acknowledge ${pick(["PT15M", "PT45M"])}`), ...perhaps(80, () => `decide ${pick(["PT5M", "PT20M"])}`)].join(", ") },
    rights: named(1 + roll(5), "right", () => [
      `${chance(80) ? pick(roles) : `only ${pick(people)}`} may ${pick(VERBS)}`, ...limited(), ...scoped(), ...perhaps(12, () => "deny"), ...perhaps(35, () => "delegable"),
      ...perhaps(35, () => pick(["2 of", "2 of", "3 of", "one-per-party", "one-per-party"])), ...perhaps(20, () => `on ${calendar()}`), ...perhaps(8, () => `from ${dayAfter(roll(3))}`), ...perhaps(8, () => `until ${dayAfter(roll(3) - 1)}`),
    ]),
    preAuthorisations: named(chance(45) ? 1 + roll(2) : 0, "pre", () => [
      `${some(roles, 1, 2).join(" ")} may ${pick(VERBS)}`, `when ${pick(["always", "outside-business-hours", "outside-business-hours", "after-all-tried"])}`, ...limited(), ...perhaps(50, () => `tried ${pick(["PT5M", "PT15M"])}`), ...perhaps(50, () => `on ${calendar()}`), ...perhaps(60, () => `holder ${pick(roles)}`),
    ]),
    paths: named(chance(95) ? 1 + roll(3) : 0, "way", () => `${[...limited(), ...perhaps(70, () => `last ${pick(people)}`), ...perhaps(25, () => `then ${pick(["way1", "way2", "way3"])}`)].join(", ")}${Array.from({ length: 1 + roll(3) }, (_, i) => ` | ${[`PT${i * 5 + (chance(10) ? 3 : 0)}M ${some(roles, 1, 2).join(" ")}`, ...perhaps(40, () => `by ${some(["voice", "sms", "push", "chat", "email"], 1, 3).join(" ")}`), ...perhaps(50, () => `wait ${pick(["PT2M", "PT5M"])}`), ...perhaps(60, () => `acknowledge ${pick(["PT5M", "PT10M"])}`)].join(", ")}`).join("")}`),
    informs: named(roll(3), "list", () => [some(roles, 1, 2).join(" "), `within ${pick(["PT0M", "PT20M", "PT45M"])}`, ...limited()]),
    clocks: named(chance(40) ? 1 : 0, "clock", () => [pick(["regulatory", "regulatory", "contract"]), "anchor determination", `limit ${pick(["PT20M", "PT50M"])}`, ...perhaps(85, () => `determiner ${pick(roles)}`), ...perhaps(85, () => `submitter ${pick(roles)}`), ...limited()]),
    together: named(chance(30) ? 1 : 0, "flight", () => [some(people, 1, 3).join(" "), ...perhaps(30, () => `group ${pick(["corporate-mail", "sso"])}`)]),
    rows: named(chance(50) ? 1 : 0, "row", () => [`decides ${pick(VERBS)}`, `R ${pick(roles)}`, `A ${pick(roles)}`]),
    absences: named(roll(4), "away", () => [`${pick(people)} ${window()}`, ...perhaps(50, () => `substitute ${pick(people)}`)]),
    swaps: named(chance(40) ? 1 + roll(2) : 0, "swap", () => `rota1: ${pick(people)} for ${pick(people)} ${window()}`),
    delegations: named(roll(4), "lent", () => [`${pick(people)} to ${pick(people)} ${window()}`, ...some(VERBS, 1, 2)]),
    holderChanges: named(chance(25) ? 1 + roll(2) : 0, "change", () => `${pick(roles)}: ${some(people, chance(90) ? 1 : 0, 2).join(" ")} at ${instant()}`),
    besides: { scope: ["erp", "shop"].map((id) => ({ id, name: id, kind: "server" })), ...(chance(8) ? { holders: "signed" } : {}) },
  };
  return { said, day };
}

/** How many worlds a law is held against: `REMIT_WORLDS=10` is ten times as many. */
export const worlds = (count: number): number => Math.ceil(count * Number(process.env["REMIT_WORLDS"] ?? "1"));

/** A smaller company of which the same is still true: whatever can go without making it false goes. */
export function smallest(company: Company, wrong: (company: Company) => boolean): Company {
  let best = company;
  for (let shrunk = true; shrunk; ) {
    shrunk = false;
    for (const smaller of lessOf(best.said)) {
      try {
        if (!wrong({ ...best, said: smaller })) continue;
      } catch {
        continue;
      }
      best = { ...best, said: smaller };
      shrunk = true;
      break;
    }
  }
  return best;
}

function* lessOf(said: InWords): Generator<InWords> {
  for (const [list, entries] of Object.entries(said)) {
    if (list === "besides") continue;
    for (const [id, words] of Object.entries(entries as Record<string, string>)) {
      const { [id]: _, ...others } = entries as Record<string, string>;
      // Whoever and whatever is spoken of elsewhere stays.
      const spokenOf = (list === "people" || list === "roles" || list === "rotations") && new RegExp(`\\b${id}\\b`).test(JSON.stringify({ ...said, [list]: others }));
      if (!spokenOf) yield { ...said, [list]: others };
      for (const mark of [" | ", ", ", " "]) {
        const parts = words.split(mark);
        if (parts.length > 1) for (let i = 1; i < parts.length; i++) if (parts[i] !== "may" && !parts[i]?.includes(".") && parts[i - 1] !== "may" && !parts[i]?.startsWith("when ")) yield { ...said, [list]: { ...(entries as Record<string, string>), [id]: parts.filter((__, at) => at !== i).join(mark) } };
      }
    }
  }
}

/** Holds a law against so many companies; the first that breaks it is told in the fewest words that still do. */
export function everyCompany(count: number, broken: (company: Company, seed: number) => string | undefined): void {
  fc.assert(
    fc.property(fc.noBias(fc.nat()), (seed) => {
      const company = companyOf(seed);
      if (broken(company, seed) === undefined) return;
      const small = smallest(company, (smaller) => broken(smaller, seed) !== undefined);
      throw new Error(`${broken(small, seed) ?? ""}\n${JSON.stringify(small, null, 1)}`);
    }),
    { numRuns: worlds(count), endOnFailure: true },
  );
}

/** The stretch of time a company is asked about: so many days from its day on. */
export function stretchOf({ day }: Company, days: number): { readonly from: number; readonly until: number } {
  const from = Date.parse(`${day}T00:00Z`) / 60_000;
  return { from, until: from + days * 1_440 };
}
