import { describe, expect, test } from "vitest";
import { writeReadiness } from "#formats/md/write-readiness.ts";
import demo from "#library/demo.json" with { type: "json" };
import { catalogue } from "#rules/catalogue.ts";
import type { Finding } from "../lint/finding.ts";
import { lint } from "../lint/linter.ts";
import { drawn, type Sketch } from "../lint/sketch.ts";
import type { MatrixDocument } from "../model/document.ts";
import { findingsOf } from "../prove/as-findings.ts";
import { horizonFrom } from "../prove/horizon.ts";
import { prove } from "../prove/prove.ts";
import { minuteOf } from "../time/minute.ts";
import { blockersOf, CAUSES, DEFAULT_POLICY, type Policy } from "./blockers.ts";
import { drawReadiness } from "./draw-readiness.ts";
import type { Stands } from "./facts.ts";
import { confirmable, readinessOf, type Readiness } from "./readiness.ts";
import { STATEMENTS, type StatementId } from "./statements.ts";

const EXAMPLE = demo as unknown as MatrixDocument;
const AT = minuteOf("2026-11-22T08:00Z");
const of = (document: MatrixDocument, agreement?: Stands): Readiness => readinessOf({ document, findings: lint(document, catalogue, "2026-11-22"), at: AT, ...(agreement ? { agreement } : {}) });
const company = (sketch: Sketch, agreement?: Stands): Readiness => of(drawn(sketch), agreement);
const answer = (readiness: Readiness, id: StatementId) => readiness.answers.find(({ statement }) => statement.id === id);
const CELLS = { "Infrastructure Manager (client)": "A", "Integration Engineer (integrator)": "R" };
const row = (title: string, more: object = {}) => ({ title, cells: CELLS, ...more });
const says = (readiness: Readiness, id: StatementId) => answer(readiness, id)?.matrix.answer;

test("there are five items in writing and five points before the start, each of its own", () => {
  expect(STATEMENTS.filter(({ part }) => part === "writing")).toHaveLength(5);
  expect(STATEMENTS.filter(({ part }) => part === "start")).toHaveLength(5);
  expect(new Set(STATEMENTS.map(({ id }) => id)).size).toBe(10);
});

test("an empty matrix settles nothing, scores nothing, and has nothing open", () => {
  const empty = of({ remit: 1, title: "Empty", parties: [], roles: [], activities: [] });
  expect(empty.score).toEqual({ points: 0, parts: { checklist: 0, rows: 0 } });
  expect(empty.answers.filter(({ applies }) => applies).every(({ counts }) => counts === "no" || counts === "unknown")).toBe(true);
  expect(blockersOf(DEFAULT_POLICY, empty)).toEqual([]);
});

/** Small companies in words: which item, what they wrote down, what it answers. */
const COMPANIES: readonly (readonly [id: StatementId, tells: string, sketch: Sketch, answers: "yes" | "partly" | "no" | "unknown"])[] = [
  ["readiness-owner", "every row has one accountable role", { rows: [row("Patch servers"), row("Watch alerts")] }, "yes"],
  ["readiness-owner", "one of two rows has two", { rows: [row("Patch servers"), { title: "Watch alerts", cells: { "Security Lead (client)": "A", "SOC Analyst (provider)": "A R" } }] }, "partly"],
  ["readiness-owner", "no row has one", { rows: [{ title: "Watch alerts", cells: { "SOC Analyst (provider)": "R" } }] }, "no"],
  ["readiness-decider", "a decision right names them", { rows: [row("Fail over")], matrix: { decisionRights: [{ id: "d", verb: "dispute.decide", role: "infrastructure-manager" }] } }, "yes"],
  ["readiness-decider", "a right of a role that is gone names nobody", { rows: [row("Fail over")], matrix: { decisionRights: [{ id: "d", verb: "dispute.decide", role: "gone" }] } }, "no"],
  ["readiness-decider", "the row that needs one has one", { rows: [row("Fail over", { disputes: "infrastructure-manager" })] }, "yes"],
  ["readiness-decider", "another decision has none", { rows: [row("Fail over", { disputes: "infrastructure-manager" }), row("Accept risks", { decision: "risk.accept" })] }, "partly"],
  ["readiness-decider", "nobody is named", { rows: [row("Fail over")] }, "no"],
  ["readiness-escalation", "urgent rows are escalated, disputes decided", { rows: [row("Restore service", { escalation: { to: "infrastructure-manager", after: "PT1H" }, disputes: "infrastructure-manager" })] }, "yes"],
  ["readiness-escalation", "disputes have nobody", { rows: [row("Restore service", { escalation: { after: "PT1H" } })] }, "partly"],
  ["readiness-escalation", "only disputes have somebody", { rows: [row("Restore service", { disputes: "infrastructure-manager" })] }, "partly"],
  ["readiness-escalation", "neither is written", { rows: [row("Restore service")] }, "no"],
  ["readiness-after-launch", "service starts with the launch, and a row says how incidents run", { rows: [row("Handle incidents")], matrix: { covers: ["delivery"], stages: [{ id: "launch", name: "Launch", serviceStarts: true }] } }, "yes"],
  ["readiness-after-launch", "the only incident row belongs to the project before", { rows: [row("Handle incidents", { stage: "launch" })], matrix: { covers: ["delivery"], stages: [{ id: "launch", name: "Launch", serviceStarts: true }] } }, "partly"],
  ["readiness-after-launch", "nobody says from when", { rows: [row("Handle incidents")], matrix: { covers: ["delivery"] } }, "partly"],
  ["readiness-after-launch", "neither is written", { rows: [row("Patch servers")], matrix: { covers: ["delivery"] } }, "no"],
  ["readiness-approved", "a file shows nothing of it", { rows: [row("Patch servers")] }, "unknown"],
  ["readiness-result", "a person holds the accountable role", { rows: [row("Patch servers")], people: { "Ana Ortiz": ["Infrastructure Manager (client)"], "Ivo Hall": ["Integration Engineer (integrator)"] } }, "yes"],
  ["readiness-result", "one of two accountable roles is vacant", { rows: [row("Patch servers"), { title: "Watch alerts", cells: { "Security Lead (client)": "A R" } }], people: { "Ana Ortiz": ["Infrastructure Manager (client)"] } }, "partly"],
  ["readiness-result", "no role is held", { rows: [row("Patch servers")] }, "no"],
  ["readiness-acceptance", "two rows", { rows: [row("Accept servers by protocol", { result: "completeness, serial numbers, operability and launch readiness are written down", acceptor: "infrastructure-manager" }), row("Commission servers")], people: { "Ana Ortiz": ["Infrastructure Manager (client)"] }, matrix: { covers: ["delivery"] } }, "yes"],
  ["readiness-acceptance", "nobody accepts", { rows: [row("Commission servers")], matrix: { covers: ["delivery"] } }, "partly"],
  ["readiness-acceptance", "nobody commissions", { rows: [row("Accept servers by protocol")], matrix: { covers: ["delivery"] } }, "partly"],
  ["readiness-acceptance", "one row is both", { rows: [row("Acceptance and commissioning of servers")], matrix: { covers: ["delivery"] } }, "no"],
  ["readiness-acceptance", "neither is written", { rows: [row("Unpack boxes")], matrix: { covers: ["delivery"] } }, "no"],
  ["readiness-security", "security is asked about the contract", { rows: [{ title: "Sign the contract", stage: "p", cells: { "Purchasing Manager (client)": "R A", "InfoSec Officer (client)": "C" } }], matrix: { stages: [{ id: "p", name: "Procurement" }] } }, "yes"],
  ["readiness-security", "security only hears of the contract", { rows: [{ title: "Sign the contract", stage: "p", cells: { "Purchasing Manager (client)": "R A", "InfoSec Officer (client)": "I" } }], matrix: { stages: [{ id: "p", name: "Procurement" }] } }, "no"],
  ["readiness-security", "nothing is bought or configured by this matrix", { rows: [row("Unpack boxes")], matrix: { covers: ["delivery"] } }, "unknown"],
  ["readiness-incident", "every step has a row", { rows: [row("Monitor alerts"), row("Triage alerts"), row("Contain the incident"), row("Close the incident")] }, "yes"],
  ["readiness-incident", "a right stands for the containment", { rows: [row("Monitor alerts"), row("Triage alerts"), row("Close the incident")], matrix: { decisionRights: [{ id: "c", verb: "containment.authorise", role: "infrastructure-manager" }] } }, "yes"],
  ["readiness-incident", "nobody ends it", { rows: [row("Monitor alerts"), row("Triage alerts"), row("Contain the incident")] }, "partly"],
  ["readiness-incident", "nothing is about incidents", { rows: [row("Unpack boxes")] }, "no"],
  ["readiness-warranty", "both are listed", { rows: [row("Repair under warranty", { cost: "warranty" }), row("Relocate racks", { cost: "billable" })], matrix: { covers: ["delivery"] } }, "yes"],
  ["readiness-warranty", "paid work is not", { rows: [row("Repair under warranty", { cost: "warranty" })], matrix: { covers: ["delivery"] } }, "partly"],
  ["readiness-warranty", "one row is both", { rows: [row("Warranty repairs and billable relocation")], matrix: { covers: ["delivery"] } }, "no"],
  ["readiness-warranty", "neither is listed", { rows: [row("Unpack boxes")], matrix: { covers: ["delivery"] } }, "no"],
];
test.each(COMPANIES)("%s: %s", (id, _, sketch, expected) => {
  expect([says(company(sketch), id), answer(company(sketch), id)?.matrix.says]).toEqual([expected, expect.stringMatching(/\S/)]);
});

test("every item is told by a company as yes where it can be, and as something else", () => {
  for (const { id } of STATEMENTS) {
    const told = COMPANIES.filter(([about]) => about === id).map(([, , , answers]) => answers);
    if (id !== "readiness-approved") expect(told).toContain("yes");
    expect(new Set(told).size).toBeGreaterThan(id === "readiness-approved" ? 0 : 1);
  }
});

const AGREED: Stands = { deciding: ["client", "provider"], stands: [], agreed: ["a1", "a2"] };
describe("what everybody approved", () => {
  const rows = { rows: [row("Patch servers"), row("Watch alerts")] };
  test("is every row agreed, some, or none", () => {
    expect(says(company(rows, AGREED), "readiness-approved")).toBe("yes");
    expect(answer(company(rows, { ...AGREED, agreed: ["a2"] }), "readiness-approved")?.matrix).toMatchObject({ answer: "partly", places: [{ id: "a1", name: "Patch servers" }] });
    expect(says(company(rows, { ...AGREED, agreed: [] }), "readiness-approved")).toBe("no");
  });
  test("is not shown where only one side decides here", () => {
    expect(says(company(rows, { ...AGREED, deciding: ["client"] }), "readiness-approved")).toBe("unknown");
  });
  test("of a delivery takes the schedule, too, which a named person confirms", () => {
    const delivery = { ...rows, matrix: { covers: ["delivery" as const] } };
    expect(answer(company(delivery, AGREED), "readiness-approved")).toMatchObject({ counts: "partly", matrix: { beyond: expect.stringContaining("schedule") } });
    const confirmations = [{ id: "c", statement: "readiness-approved", answer: "yes" as const, by: "ana", on: "2026-11-01" }];
    expect(answer(company({ ...delivery, matrix: { ...delivery.matrix, confirmations } }, AGREED), "readiness-approved")).toMatchObject({ counts: "yes", confirmed: { by: "ana" } });
  });
});

describe("a named person's word", () => {
  const said = (statement: StatementId, given: "yes" | "partly" | "no" | "unknown", on = "2026-11-01", id = "c") => ({ id, statement, answer: given, by: "nadia-osei", on });
  test("counts where the matrix shows nothing, the latest of several", () => {
    const confirmations = [said("readiness-approved", "yes", "2026-11-02", "c2"), said("readiness-approved", "no")];
    expect(answer(of({ ...EXAMPLE, confirmations }), "readiness-approved")).toMatchObject({ counts: "yes", confirmed: { by: "Nadia Osei", on: "2026-11-02" } });
  });
  test("never makes up for what is missing, and may say less than the matrix", () => {
    expect(answer(of(EXAMPLE), "readiness-owner")?.counts).toBe("partly");
    expect(answer(of({ ...EXAMPLE, confirmations: [said("readiness-owner", "yes")] }), "readiness-owner")?.counts).toBe("partly");
    expect(answer(of({ ...EXAMPLE, confirmations: [said("readiness-decider", "unknown")] }), "readiness-decider")).toMatchObject({ counts: "unknown", matrix: { answer: "yes" } });
  });
  test("is asked for only where a matrix cannot tell", () => {
    expect(of(EXAMPLE).answers.filter(confirmable).map(({ statement }) => statement.id)).toEqual(["readiness-approved"]);
  });
});

const PROOF = (() => {
  const { verdict, counterexamples } = prove(EXAMPLE, horizonFrom(AT));
  return { verdict, counterexamples, findings: findingsOf(EXAMPLE, counterexamples, "2026-11-22") };
})();
const whole = (document: MatrixDocument = EXAMPLE): Readiness => readinessOf({ document, findings: lint(document, catalogue, "2026-11-22"), proof: PROOF, at: AT });

describe("what is still open", () => {
  test("is listed with its place: errors, counterexamples, waivers with their end", () => {
    const { open } = whole();
    expect(open.errors.every(({ severity, waived }) => severity === "error" && !waived)).toBe(true);
    expect(open.counterexamples.map(({ rule }) => rule)).toEqual(["proof-p3"]);
    expect(open.weak.length).toBeGreaterThan(5);
    expect(open.waivers).toMatchObject([{ rule: "legacy-credentials", by: "Martin Keel", until: "2027-05-31", state: "holds" }]);
  });
  test("a waiver that ended, or accepts nothing any more, says so", () => {
    const waivers = [{ ...EXAMPLE.waivers?.[0], until: "2026-11-21" }, { ...EXAMPLE.waivers?.[0], id: "w2", rule: "no-owner-at-all" }] as NonNullable<MatrixDocument["waivers"]>;
    expect(whole({ ...EXAMPLE, waivers }).open.waivers.map(({ state }) => state)).toEqual(["ended", "idle"]);
  });
  test("a row is contested while it stands as it did", () => {
    const stand = { activity: "a1", party: "provider", stand: "contested" as const, reason: "not ours" };
    const with_ = (current: boolean) => company({ rows: [row("Patch servers")] }, { ...AGREED, agreed: [], stands: [{ ...stand, current }] }).open.contested;
    expect(with_(true)).toMatchObject([{ id: "a1", name: "Patch servers", party: "Provider", reason: "not ours" }]);
    expect(with_(false)).toEqual([]);
  });
  test("contacts never tested or too long ago, and rows of a template", () => {
    const contact = (id: string, more: object) => ({ id, person: "ana-ortiz", kind: "voice" as const, value: "1", ...more });
    const { open, score } = company({
      rows: [row("Patch servers", { notYetAdapted: true }), row("Watch alerts")], people: { "Ana Ortiz": ["Infrastructure Manager (client)"] },
      matrix: { directory: { contacts: [contact("c1", {}), contact("c2", { verifiedAt: "2024-01-01T00:00Z" }), contact("c3", { verifiedAt: "2026-11-20T00:00Z" }), contact("c4", { shared: true })] } },
    });
    expect(open.untested.map(({ id, freshness }) => [id, freshness])).toEqual([["c1", "never"], ["c2", "old"]]);
    expect(open.unadapted.map(({ id }) => id)).toEqual(["a1"]);
    expect(score.parts).toMatchObject({ contacts: 1 / 3, rows: 0.5 });
  });
});

describe("what keeps a version from being offered", () => {
  const ALL: Policy = { errors: "block", counterexamples: "block", contested: "block", untested: "block", unadapted: "block" };
  test("is said by the policy, cause by cause", () => {
    const found = whole();
    for (const cause of CAUSES) {
      const { length } = cause === "errors" ? found.open.errors : found.open[cause];
      for (const weight of ["block", "warn"] as const) expect(blockersOf({ ...ALL, [cause]: weight }, found).filter((one) => one.cause === cause)).toMatchObject(length === 0 ? [] : [{ weight, count: length, places: { length } }]);
      expect(blockersOf({ ...ALL, [cause]: "ignore" }, found).map((one) => one.cause)).not.toContain(cause);
    }
  });
  test("the blocking stand first", () => {
    expect(blockersOf({ ...DEFAULT_POLICY, errors: "warn" }, whole()).map(({ weight }) => weight)).toEqual(["block", "warn"]);
  });
});

test("one more error never raises the score, and a settled item never lowers it", () => {
  const document = drawn({ rows: [row("Monitor alerts"), row("Triage alerts"), row("Contain the incident")] });
  const findings = lint(document, catalogue, "2026-11-22");
  const error: Finding = { rule: "no-accountable", severity: "error", message: "x", at: { kind: "activity", id: "a1" }, title: "x" };
  const points = (some: readonly Finding[], one = document) => readinessOf({ document: one, findings: some, at: AT }).score.points;
  expect(points([...findings, error])).toBeLessThan(points(findings));
  expect(points(findings, { ...document, decisionRights: [{ id: "d", verb: "dispute.decide", role: "infrastructure-manager" }] })).toBeGreaterThan(points(findings));
});

test("only what is whole in every part has 100 points", () => {
  const ready = company({ rows: [row("Monitor alerts"), row("Triage alerts"), row("Contain the incident", { escalation: { after: "PT1H" }, disputes: "infrastructure-manager" }), row("Close the incident")], people: { "Ana Ortiz": ["Infrastructure Manager (client)"], "Ivo Hall": ["Integration Engineer (integrator)"] } }, { ...AGREED, agreed: ["a1", "a2", "a3", "a4"] });
  expect(ready.answers.filter(({ applies }) => applies).map(({ counts }) => counts)).toEqual(Array.from({ length: 6 }, () => "yes"));
  expect(ready.score).toEqual({ points: 100, parts: { checklist: 1, rows: 1 } });
});

test("the rules an answer leans on are in the catalogue", async () => {
  const { readFileSync } = await import("node:fs");
  const ids = new Set(catalogue.map(({ id }) => id));
  const named = [...readFileSync(new URL("./judge.ts", import.meta.url), "utf8").matchAll(/foundBy\(known, \[([^\]]+)\]/g)].flatMap(([, list = ""]) => [...list.matchAll(/"([^"]+)"/g)].map(([, id]) => id ?? ""));
  expect(named.length).toBeGreaterThan(15);
  for (const id of named) expect(ids).toContain(id);
});

test("the example company reads as it did, as text and as a checklist", async () => {
  await expect(`${drawReadiness(whole(), DEFAULT_POLICY)}\n`).toMatchFileSnapshot("../../../test/golden/readiness.txt");
  await expect(writeReadiness(whole(), DEFAULT_POLICY, EXAMPLE.title)).toMatchFileSnapshot("../../../test/golden/readiness.md");
});

test("nothing a person wrote becomes markup", () => {
  const document = { ...EXAMPLE, confirmations: [{ id: "c", statement: "readiness-approved", answer: "yes" as const, by: "nadia-osei", on: "2026-11-01", evidence: "a | <b>" }] };
  expect(writeReadiness(of(document), DEFAULT_POLICY, "T")).toContain("a \\| &lt;b&gt;");
});
