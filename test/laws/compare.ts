import { instantOf, minuteOf, type Minute } from "../../src/core/time/minute.ts";
import type { Answer } from "../../src/core/who/answer.ts";
import type { Question } from "../../src/core/who/question.ts";
import { who } from "../../src/core/who/who.ts";
import { World } from "../../src/core/who/world.ts";
import type { MatrixDocument } from "../../src/core/model/document.ts";
import type { dice } from "./random-company.ts";
import { beginOn, SlowWho } from "./slow-who.ts";
import { Temporal } from "temporal-polyfill";

type Told = ReturnType<SlowWho["told"]>;
const UNDECIDED: readonly string[] = ["nobody-may-decide", "decider-unreachable", "quorum-short"];
const KEPT: readonly string[] = ["no-path", "path-circle", "nobody-reachable", "contact-late", "no-backup", "no-verbs"];

/** An answer in the words of the slow twin. */
export function toldBy(answer: Answer, human: (person: string) => string): Told {
  const codes = answer.gaps.map(({ code }) => code);
  const said = (one: Answer["contact"]): string => (one === null ? "" : `${one.person}${one.insteadOf === undefined ? "" : ` for ${one.insteadOf}`}`);
  const nobody = codes.includes("nobody-reachable");
  return {
    contact: nobody ? "" : said(answer.contact),
    backup: nobody || codes.includes("no-backup") ? "" : said(answer.backup),
    // A human listed under two names for one right is one decider: the first instant counts.
    decide: firsts(Object.entries(answer.decide).flatMap(([verb, deciders]) => deciders.map(({ person, by, under, from, insteadOf }) => `${verb}: ${human(person)}${insteadOf === undefined ? "" : ` for ${human(insteadOf)}`} by ${by} ${under} at ${from}`))),
    gaps: [...new Set(answer.gaps.flatMap(({ code, verb, at }) => (UNDECIDED.includes(code) ? [`undecided ${verb ?? ""}`] : code === "inform-unreachable" ? [`${code} ${at?.id ?? ""}`] : KEPT.includes(code) ? [code] : [])))].sort(),
  };
}

const firsts = (list: readonly string[]): readonly string[] => list.toSorted().filter((one, i, all) => one.slice(0, -21) !== all[i - 1]?.slice(0, -21));

/** Both answers to one question. */
export function both(document: MatrixDocument, world: World, question: Question): { readonly core: Told; readonly slow: Told } {
  const slow = new SlowWho(document, question);
  return { core: toldBy(who(world, question), (person) => slow.human(person)), slow: slow.told() };
}

/** Instants at which something may change: every one the document names, every bound of hours on its wall, every change of clocks. */
export function boundaries(document: MatrixDocument, from: Minute, until: Minute): readonly Minute[] {
  const found = new Set<Minute>();
  const text = JSON.stringify(document);
  for (const [instant] of text.matchAll(/\d{4}-\d\d-\d\dT\d\d:\d\dZ/g)) found.add(Date.parse(instant) / 60_000);
  const zones = new Set([...text.matchAll(/"timeZone":"([^"]+)"/g)].map(([, zone]) => zone as string));
  const times = new Set([...text.matchAll(/"(?:from|until)":"(?:\d{4}-\d\d-\d\dT)?(\d\d:\d\d)"/g)].map(([, time]) => time as string));
  for (const zone of zones) {
    const change = Temporal.Instant.fromEpochMilliseconds(from * 60_000).toZonedDateTimeISO(zone).getTimeZoneTransition("next");
    if (change !== null) found.add(change.epochMilliseconds / 60_000);
    for (let day = from - 1_440; day <= until + 1_440; day += 1_440)
      for (const time of ["00:00", ...times]) if (time !== "24:00") found.add(beginOn(zone, minuteOf(`${instantOf(day).slice(0, 10)}T${time}Z`)));
  }
  return [...found].filter((at) => from <= at && at < until).sort((a, b) => a - b);
}

/** A question made up for a company: at a bound of something, a minute beside it, or any time. */
export function questionFor(document: MatrixDocument, roll: ReturnType<typeof dice>, from: Minute, until: Minute, bounds: readonly Minute[]): Question {
  const people = (document.people ?? []).map(({ id }) => id);
  const pick = <T>(items: readonly T[]): T => items[roll(items.length)] as T;
  const near = bounds.length === 0 ? from : pick(bounds) + pick([0, 0, -1, 1, -5, -15, -20, -40, -41]);
  const severity = pick(["s1", "s2", "s2", undefined]);
  return {
    event: pick(document.events ?? []).id, severity, at: roll(4) === 0 || near < from || near >= until ? from + roll(until - from) : near,
    scope: pick([undefined, undefined, undefined, ["erp"], ["shop"], ["erp", "shop"]]), party: pick([undefined, undefined, undefined, undefined, "provider"]),
    missing: pick([undefined, undefined, [pick(people)], [pick(people), pick(people)]]), failed: pick([undefined, undefined, undefined, ["corporate-mail"], ["sso"]]),
    performer: pick([undefined, undefined, pick(people)]), requester: pick([undefined, undefined, undefined, pick(people)]),
  };
}
