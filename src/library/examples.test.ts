import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { applyEdits } from "#core/model/edit.ts";
import { heatOf } from "#core/prove/heat.ts";
import { horizonFrom } from "#core/prove/horizon.ts";
import { prove, withRepairs } from "#core/prove/prove.ts";
import { minuteOf } from "#core/time/minute.ts";
import { zoneOf, type Zone } from "#core/time/zone.ts";
import { Memory } from "#core/who/memory.ts";
import { who } from "#core/who/who.ts";
import { World } from "#core/who/world.ts";
import { lint } from "#core/lint/linter.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { readDocument } from "#core/model/read.ts";
import { catalogue } from "#rules/catalogue.ts";
import { template, TEMPLATES } from "./templates.ts";

const TODAY = "2026-11-21";
const folder = new URL("../../examples/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".remit.yaml"));

function example(file: string): MatrixDocument {
  const read = readDocument(parse(readFileSync(new URL(file, folder), "utf8")));
  if (!read.ok) throw new Error(read.problems.map(({ place, message }) => `${file}: ${place}: ${message}`).join("\n"));
  return read.document;
}

/** The matrix as it would be once somebody had confirmed each row and target, and changed nothing else. */
const confirmed = (document: MatrixDocument): MatrixDocument => ({
  ...document,
  activities: document.activities.map(({ notYetAdapted: _, ...row }) => ({ ...row, ...(row.sla ? { sla: row.sla.map((target) => ({ ...target, negotiated: true })) } : {}) })),
});

test("every example reads as a Matrix document", () => {
  expect(files.length).toBeGreaterThanOrEqual(TEMPLATES.length + 1);
  for (const file of files) expect(example(file).activities.length, file).toBeGreaterThan(0);
});

describe.each(TEMPLATES.map(({ id }) => id))("the template %s", (id) => {
  test("has an adapted example in which nothing is left of the template", () => {
    const { activities, parties } = example(`${id}.remit.yaml`);
    expect(activities.filter((row) => row.notYetAdapted || row.sla?.some((target) => !target.negotiated))).toEqual([]);
    expect(parties.filter((party) => party.name.startsWith("Your "))).toEqual([]);
  });

  test("leaves no error and no warning in its adapted example", () => {
    const found = lint(example(`${id}.remit.yaml`), catalogue, TODAY).filter((finding) => finding.severity !== "note");
    expect(found.map((finding) => finding.message)).toEqual([]);
  });

  test("once confirmed, has nothing left to find but performers to choose between", () => {
    const found = lint(confirmed(template(id)), catalogue, TODAY).filter((finding) => finding.severity !== "note");
    expect(found.filter((finding) => finding.rule !== "performer-undecided").map((finding) => finding.message)).toEqual([]);
  });
});

describe("the example company on the first page", () => {
  const company = example("alder-foods.remit.yaml");
  const found = lint(company, catalogue, TODAY);

  test("has the size of a real matrix", () => {
    expect(company.activities.length).toBeGreaterThanOrEqual(45);
  });

  test.each([
    ["no-accountable", "Renew TLS certificates before they expire"],
    ["two-accountable", "Change firewall rules"],
    ["risk-accepted-by-provider", "Decide on risk acceptance for unresolved findings"],
    ["shared-without-split", "Update the asset inventory"],
    ["backup-is-the-same-human", "Infrastructure Manager"],
    ["performer-undecided", "Deploy patches on production servers"],
    ["critical-without-sla", "Restore the production planning system"],
    ["log-review-without-evidence", "Review security logs daily"],
    ["scope-without-owner", "Cold store handhelds"],
    ["shared-inbox-only-contact", "Julie Tamm"],
    ["vague-role", "Security team"],
  ])("has the defect %s, at %s", (rule, title) => {
    expect(found.filter((finding) => finding.rule === rule).map((finding) => finding.title)).toEqual([title]);
  });

  test("leaves log retention to nobody", () => {
    expect(found.some((finding) => finding.rule === "log-retention-unowned")).toBe(true);
  });

  test("has few defects beside those planted, so that a reader can follow them", () => {
    expect(found.filter((finding) => !finding.waived).length).toBeLessThanOrEqual(16);
  });

  test("accepts one finding on purpose, by name and until a day", () => {
    expect(found.filter((finding) => finding.waived).map((finding) => finding.waived?.by)).toEqual(["Martin Keel"]);
  });
});

/** The hours of the week, Monday 00:00 first, at which something fails although nobody is missing. */
function openHours(document: MatrixDocument, memory = new Memory()): number[] {
  const horizon = horizonFrom(minuteOf(`${TODAY}T00:00Z`), 0);
  const { examined } = prove(document, horizon, memory);
  return heatOf(examined, horizon.from, horizon.until, zoneOf("Europe/London") as Zone).week.flatMap(({ missing }, hour) => (missing === 0 ? [hour] : []));
}

describe("the hole planted in the example company", () => {
  const company = example("alder-foods.remit.yaml");
  const memory = new Memory();
  const horizon = horizonFrom(minuteOf(`${TODAY}T00:00Z`), 0);
  const proof = prove(company, horizon, memory);
  const [hole] = withRepairs(company, proof, memory, 1);
  const FRIDAY = 4 * 24;

  test("is the only thing the proof finds while nobody is missing", () => {
    expect(proof.counterexamples).toHaveLength(1);
    expect(hole).toMatchObject({ property: "P3", verb: "containment.authorise", event: "ransomware", severity: "s1", also: [{ event: "data-breach", severity: "s1" }], missing: [] });
    expect(proof.incomplete).toEqual([]);
  });

  test("stands between Nadia's last hour on Friday and the director's first", () => {
    expect(hole).toMatchObject({ at: "2026-11-27T18:00Z", until: "2026-11-27T21:00Z" });
    const answer = who(new World(company, horizon.from, horizon.until), { event: "ransomware", severity: "s1", at: minuteOf("2026-11-27T19:00Z") });
    expect(answer.decide["containment.authorise"]).toEqual([]);
    expect(answer.gaps.map(({ code }) => code)).toContain("decider-unreachable");
  });

  test("shows on the heat map as three hours of the week", () => {
    expect(openHours(company, memory)).toEqual([FRIDAY + 18, FRIDAY + 19, FRIDAY + 20]);
  });

  test("is closed by Tom while he has Nadia's authority in August", () => {
    const answer = who(new World(company, horizon.from, horizon.until), { event: "ransomware", severity: "s1", at: minuteOf("2027-08-06T18:00Z") });
    expect(answer.decide["containment.authorise"]?.map(({ person, by }) => [person, by])).toEqual([["tom-hale", "delegation"]]);
  });

  test("is closed by the smallest repair the proof proposes", () => {
    expect(hole?.repair?.says).toBe("let `Director on duty` begin at 18:00 on Fridays instead of 22:00");
    const mended = applyEdits(company, hole?.repair?.edits ?? []);
    expect(prove(mended, horizon, memory).verdict).toBe("PROVED");
    expect(openHours(mended, memory)).toEqual([]);
  });

  test("leaves findings to read when one person is missing, each a sentence with a name", () => {
    const alone = prove(company, { ...horizon, absent: 1 }, memory);
    expect(alone.verdict).toBe("COUNTEREXAMPLE");
    const broken = alone.counterexamples.filter(({ property, missing }) => property === "P7" && missing.length > 0);
    expect(broken.length).toBeGreaterThan(0);
    for (const { says } of broken) expect(says).toMatch(/^without \p{Lu}.+: .+ \(.+\)$/u);
  });
});

describe("the events everybody asks about", () => {
  const FIRST_YEAR = ["ransomware", "malware", "data-breach", "vpn-down", "alert-at-night", "suspicious-activity", "backup-failure", "firewall-blocks-application"];
  const outsourced = [...TEMPLATES.filter(({ id }) => id !== "delivery").map(({ id }) => [`the template ${id}`, template(id)] as const), ["the example company", example("alder-foods.remit.yaml")] as const];

  test.each(outsourced)("are in %s, with signs to know them by and decisions to make", (_, { events = [] }) => {
    for (const id of FIRST_YEAR) {
      const event = events.find((one) => one.id === id);
      expect(event?.symptoms?.length, id).toBeGreaterThan(0);
      expect(event?.verbs?.length, id).toBeGreaterThan(2);
    }
  });

  test.each(outsourced)("start a law's clock in %s only where personal data may be lost", (_, { clocks = [] }) => {
    expect(clocks.filter(({ kind }) => kind === "regulatory").map(({ events }) => [...(events ?? [])].sort())).toEqual([["data-breach", "ransomware"]]);
  });

  test("on the first day in a new office go to whoever can help, without a grade", () => {
    const routes = Object.fromEntries((template("delivery").events ?? []).filter(({ verbs }) => verbs === undefined).map(({ id, route }) => [id, route]));
    expect(routes).toEqual({
      "no-power": ["service-desk-lead", "warranty-service-contact"], "no-access": ["infrastructure-manager", "security-lead"], "software-missing": ["infrastructure-manager", "integrator-engineer"],
      "wrong-model": ["procurement-lead", "supplier-delivery-coordinator"], "assembled-wrongly": ["integrator-engineer", "integrator-project-lead"],
    });
  });
});

describe.each(TEMPLATES.map(({ id }) => id))("a proof of the template %s", (id) => {
  const horizon = horizonFrom(minuteOf(`${TODAY}T00:00Z`), 0);

  test("says that nobody can be called, because posts are no people", () => {
    const { verdict, counterexamples, incomplete } = prove(template(id), horizon);
    expect([verdict, incomplete]).toEqual(["COUNTEREXAMPLE", []]);
    expect(counterexamples.map(({ property }) => property)).toContain("P1");
    for (const { says } of counterexamples) expect(says).not.toMatch(/undefined|NaN/);
  });

  test("holds for its adapted example, which says what that rests on", () => {
    const { verdict, assumptions } = prove(example(`${id}.remit.yaml`), horizon);
    expect(verdict).toBe("PROVED");
    expect(assumptions.join("\n")).toContain("no duty hours are stated for");
  });
});
