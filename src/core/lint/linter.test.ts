import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue } from "#rules/catalogue.ts";
import type { Activity } from "../model/activity.ts";
import type { MatrixDocument } from "../model/document.ts";
import type { Finding } from "./finding.ts";
import { lint, Linter } from "./linter.ts";
import { drawn } from "./sketch.ts";

const TODAY = "2026-11-21";
const TITLES = [
  "Monitor alerts", "Patch production servers", "Restore test", "Review firewall rules", "Accept the risk of unresolved findings", "Implementation", "Log review",
  "Approve access requests", "Contain an incident", "Deliver the servers", "Keep encryption keys", "Maintain servers etc. as needed",
];
const ROLES = ["security-lead", "it-team", "soc-analyst", "network-engineer", "infrastructure-manager", "ghost"];

const letter = fc.record(
  {
    role: fc.constantFrom(...ROLES),
    letter: fc.constantFrom("R", "A", "C", "I", "S"),
    condition: fc.constantFrom("if affected", "operations", "as needed"),
    alternative: fc.boolean(),
  },
  { requiredKeys: ["role", "letter"] },
);
const fields = fc.record(
  {
    title: fc.constantFrom(...TITLES),
    assignments: fc.array(letter, { maxLength: 6 }),
    criticality: fc.constantFrom("critical", "normal"),
    kind: fc.constantFrom("operation", "decision", "delivery", "security"),
    area: fc.constantFrom("backups", "nowhere"),
    stage: fc.constantFrom("delivery", "nowhen"),
    scope: fc.subarray(["erp", "mail", "elsewhere"]),
    secondary: fc.constantFrom(...ROLES),
    acceptor: fc.constantFrom(...ROLES),
    approvers: fc.subarray(ROLES),
    split: fc.record({ parts: fc.array(fc.record({ party: fc.constantFrom("client", "provider", "moon"), does: fc.constant("its part") }), { maxLength: 2 }) }),
    result: fc.constantFrom("done", "place TBD"),
    notYetAdapted: fc.boolean(),
    regulatedProduction: fc.boolean(),
    controls: fc.constant(["nist-csf-2.0:PR.AA-05"]),
    cadence: fc.constantFrom({ every: "P1M" }, { every: "P1Y" }),
    sla: fc.constantFrom([{ measure: "respond", target: "PT4H", negotiated: false }]),
    approval: fc.record({ class: fc.constantFrom("none", "standard", "formal", "emergency") }),
    validation: fc.record({ by: fc.constantFrom(...ROLES) }),
  },
  { requiredKeys: ["title", "assignments"] },
) as unknown as fc.Arbitrary<Omit<Activity, "id">>;
const row = (id: string): fc.Arbitrary<Activity> => fields.map((rest) => ({ ...rest, id }));
const IDS = Array.from({ length: 14 }, (_, index) => `a${index + 1}`);
const rows = fc.subarray(IDS, { minLength: 1 }).chain((ids) => fc.tuple(...ids.map(row)));

const around = fc.record({
  holders: fc.boolean(),
  scope: fc.boolean(),
  covers: fc.subarray(["outsourcing", "mssp", "delivery", "co-managed", "incident-authority"] as const),
});

/** A small company in which only the rows vary. */
function matrix(activities: readonly Activity[], { holders, scope, covers }: { readonly holders: boolean; readonly scope: boolean; readonly covers: readonly string[] }): MatrixDocument {
  const held = (...people: string[]) => (holders ? { holders: people } : {});
  return {
    ...drawn({}),
    roles: [
      { id: "security-lead", name: "Security Lead", party: "client", ...held("ana") },
      { id: "it-team", name: "IT team", party: "client", ...held("ana") },
      { id: "soc-analyst", name: "SOC Analyst", party: "provider", ...held("ben", "cleo") },
      { id: "network-engineer", name: "Network Engineer", party: "provider" },
      { id: "infrastructure-manager", name: "Infrastructure Manager", party: "client", ...held("dora") },
    ],
    people: [
      { id: "ana", name: "Ana Ortiz", party: "client" },
      { id: "ben", name: "Ben Okafor", party: "provider" },
      { id: "cleo", name: "Cleo Marsh", party: "provider" },
      { id: "dora", name: "Dora Lind", party: "client" },
    ],
    areas: [{ id: "backups", name: "Backups", primary: "soc-analyst", secondary: "it-team" }],
    stages: [{ id: "delivery", name: "Delivery" }],
    ...(scope
      ? {
          scope: [
            { id: "erp", name: "ERP", kind: "business-application" as const, businessCritical: true, owner: "security-lead" },
            { id: "mail", name: "Mail", kind: "server" as const, notMonitored: true },
          ],
        }
      : {}),
    covers: covers as NonNullable<MatrixDocument["covers"]>,
    activities: [...activities],
  };
}

const inAnyOrder = (findings: readonly Finding[]): string[] => findings.map((finding) => JSON.stringify(finding)).sort();
const world = fc.tuple(rows, around).map(([activities, rest]) => matrix(activities, rest));

describe("the linter", () => {
  it("after any sequence of edits finds what a fresh linter finds", () => {
    const step = fc.constantFrom(...IDS).chain((id) => fc.tuple(fc.constant(id), fc.option(row(id), { nil: undefined, freq: 4 })));
    fc.assert(
      fc.property(world, fc.array(step, { minLength: 1, maxLength: 8 }), fc.boolean(), (document, steps, looks) => {
        const linter = new Linter(document, catalogue, TODAY);
        const now = new Map(document.activities.map((activity) => [activity.id, activity]));
        for (const [id, activity] of steps) {
          linter.edit(id, activity);
          if (activity) now.set(id, activity);
          else now.delete(id);
          // Reading in between must not freeze what was read.
          if (looks) linter.findings();
        }
        const fresh = new Linter({ ...document, activities: [...now.values()] }, catalogue, TODAY);
        expect(inAnyOrder(linter.findings())).toEqual(inAnyOrder(fresh.findings()));
      }),
      { numRuns: 150 },
    );
  });

  it("finds the same whatever the order of the rows", () => {
    const shuffled = world.chain((document) => fc.tuple(fc.constant(document), fc.shuffledSubarray([...document.activities], { minLength: document.activities.length })));
    // Of two equal rows the later one is named: where a finding sits may follow the order, what is found may not.
    const said = (findings: readonly Finding[]): string[] => findings.map(({ rule, severity, message }) => `${rule} ${severity} ${message}`).sort();
    fc.assert(
      fc.property(shuffled, ([document, activities]) => {
        expect(said(lint({ ...document, activities }, catalogue, TODAY))).toEqual(said(lint(document, catalogue, TODAY)));
      }),
      { numRuns: 100 },
    );
  });

  it("is asked of single rows and answers with what sits there", () => {
    fc.assert(
      fc.property(world, (document) => {
        const linter = new Linter(document, catalogue, TODAY);
        const here = document.activities.flatMap(({ id }) => linter.findingsAt(id));
        expect(inAnyOrder(here)).toEqual(inAnyOrder(linter.findings().filter(({ at }) => at.kind === "activity")));
      }),
      { numRuns: 30 },
    );
  });
});

describe("a waiver", () => {
  const rule = "no-accountable";
  const unowned = (until: string): MatrixDocument => ({
    ...drawn({ rows: [{ title: "Isolate a host", cells: { "SOC Analyst (provider)": "R", "Security Lead": "I" } }], people: { "Ana Ortiz": ["Security Lead"] } }),
    waivers: [{ id: "w1", rule, at: { kind: "activity", id: "a1" }, by: "ana-ortiz", reason: "pilot phase", until }],
  });
  const found = (until: string) => lint(unowned(until), catalogue, TODAY).filter((finding) => finding.rule === rule);

  it("marks a finding and does not delete it", () => {
    expect(found("2027-01-31")).toMatchObject([{ rule, waived: { by: "Ana Ortiz", until: "2027-01-31", reason: "pilot phase" } }]);
  });

  it("holds on its last day", () => {
    expect(found(TODAY)).toMatchObject([{ waived: { until: TODAY } }]);
  });

  it("that has expired hides nothing", () => {
    const [finding] = found("2026-11-20");
    expect(finding).toBeDefined();
    expect(finding).not.toHaveProperty("waived");
  });

  it("of one rule leaves the findings of the others alone", () => {
    const others = lint(unowned("2027-01-31"), catalogue, TODAY).filter((finding) => finding.rule !== rule);
    expect(others.some(({ waived }) => waived !== undefined)).toBe(false);
  });
});

describe("a column that nobody filled", () => {
  const shared = (count: number, split = false): MatrixDocument => {
    const document = drawn({ rows: Array.from({ length: count }, (_, index) => ({ title: `Patch site ${index + 1}`, cells: { "System Administrator (provider)": "R", "Application Owner": "R A" } })) });
    const [first, ...rest] = document.activities;
    return split && first ? { ...document, activities: [{ ...first, split: { parts: [] } }, ...rest] } : document;
  };
  const found = (document: MatrixDocument) => lint(document, catalogue, TODAY).filter(({ rule }) => rule === "shared-without-split");

  it("is one sentence for the whole matrix", () => {
    expect(found(shared(5))).toMatchObject([{ at: { kind: "matrix" }, message: expect.stringContaining("5 activities") }]);
  });

  it("is said row by row once somebody begins to fill it", () => {
    expect(found(shared(5, true)).map(({ at }) => at.id)).toEqual(["a2", "a3", "a4", "a5"]);
  });

  it("stays one sentence where the others say nothing of it: a row of one's own among a template's", () => {
    const document = drawn({ rows: Array.from({ length: 6 }, (_, index) => ({ title: `Patch site ${index + 1}`, notYetAdapted: index > 0, cells: { "Application Owner": "R A" } })) });
    expect(lint(document, catalogue, TODAY).filter(({ rule }) => rule === "not-adapted")).toMatchObject([{ at: { kind: "matrix" }, message: expect.stringContaining("5 activities") }]);
  });

  it("is said row by row in a matrix of few rows", () => {
    expect(found(shared(2)).map(({ at }) => at.kind)).toEqual(["activity", "activity"]);
  });
});
