import { expect, test } from "vitest";
import { inWords, type InWords } from "../../../test/worlds/in-words.ts";
import { DAY, minuteOf } from "../time/minute.ts";
import { prove } from "./prove.ts";

const from = minuteOf("2026-11-02T00:00Z");

/** Ways of calls that differ in one thing each, and what they may take. */
const WAYS: Readonly<Record<string, readonly [severity: string, way: string]>> = {
  plain: ["1, acknowledge PT15M", "| PT0M lead, acknowledge PT10M | PT10M second, acknowledge PT10M"],
  longer: ["1, acknowledge PT15M", "| PT0M lead, acknowledge PT20M | PT10M second, acknowledge PT10M"],
  exact: ["1, acknowledge PT15M", "| PT0M lead, acknowledge PT15M | PT10M second, acknowledge PT16M"],
  patient: ["1, acknowledge PT25M", "| PT0M lead, acknowledge PT20M | PT10M second, acknowledge PT20M"],
  hasty: ["1, acknowledge PT14M", "| PT0M lead, acknowledge PT15M | PT10M second, acknowledge PT10M"],
  later: ["1, acknowledge PT15M", "| PT4M lead, acknowledge PT10M | PT14M second, acknowledge PT10M"],
  late: ["1, acknowledge PT15M", "| PT6M lead, acknowledge PT10M | PT16M second, acknowledge PT10M"],
  close: ["1, acknowledge PT15M", "| PT0M lead, acknowledge PT20M | PT2M second, acknowledge PT10M"],
  three: ["1, acknowledge PT15M", "| PT0M lead, acknowledge PT20M | PT2M second, acknowledge PT10M | PT5M third, acknowledge PT5M"],
  apart: ["1, acknowledge PT15M", "| PT0M lead, acknowledge PT20M | PT2M second, acknowledge PT10M | PT12M third, acknowledge PT5M"],
  beside: ["1, acknowledge PT15M", "| PT0M lead third, acknowledge PT10M"],
  stood: ["1, acknowledge PT15M", "| PT0M lead, acknowledge PT10M"],
  besideLate: ["1, acknowledge PT15M", "| PT0M lead third, acknowledge PT20M"],
  stoodLate: ["1, acknowledge PT15M", "| PT0M lead, acknowledge PT20M"],
  soon: ["1", "| PT0M lead, acknowledge PT10M"],
  morning: ["1", "| PT12H lead, acknowledge PT10M"],
};

const company = (names: readonly string[], more: Partial<InWords>): InWords => ({
  people: { ana: "client, UTC, mon-sun 00:00-16:00, voice, substitute cai", ben: "client, UTC, mon-sun 08:00-24:00, voice", cai: "client, UTC, mon-sun 00:00-16:00, voice" },
  roles: { lead: "client: ana", second: "client: ben", third: "client: cai" },
  events: { fire: "containment.authorise" },
  severities: Object.fromEntries(names.map((name) => [name, WAYS[name]?.[0] ?? ""])),
  paths: Object.fromEntries(names.map((name) => [`way-${name}`, `severities ${name} ${WAYS[name]?.[1]}`])),
  rights: { r: "lead may containment.authorise", s: "second may containment.authorise" },
  ...more,
});

/** What breaks and when, of each severity. */
function told(names: readonly string[], more: Partial<InWords>): Readonly<Record<string, unknown>> {
  const { examined } = prove(inWords(company(names, more)), { from, until: from + 2 * DAY, absent: 2 });
  return Object.fromEntries(names.map((name) => [name, examined.filter(({ obligation }) => obligation.about.severity.id === name).map(({ obligation: { property, verb, asks }, failing }) => ({ property, verb, asks, failing }))]));
}

/** Two of four agree, with and without somebody who performs it, and one of each party. */
const COMPANIES: Readonly<Record<string, Partial<InWords>>> = {
  "as it is": {},
  "where two must decide": { rights: { r: "lead may containment.authorise, 2 of", s: "second may containment.authorise, 2 of", t: "third may containment.authorise, 2 of" } },
  "with somebody away": { absences: { away: "ana from 2026-11-02T06:00Z until 2026-11-02T12:00Z, substitute ben" } },
};

test.each(Object.keys(COMPANIES))("what is found out for one way of calls is what it would be without the others, %s", (which) => {
  const more = COMPANIES[which] ?? {};
  const together = told(Object.keys(WAYS), more);
  for (const name of Object.keys(WAYS)) expect({ [name]: together[name] }).toEqual(told([name], more));
  // Most differ, or this would show nothing.
  expect(new Set(Object.values(together).map((one) => JSON.stringify(one))).size).toBeGreaterThan(9);
});

/** Events whose decisions are asked for by rights that differ in one thing each. */
const RIGHTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sole: { a: "lead may change.emergency.authorise, events sole", b: "third may change.emergency.authorise, events sole" },
  two: { c: "lead may change.emergency.authorise, events two, 2 of", d: "third may change.emergency.authorise, events two, 2 of" },
  three: { e: "lead may change.emergency.authorise, events three, 3 of", f: "third may change.emergency.authorise, events three, 3 of", g: "second may change.emergency.authorise, events three, 3 of" },
  each: { h: "lead may change.emergency.authorise, events each, one-per-party", i: "helper may change.emergency.authorise, events each, one-per-party" },
  either: { j: "lead may change.emergency.authorise, events either", k: "third may change.emergency.authorise, events either, 2 of", l: "second may change.emergency.authorise, events either, 2 of" },
};

test.each([["nobody performs it", {}], ["one of them performs it", { change: "decides change.emergency.authorise, R lead, A third" }], ["somebody else performs it", { change: "decides change.emergency.authorise, R helper, A third" }]])("and so it is for each event, where %s", (_, rows) => {
  const proof = (names: readonly string[]) => {
    const document = inWords({
      people: { ana: "client, UTC, mon-sun 00:00-16:00, voice", ben: "client, UTC, mon-sun 08:00-24:00, voice", cai: "client, UTC, mon-sun 00:00-16:00, voice", dan: "provider, UTC, mon-sun 04:00-20:00, voice" },
      roles: { lead: "client: ana", second: "client: ben", third: "client: cai", helper: "provider: dan" },
      events: Object.fromEntries(names.map((name) => [name, "change.emergency.authorise"])), severities: { s1: "1, decide PT1H" }, paths: { way: "| PT0M lead" },
      rights: Object.assign({}, ...names.map((name) => RIGHTS[name])), rows,
    });
    const { examined } = prove(document, { from, until: from + DAY, absent: 2 });
    return Object.fromEntries(names.map((name) => [name, examined.filter(({ obligation }) => obligation.about.event.id === name).map(({ obligation: { property, asks }, failing }) => ({ property, asks, failing }))]));
  };
  const together = proof(Object.keys(RIGHTS));
  for (const name of Object.keys(RIGHTS)) expect({ [name]: together[name] }).toEqual(proof([name]));
});
