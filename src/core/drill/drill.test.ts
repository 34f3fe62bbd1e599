import fc from "fast-check";
import { expect, test } from "vitest";
import type { MatrixDocument } from "../model/document.ts";
import { VERBS } from "../model/decision.ts";
import demo from "#library/demo.json" with { type: "json" };
import { DAY, dayOf, minuteOf } from "../time/minute.ts";
import { covers } from "../time/spans.ts";
import { settled } from "../who/authority-track.ts";
import { walk } from "../who/call.ts";
import type { Server } from "../who/serving.ts";
import { who } from "../who/who.ts";
import { World } from "../who/world.ts";
import { planOf } from "./case-plan.ts";
import { Chance } from "./chance.ts";
import { drill } from "./drill.ts";
import type { Outcome } from "./scenario.ts";
import { unattended } from "./unattended.ts";

const START = dayOf("2026-11-16");
const PEOPLE = ["ana", "ben", "cleo", "dan"] as const;
const WEEK: ("mon" | "tue" | "wed" | "thu" | "fri")[] = ["mon", "tue", "wed", "thu", "fri"];
const hoursFrom = (from: string, until: string) => [{ days: WEEK, from, until }];

/** A small company: two at the desk, one risk owner in office hours, a director as last resort. */
const company = (change: Partial<MatrixDocument> = {}): MatrixDocument => ({
  remit: 1, title: "Small", parties: [{ id: "c", name: "Client", kind: "client", calendar: "office" }, { id: "p", name: "Provider", kind: "provider" }],
  people: PEOPLE.map((id) => ({ id, name: id, party: id === "ana" || id === "ben" ? "p" : "c", timeZone: "UTC", ...(id === "cleo" ? { dutyHours: hoursFrom("09:00", "17:00") } : {}) })),
  roles: [{ id: "desk", name: "Desk", party: "p", holders: ["ana"] }, { id: "lead", name: "Lead", party: "p", holders: ["ben"] }, { id: "risk", name: "Risk Owner", party: "c", holders: ["cleo"] }],
  calendars: [{ id: "office", name: "Office", timeZone: "UTC", hours: hoursFrom("09:00", "18:00") }],
  activities: [], events: [{ id: "ransomware", name: "Ransomware", verbs: ["containment.authorise"] }],
  severities: [{ id: "s1", name: "S1", rank: 1, acknowledgeWithin: "PT30M", decideWithin: "PT12H" }],
  decisionRights: [{ id: "contain", verb: "containment.authorise", role: "risk" }],
  escalationPaths: [{ id: "way", name: "Way", steps: [{ after: "PT0M", roles: ["desk"], channels: ["voice"], waitPerAttempt: "PT5M" }, { after: "PT10M", roles: ["lead"], channels: ["voice"], waitPerAttempt: "PT5M" }], lastResort: ["dan"] }],
  directory: { contacts: PEOPLE.map((person) => ({ id: `${person}-mobile`, person, kind: "voice", value: "+1", verifiedAt: "2026-11-01T00:00Z" })) },
  ...change,
});
const PREAUTHORISED: MatrixDocument["preAuthorisations"] = [{ id: "isolate", verb: "containment.authorise", actions: ["isolate a host"], trigger: "malware seen", performers: ["desk"], when: "after-all-tried", triedFor: "PT15M" }];
const worldOf = (document: MatrixDocument) => new World(document, START - DAY, START + 9 * DAY);
const at = (text: string) => minuteOf(text);
const OFFICE = at("2026-11-17T10:00Z");
const NIGHT = at("2026-11-17T02:00Z");
const of = (change: Partial<MatrixDocument>, when: number, silent: string[] = [], absent: string[] = []) => drill(worldOf(company(change)), { event: "ransomware", severity: "s1", at: when, silent, absent });
const ANSWERS: Outcome = { does: "answers", after: 0, accepts: 0, decides: () => 0 };

test("with everybody there the first on the way takes charge and the risk owner decides at once", () => {
  const told = of({}, OFFICE);
  expect(told.contact).toEqual({ minute: 0, person: "ana" });
  expect(told.decisions["containment.authorise"]).toMatchObject({ minute: 0, person: "cleo", by: "right", under: "contain" });
  expect(told.stalls).toEqual([]);
});

test("who is silent costs the wait until the next step, who is absent costs nothing", () => {
  expect(of({}, OFFICE, ["ana"]).contact).toEqual({ minute: 10, person: "ben" });
  expect(of({}, OFFICE, ["ana"]).stalls[0]).toMatchObject({ minutes: 10, at: { kind: "path", id: "way" } });
  expect(of({}, OFFICE, [], ["ana"]).contact).toEqual({ minute: 0, person: "ben" });
});

test("an absent person's substitute is called and takes charge, and does not decide in their place", () => {
  const people = company().people?.map((one) => (one.id === "ana" || one.id === "cleo" ? { ...one, substitute: "dan" } : one)) ?? [];
  const told = of({ people }, OFFICE, [], ["ana", "cleo"]);
  expect(told.contact).toEqual({ minute: 0, person: "dan" });
  expect(told.decisions["containment.authorise"]).toBeNull();
});

test("what is allowed after all were tried for 15 minutes is allowed at 15 and not at 14, with the attempts on record", () => {
  const told = of({ preAuthorisations: PREAUTHORISED }, OFFICE, ["cleo"]);
  expect(told.decisions["containment.authorise"]).toMatchObject({ minute: 15, person: "ana", by: "pre-authorisation" });
  expect(told.moments.find(({ does }) => does === "allowed")).toMatchObject({ minute: 15, says: expect.stringContaining("cleo at 0 min") });
  const later = of({ preAuthorisations: PREAUTHORISED.map((one) => ({ ...one, triedFor: "PT16M" })) }, OFFICE, ["cleo"]);
  expect(later.decisions["containment.authorise"]?.minute).toBe(16);
});

test("outside office hours nobody may decide until the office opens", () => {
  const told = of({}, NIGHT);
  expect(told.decisions["containment.authorise"]).toMatchObject({ minute: 420, person: "cleo" });
  expect(told.stalls[0]).toMatchObject({ minutes: 420, verb: "containment.authorise", at: { kind: "decision-right", id: "contain" } });
});

test("an acknowledgement stops the contact track only, and without action the way goes on where it stood", () => {
  const sleepy: Outcome = { does: "answers", after: 3, decides: () => undefined };
  const told = drill(worldOf(company()), { event: "ransomware", at: OFFICE }, ({ person }) => (person === "ana" ? sleepy : ANSWERS));
  expect(told.decisions["containment.authorise"]?.minute).toBe(0);
  expect(told.moments.find(({ does }) => does === "decays")?.minute).toBe(33);
  // Seven of the ten minutes before the next step were left when ana answered.
  expect(told.contact).toEqual({ minute: 40, person: "ben" });
  const paths = company().escalationPaths?.map((path) => ({ ...path, acknowledgementHolds: "PT5M" })) ?? [];
  expect(drill(worldOf(company({ escalationPaths: paths })), { event: "ransomware", at: OFFICE }, ({ person }) => (person === "ana" ? sleepy : ANSWERS)).contact?.minute).toBe(15);
});

test("at the end of the way the last resorts are called again and again, and it is a gap", () => {
  const told = drill(worldOf(company()), { event: "ransomware", at: OFFICE }, ({ person, call }) => (person === "dan" && call === 3 ? ANSWERS : person === "cleo" ? ANSWERS : { does: "silent" }));
  expect(told.moments.filter(({ does, person }) => does === "calls" && person === "dan").map(({ minute }) => minute)).toEqual([15, 20, 30]);
  expect(told.contact).toEqual({ minute: 30, person: "dan" });
  expect(told.gaps).toHaveLength(1);
});

test("an exercise that nobody answers ends with words, not in silence", () => {
  const told = of({}, OFFICE, [...PEOPLE]);
  expect(told.contact).toBeNull();
  expect(told.moments.at(-1)).toMatchObject({ does: "ends", minute: 1_440, says: expect.stringContaining("nobody took charge") });
});

test("two who must decide together are waited for", () => {
  const decisionRights: MatrixDocument["decisionRights"] = [{ id: "a", verb: "containment.authorise", person: "dan", mode: "n-of-m", n: 2 }, { id: "b", verb: "containment.authorise", role: "risk", mode: "n-of-m", n: 2 }];
  expect(of({ decisionRights }, OFFICE, ["dan"]).decisions["containment.authorise"]).toBeNull();
  expect(of({ decisionRights }, OFFICE).decisions["containment.authorise"]?.minute).toBe(0);
});

test("an exercise with an unknown outcome stops at that call and goes on from it", () => {
  const world = worldOf(company());
  const first = drill(world, { event: "ransomware", at: OFFICE }, () => undefined);
  expect(first.waitsFor).toMatchObject({ person: "ana", minute: 0, call: 1 });
  const second = drill(world, { event: "ransomware", at: OFFICE }, ({ person }) => (person === "ana" ? { does: "away" } : undefined));
  expect(second.waitsFor).toMatchObject({ person: "ben", minute: 0 });
});

const hours = fc.constantFrom(undefined, hoursFrom("09:00", "17:00"), hoursFrom("20:00", "06:00"));
const worlds = fc.record({
  duty: fc.tuple(hours, hours, hours, hours),
  steps: fc.array(fc.record({ after: fc.constantFrom(0, 5, 10, 25), roles: fc.subarray(["desk", "lead", "risk"], { minLength: 1 }) }), { minLength: 1, maxLength: 3 }),
  rights: fc.array(fc.record({ verb: fc.constantFrom(...VERBS.slice(0, 3)), role: fc.constantFrom("desk", "lead", "risk"), mode: fc.constantFrom("sole" as const, "n-of-m" as const), deny: fc.boolean() }), { maxLength: 5 }),
  tried: fc.boolean(), silent: fc.subarray([...PEOPLE]), absent: fc.subarray([...PEOPLE]), minute: fc.integer({ min: 0, max: 6 * DAY }),
}).map(({ duty, steps, rights, tried, ...rest }) => ({
  ...rest,
  document: company({
    people: company().people?.map((one, i) => { const { dutyHours: _, ...bare } = one; const given = duty[i]; return given === undefined ? bare : { ...bare, dutyHours: given }; }) ?? [],
    roles: [{ id: "desk", name: "Desk", party: "p", holders: ["ana", "ben"] }, { id: "lead", name: "Lead", party: "p", holders: ["ben", "dan"] }, { id: "risk", name: "Risk Owner", party: "c", holders: ["cleo"] }],
    events: [{ id: "ransomware", name: "Ransomware", verbs: VERBS.slice(0, 3) }],
    escalationPaths: [{ id: "way", name: "Way", steps: steps.toSorted((a, b) => a.after - b.after).map((one) => ({ after: `PT${one.after}M`, roles: one.roles, waitPerAttempt: "PT5M" })), lastResort: ["dan"] }],
    decisionRights: rights.map((one, i) => ({ id: `r${i}`, verb: one.verb, role: one.role, mode: one.mode, n: 2, ...(one.deny && i > 2 ? { deny: true } : {}) })),
    preAuthorisations: tried ? [{ id: "pre", verb: VERBS[1], actions: ["x"], trigger: "y", performers: ["lead"], when: "after-all-tried", triedFor: "PT15M" }] : [],
  }),
}));

test("with nobody silent the first contact is whom who names, and nobody on duty decides before who says they can", () => {
  fc.assert(fc.property(worlds, ({ document, minute, absent }) => {
    const world = worldOf(document);
    const told = drill(world, { event: "ransomware", severity: "s1", at: START + minute, absent });
    const answer = who(world, { event: "ransomware", severity: "s1", at: START + minute, missing: absent });
    if (answer.contact !== null) expect(told.contact?.person).toBe(answer.contact.person);
    // A last resort is named for at once, and called when the way of calls is over.
    if (answer.contact?.role !== undefined) expect(told.contact?.minute).toBe(minuteOf(answer.contact.from) - START - minute);
    for (const [verb, deciders] of Object.entries(answer.decide)) {
      const decided = told.decisions[verb as (typeof VERBS)[number]];
      const least = Math.min(...deciders.map(({ from }) => minuteOf(from) - START - minute));
      if (decided && !decided.offDuty) expect(decided.minute).toBeGreaterThanOrEqual(Math.min(least, 721));
    }
  }), { numRuns: 200 });
});

test("nobody who is silent or absent ever decides, by chance neither", () => {
  fc.assert(fc.property(worlds, fc.integer({ min: 0, max: 99 }), ({ document, minute, silent, absent }, seed) => {
    const world = worldOf(document);
    const scenario = { event: "ransomware", severity: "s1", at: START + minute, silent, absent };
    for (const told of [drill(world, scenario), drill(world, scenario, new Chance(world, silent).nature(seed, 0))]) {
      const acted = [...(told.contact === null ? [] : [told.contact.person]), ...Object.values(told.decisions).flatMap((one) => (one === null ? [] : [one.person]))];
      for (const person of acted) expect([...silent, ...absent]).not.toContain(person);
      expect(told.moments.map(({ minute: when }) => when)).toEqual(told.moments.map(({ minute: when }) => when).toSorted((a, b) => a - b));
    }
  }), { numRuns: 200 });
});

/** The same, slowly: minute by minute, asking each time who is there and what they may. */
function slowly(document: MatrixDocument, minute: number, silent: readonly string[], absent: readonly string[]) {
  const world = worldOf(document);
  const plan = planOf(world, { event: "ransomware", severity: "s1" });
  const gone = new Set(absent.map((id) => world.humans.of(id) as number));
  const mute = new Set(silent.map((id) => world.humans.of(id) as number));
  const calls = walk(world, plan.way, plan.about, START + minute, gone);
  const end = Math.max(0, ...calls.map(({ offset, step, reached }) => (reached.length === 0 ? offset : offset + step.budget)));
  let contact: number | undefined;
  const decided = new Map<string, number>();
  const voices = new Map(plan.verbs.map(({ verb }) => [verb, new Set<Server>()]));
  for (let t = 0; t <= 1_440 && (contact === undefined || decided.size < plan.verbs.length); t++) {
    const now = START + minute + t;
    const answering = new Set<number>();
    if (contact === undefined) for (const { offset, reached } of calls) if (offset === t) for (const { human } of reached) if (!mute.has(human)) answering.add(human);
    const dan = world.humans.of("dan") as number;
    if (contact === undefined && answering.size === 0 && t === end && !mute.has(dan) && !gone.has(dan)) answering.add(dan);
    if (answering.size > 0) contact ??= t;
    for (const { servers } of plan.verbs) for (const one of servers) if (!mute.has(one.human) && !gone.has(one.human) && t >= one.earliest && covers(one.spans, now)) answering.add(one.human);
    for (const { verb, servers, entitled } of plan.verbs) {
      if (decided.has(verb)) continue;
      const may = [...entitled, ...servers.filter((one) => one.kind === "pre-authorisation" && t >= one.earliest)];
      for (const one of may) if (answering.has(one.human) && covers(one.spans, now)) voices.get(verb)?.add(one);
      const heard = [...(voices.get(verb) ?? [])];
      if (settled({ world, about: plan.about }, verb, heard)) decided.set(verb, t);
    }
  }
  return { contact, decided: Object.fromEntries(plan.verbs.map(({ verb }) => [verb, decided.get(verb)])) };
}

test("a slow twin that goes minute by minute finds the same minutes", () => {
  fc.assert(fc.property(worlds, ({ document, minute, silent, absent }) => {
    const told = drill(worldOf(document), { event: "ransomware", severity: "s1", at: START + minute, silent, absent });
    const slow = slowly(document, minute, silent, absent);
    expect(told.contact?.minute).toBe(slow.contact);
    expect(Object.fromEntries(Object.entries(told.decisions).map(([verb, one]) => [verb, one?.minute]))).toEqual(slow.decided);
  }), { numRuns: 250 });
});

test("the same seed gives the same runs, another seed others", () => {
  const series = { seed: 3, runs: 64, from: START };
  const text = (seed: number) => JSON.stringify(unattended(demo as unknown as MatrixDocument, { ...series, seed }));
  expect(text(3)).toBe(text(3));
  expect(text(3)).not.toBe(text(4));
});
