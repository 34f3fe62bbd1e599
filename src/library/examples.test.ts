import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
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
