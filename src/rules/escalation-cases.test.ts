import { expect, test } from "vitest";
import { lint } from "#core/lint/linter.ts";
import type { Rule } from "#core/lint/rule.ts";
import { drawn, type Sketch } from "#core/lint/sketch.ts";
import { catalogue } from "./catalogue.ts";

const TODAY = "2026-11-21";
const said = (id: string, sketch: Sketch): string[] => lint(drawn(sketch), catalogue.filter((rule: Rule) => rule.id === id), TODAY).map(({ message }) => message);

const PEOPLE = { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Internal IT Manager"], "Cleo Marsh": ["Business Owner"], "Dan Reed": ["SOC Analyst (provider)"], "Eva Lund": ["Incident Manager (provider)"] };
const EVERYBODY = ["security-lead", "internal-it-manager", "business-owner", "soc-analyst", "incident-manager"];
const path = (more: object = {}) => ({ id: "all", name: "All incidents", steps: [{ after: "PT0M", roles: EVERYBODY }], ...more });
const mail = (person: string, verifiedAt?: string) => ({ id: `${person}-mail`, person, kind: "email" as const, value: `${person}@client.example`, ...(verifiedAt ? { verifiedAt } : {}) });

test("one sentence stands for many people of whom the same is wrong", () => {
  const contacts = ["ana-ortiz", "ben-okafor", "cleo-marsh", "dan-reed", "eva-lund"].map((person) => mail(person));
  expect(said("contact-unverified", { people: PEOPLE, matrix: { escalationPaths: [path()], directory: { contacts } } })).toEqual(["the escalation paths rely on people no contact of whom was ever verified: Ana Ortiz, Ben Okafor, Cleo Marsh and 2 more"]);
});

test("whoever no path calls may have an old number", () => {
  const contacts = [mail("ana-ortiz", "2026-10-01T09:00Z"), mail("ben-okafor", "2020-01-01T09:00Z")];
  const matrix = { escalationPaths: [path({ steps: [{ after: "PT0M", roles: ["security-lead"] }] })], directory: { contacts } };
  expect(said("contact-check-too-old", { people: PEOPLE, matrix })).toEqual([]);
  expect(said("contact-check-too-old", { people: PEOPLE, matrix: { ...matrix, escalationPaths: [path({ steps: [{ after: "PT0M", roles: ["security-lead"] }], lastResort: ["ben-okafor"] })] } })).toHaveLength(1);
});

test("a check of a year ago to the day has just run out", () => {
  const matrix = (verifiedAt: string) => ({ escalationPaths: [path({ steps: [{ after: "PT0M", roles: ["security-lead"] }] })], directory: { contacts: [mail("ana-ortiz", verifiedAt)] } });
  expect(said("contact-check-too-old", { people: PEOPLE, matrix: matrix("2025-11-21T00:00Z") })).toHaveLength(1);
  expect(said("contact-check-too-old", { people: PEOPLE, matrix: matrix("2025-11-21T00:01Z") })).toEqual([]);
});

test("a second account of a human brings its number along, and is no second human", () => {
  const people = { people: [{ id: "ana", name: "Ana Ortiz", party: "client" }, { id: "ana-2", name: "Ana Ortiz (admin)", party: "client", sameHumanAs: "ana" }] };
  const roles = { roles: [{ id: "security-lead", name: "Security Lead", party: "client", holders: ["ana"] }, { id: "it", name: "Internal IT Manager", party: "client", holders: ["ana-2"] }] };
  const both = path({ steps: [{ after: "PT0M", roles: ["security-lead"] }, { after: "PT15M", roles: ["it"] }] });
  const contacts = [mail("ana"), { id: "mobile", person: "ana-2", kind: "voice" as const, value: "+1 555 0100" }];
  expect(said("path-of-one-human", { matrix: { ...people, ...roles, escalationPaths: [both] } })).toEqual(["`All incidents` calls Ana Ortiz in 2 posts and nobody else"]);
  expect(said("critical-call-by-email-only", { matrix: { ...people, ...roles, escalationPaths: [both], events: [{ id: "malware", name: "Malware" }], severities: [{ id: "s1", name: "S1 critical", rank: 1 }], directory: { contacts } } })).toEqual([]);
  expect(said("own-substitute", { matrix: { people: [{ id: "ana", name: "Ana Ortiz", party: "client", substitute: "ana-2" }, { id: "ana-2", name: "Ana Ortiz (admin)", party: "client", sameHumanAs: "ana" }] } })).toHaveLength(1);
});

test("a path that leads to itself is a circle, and so are three in a ring, said once", () => {
  const ring = ["a", "b", "c"].map((id, i, all) => ({ ...path(), id, name: id.toUpperCase(), then: all[(i + 1) % 3] as string }));
  expect(said("path-in-a-circle", { people: PEOPLE, matrix: { escalationPaths: [path({ then: "all" })] } })).toEqual(["`All incidents` leads back to itself"]);
  expect(said("path-in-a-circle", { people: PEOPLE, matrix: { escalationPaths: ring } })).toEqual(["`A` leads back to itself by way of `B` and `C`"]);
  // A way into the ring is not part of it.
  expect(said("path-in-a-circle", { people: PEOPLE, matrix: { escalationPaths: [path({ then: "a" }), ...ring] } })).toHaveLength(1);
});

test("three people who delegate in a ring are told once; not where the windows do not meet", () => {
  const lend = (from: string, to: string, starts = "2026-12-01T00:00Z", ends = "2026-12-10T00:00Z") => ({ id: `${from}-${to}`, from, to, verbs: ["severity.set" as const], starts, ends });
  const matrix = (last: ReturnType<typeof lend>) => ({ directory: { delegations: [lend("ana-ortiz", "ben-okafor"), lend("ben-okafor", "cleo-marsh"), last] } });
  expect(said("delegation-in-a-circle", { people: PEOPLE, matrix: matrix(lend("cleo-marsh", "ana-ortiz")) })).toEqual(["Ana Ortiz, Ben Okafor, Cleo Marsh delegate the same right in a circle"]);
  expect(said("delegation-in-a-circle", { people: PEOPLE, matrix: matrix(lend("cleo-marsh", "ana-ortiz", "2026-12-10T00:00Z", "2026-12-20T00:00Z")) })).toEqual([]);
});

test("a refusal of one of two deciders, or for some events, locks nobody out", () => {
  const rights = [{ id: "a", verb: "containment.authorise" as const, role: "security-lead" }, { id: "b", verb: "containment.authorise" as const, role: "business-owner" }];
  const refuse = (more: object) => ({ id: "no", verb: "containment.authorise" as const, role: "security-lead", deny: true, ...more });
  expect(said("refusal-locks-everybody-out", { people: PEOPLE, matrix: { decisionRights: [...rights, refuse({})] } })).toEqual([]);
  expect(said("refusal-locks-everybody-out", { people: PEOPLE, matrix: { decisionRights: [rights[0] ?? refuse({}), refuse({ events: ["malware"] })] } })).toEqual([]);
  expect(said("refusal-locks-everybody-out", { people: PEOPLE, matrix: { decisionRights: [rights[0] ?? refuse({}), refuse({ until: "2026-11-20" })] } })).toEqual([]);
});

test("a notice for other events than the regulator's may take longer", () => {
  const clocks = (events: string[]) => [
    { id: "tell", name: "Provider tells the client", kind: "contract" as const, anchor: "confirmation", limit: "P5D", submitter: "incident-manager", events },
    { id: "dpa", name: "Notice to the authority", kind: "regulatory" as const, anchor: "awareness", limit: "PT72H", determiner: "security-lead", submitter: "security-lead", events: ["data-breach"] },
  ];
  expect(said("provider-notice-too-late", { people: PEOPLE, matrix: { clocks: clocks(["vpn-down"]) } })).toEqual([]);
  expect(said("provider-notice-too-late", { people: PEOPLE, matrix: { clocks: clocks(["vpn-down", "data-breach"]) } })).toEqual(["`Provider tells the client` allows 5 days, and `Notice to the authority` is due after 72 h"]);
});

test("outside hours that never end there is no outside", () => {
  const grant = { id: "isolate", verb: "containment.authorise" as const, actions: ["isolate one workstation"], trigger: "malware", performers: ["soc-analyst"], when: "outside-business-hours" as const, authorityHolder: "security-lead", calendar: "always" };
  expect(said("pre-authorisation-hours-unknown", { people: PEOPLE, matrix: { calendars: [{ id: "always", name: "Around the clock", always: true }], preAuthorisations: [grant] } })).toEqual(["to isolate one workstation is allowed outside `Around the clock`, which never closes"]);
});

test("the substitute named for an absence counts before the usual one", () => {
  const absent = (person: string, from: string, until: string, substitute?: string) => ({ id: `${person}-away`, person, from, until, ...(substitute ? { substitute } : {}) });
  const people = [{ id: "ana", name: "Ana Ortiz", party: "client", substitute: "ben" }, { id: "ben", name: "Ben Okafor", party: "client" }, { id: "cleo", name: "Cleo Marsh", party: "client" }];
  const ben = absent("ben", "2026-12-01T00:00Z", "2026-12-20T00:00Z");
  expect(said("substitute-absent-too", { matrix: { people, directory: { absences: [absent("ana", "2026-12-05T00:00Z", "2026-12-09T00:00Z", "cleo"), ben] } } })).toEqual([]);
  expect(said("substitute-absent-too", { matrix: { people, directory: { absences: [absent("ana", "2026-12-05T00:00Z", "2026-12-09T00:00Z"), ben] } } })).toEqual(["Ben Okafor stands in for Ana Ortiz and is away as well, from 2026-12-05"]);
  // It begins when the other ends.
  expect(said("substitute-absent-too", { matrix: { people, directory: { absences: [absent("ana", "2026-12-20T00:00Z", "2026-12-22T00:00Z"), ben] } } })).toEqual([]);
});
