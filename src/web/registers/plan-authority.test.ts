import { expect, test } from "vitest";
import { lint } from "#core/lint/linter.ts";
import { MatrixDocument } from "#core/model/document.ts";
import { catalogue } from "#rules/catalogue.ts";
import { plannedApprovals } from "./plan-approvals.ts";
import { built, drafted, emptyPlan, expectedWork, type Placeholders, type Plan } from "./plan.ts";

const BLANK: Placeholders = { title: "Who does what", party: { client: "Your company", provider: "Your provider", vendor: "Vendor", supplier: "Supplier", integrator: "Integrator", regulator: "Regulator" } };
const found = (document: MatrixDocument) => lint(document, catalogue, "2026-11-21");
const delivery: Plan = { ...emptyPlan(), covers: ["delivery"], work: expectedWork(["delivery"]) };
const incidents: Plan = { ...emptyPlan(), covers: ["incident-authority"], work: expectedWork(["incident-authority"]) };
const row = (document: MatrixDocument, origin: string) => document.activities.find((one) => one.origin === origin);

test("a delivery comes in ten stages in order, each row in its own, and the last one starts the service", () => {
  const document = built(delivery, BLANK);
  expect(MatrixDocument.safeParse(document).success).toBe(true);
  expect(document.stages?.map(({ id }) => id)).toEqual(["requirements", "specification", "procurement", "delivery", "acceptance", "installation", "configuration", "security-check", "commissioning", "service"]);
  expect(document.stages?.find(({ id }) => id === "procurement")).toMatchObject({ owner: "procurement-lead" });
  expect(document.stages?.at(-1)).toMatchObject({ serviceStarts: true });
  expect(row(document, "DEL-07")).toMatchObject({ stage: "installation" });
  expect(found(document).filter(({ rule }) => rule === "stage-incomplete" || rule === "unknown-stage")).toEqual([]);
});

test("without anything to deliver there are no stages", () => {
  expect(built(incidents, BLANK)).not.toHaveProperty("stages");
});

test("a stage left out is gone, and an owner somebody named is no assumption any more", () => {
  const document = built({ ...delivery, stages: { specification: { left: true }, procurement: { owner: "internal-it-manager", acceptor: null } } }, BLANK);
  expect(document.stages?.map(({ id }) => id)).not.toContain("specification");
  expect(document.stages?.find(({ id }) => id === "procurement")).toMatchObject({ owner: "internal-it-manager" });
  expect(document.stages?.find(({ id }) => id === "procurement")).not.toHaveProperty("acceptor");
  expect(row(document, "DEL-04")?.note ?? "").not.toContain("owns the stage");
  expect(row(document, "DEL-03")).not.toHaveProperty("stage");
});

test("each decision lies with somebody, in the row where it is taken or in a row of its own", () => {
  const document = built(incidents, BLANK);
  expect(MatrixDocument.safeParse(document).success).toBe(true);
  expect(document.decisionRights?.find(({ verb }) => verb === "containment.authorise")).toMatchObject({ role: "business-risk-owner" });
  expect(row(document, "INC-04")).toMatchObject({ decision: "containment.authorise" });
  expect(document.activities.find(({ decision }) => decision === "incident.close")).toMatchObject({ title: "Close an incident", notYetAdapted: true, assignments: [{ role: "security-lead", letter: "R" }, { role: "security-lead", letter: "A" }] });
  expect(found(document).filter(({ rule }) => rule === "containment-undecided" || rule === "dispute-decider-missing")).toEqual([]);
});

test("a decision that nobody may take is a row the checks ask about, and no right", () => {
  const document = built({ ...incidents, decisions: { "incident.close": null } }, BLANK);
  expect(document.decisionRights?.some(({ verb }) => verb === "incident.close")).toBe(false);
  const closing = document.activities.find(({ decision }) => decision === "incident.close");
  expect(found(document).some(({ rule, at }) => rule === "no-letters" && at.id === closing?.id || rule === "no-accountable" && at.id === closing?.id)).toBe(true);
});

test("whatever needs approval has somebody who gives it, and nobody approves their own work", () => {
  const plan: Plan = { ...emptyPlan(), covers: ["outsourcing", "delivery"], work: expectedWork(["outsourcing", "delivery"]) };
  const document = built(plan, BLANK);
  const asking = document.activities.filter(({ approval, origin }) => origin !== undefined && (approval?.class === "formal" || approval?.class === "emergency"));
  expect(asking.length).toBeGreaterThan(20);
  for (const { title, approvers, assignments } of asking) {
    expect([title, approvers?.length]).toEqual([title, 1]);
    expect(assignments.some(({ role, letter }) => letter === "R" && approvers?.includes(role))).toBe(false);
  }
});

test("every assumption is asked about by the checks, and what somebody said is not", () => {
  const asked = (plan: Plan) => found(built(plan, BLANK)).filter(({ rule }) => rule === "placeholder-left").map(({ at }) => at.id);
  const document = built(delivery, BLANK);
  const marked = document.activities.filter(({ note }) => note?.includes("Assumed while building")).map(({ id }) => id);
  expect(marked.length).toBeGreaterThan(8);
  expect(asked(delivery).toSorted()).toEqual(marked.toSorted());
  const said = Object.fromEntries(plannedApprovals(drafted(delivery, BLANK), {}).map(({ origin, approver }) => [origin, approver.role ?? null]));
  const signed = row(document, "DEL-09")?.id;
  expect(asked(delivery)).toContain(signed);
  const all: Plan = { ...delivery, approvers: said, stages: Object.fromEntries((document.stages ?? []).map(({ id, owner, acceptor }) => [id, { owner: owner ?? null, acceptor: acceptor ?? null }])), decisions: Object.fromEntries((document.decisionRights ?? []).map(({ verb, role }) => [verb, role ?? null])) };
  expect(asked(all)).toEqual([]);
});
