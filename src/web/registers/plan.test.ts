import { expect, test } from "vitest";
import { lint } from "#core/lint/linter.ts";
import { MatrixDocument } from "#core/model/document.ts";
import { catalogue } from "#rules/catalogue.ts";
import { AREAS, built, emptyPlan, expectedWork, type Placeholders } from "./plan.ts";

const BLANK: Placeholders = { title: "Who does what", party: { client: "Your company", provider: "Your provider", vendor: "Vendor", supplier: "Supplier", integrator: "Integrator", regulator: "Regulator" } };
const found = (document: MatrixDocument) => lint(document, catalogue, "2026-11-21").map(({ rule }) => rule);

test("a plan in which nothing was said is still a matrix of two organisations", () => {
  const document = built(emptyPlan(), BLANK);
  expect(document.parties.map(({ name }) => name)).toEqual(["Your company", "Your provider"]);
  expect(MatrixDocument.safeParse(document).success).toBe(true);
});

test.each(["outsourcing", "mssp", "delivery", "co-managed", "incident-authority"] as const)("the work of %s is a matrix that names only what it has, each row to be confirmed", (purpose) => {
  const plan = { ...emptyPlan(), covers: [purpose], work: expectedWork([purpose]), scope: emptyPlan().scope.map((item) => ({ ...item, chosen: true })) };
  const document = built(plan, BLANK);
  expect(MatrixDocument.safeParse(document).success).toBe(true);
  expect(document.activities.filter(({ origin }) => origin !== undefined).length).toBe(plan.work.size);
  expect(document.activities.length).toBeGreaterThan(4);
  expect(document.activities.every(({ notYetAdapted }) => notYetAdapted)).toBe(true);
  expect(found(document).filter((rule) => rule.startsWith("unknown-"))).toEqual([]);
});

test("an organisation nobody named stays only where a row needs it", () => {
  const kinds = (purpose: "mssp" | "delivery") => built({ ...emptyPlan(), work: expectedWork([purpose]) }, BLANK).parties.map(({ kind }) => kind);
  expect(kinds("mssp")).toEqual(["client", "provider"]);
  expect(kinds("delivery")).toContain("integrator");
});

test("owners and people named on the way stand in the matrix, one name being one person", () => {
  const area = AREAS.find(({ name }) => name === "Backup and recovery");
  const plan = {
    ...emptyPlan(), work: new Set(area?.activities.map(({ id }) => id)), parties: [{ name: "Alder Foods", kind: "client" as const }, { name: "Brightwell IT", kind: "provider" as const }],
    owners: { "Backup and recovery": { primary: "backup-operator", secondary: "nobody-at-all" } }, people: { "backup-operator": "Julie Tamm", "infrastructure-manager": " julie tamm" },
  };
  const document = built(plan, BLANK);
  expect(document.areas).toMatchObject([{ name: "Backup and recovery", primary: "backup-operator" }]);
  expect(document.areas?.[0]).not.toHaveProperty("secondary");
  expect(document.people?.map(({ name }) => name.toLowerCase())).toEqual(["julie tamm"]);
  expect(document.roles.filter(({ holders }) => holders?.length === 1).map(({ id }) => id).toSorted()).toEqual(["backup-operator", "infrastructure-manager"]);
});

test("what is ticked is in scope under its own name, with the usual owners that the work has", () => {
  const plan = emptyPlan();
  const document = built({ ...plan, work: expectedWork(["outsourcing"]), scope: plan.scope.map((item) => (item.kind === "firewall" ? { ...item, chosen: true, critical: true, name: "Firewalls Aldbrook" } : item)) }, BLANK);
  expect(document.scope).toMatchObject([{ name: "Firewalls Aldbrook", kind: "firewall", businessCritical: true, owner: "infrastructure-manager" }]);
});
