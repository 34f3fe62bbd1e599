import { describe, expect, test } from "vitest";
import demo from "#library/demo.json" with { type: "json" };
import type { MatrixDocument } from "../model/document.ts";
import { minuteOf } from "../time/minute.ts";
import { Memory } from "../who/memory.ts";
import { findingsOf } from "./as-findings.ts";
import { horizonFrom } from "./horizon.ts";
import { prove, withRepairs } from "./prove.ts";

const company = demo as unknown as MatrixDocument;
const TODAY = "2026-11-22";
const found = (document: MatrixDocument, absent = 1) => {
  const memory = new Memory();
  const proof = prove(document, horizonFrom(minuteOf("2026-11-22T02:00Z"), absent), memory);
  return findingsOf(document, withRepairs(document, proof, memory, 100), TODAY);
};

describe("the findings of the proof", () => {
  test("a hole with everybody there is an error, resting on one person a note", () => {
    const findings = found(company);
    expect(findings.find(({ rule }) => rule === "proof-p3")).toMatchObject({ severity: "error", at: { kind: "decision-right", id: "regulator" }, message: "nobody who may notify the regulator can be reached in time (Ransomware at S1 critical and 3 more cases)" });
    expect(findings.find(({ rule, message }) => rule === "proof-p7" && message.includes("Nadia"))).toMatchObject({ severity: "note", message: "without Nadia Osei nobody who may declare the incident can be reached in time (Ransomware at S1 critical and 3 more cases)" });
    expect(findings.filter(({ rule }) => rule === "proof-p7").every(({ severity }) => severity === "note")).toBe(true);
    expect(found(company, 0).some(({ rule }) => rule === "proof-p7")).toBe(false);
  });

  test("each stands at the item it comes from, by its name", () => {
    expect(found(company).find(({ rule }) => rule === "proof-p5")).toMatchObject({ at: { kind: "role", id: "legal-counsel" }, title: "Legal Counsel", message: "Legal Counsel cannot be told in time (Security alert at night at S1 critical and 7 more cases)" });
    expect(found(company).find(({ rule }) => rule === "proof-p2")).toMatchObject({ at: { kind: "path", id: "other" }, title: "Everything else" });
  });

  test("a repair that is an edit is offered as a fix, a number that only people know is not", () => {
    expect(found(company).find(({ rule }) => rule === "proof-p2")?.fix).toMatchObject({ label: "Let Rosalind Ashby also hold Internal IT Manager" });
    expect(found(company).find(({ rule }) => rule === "proof-p5")?.fix).toBeUndefined();
  });

  test("what stands wrong at any hour is a warning", () => {
    const directory = { ...company.directory, delegations: [{ id: "old", from: "nadia-osei", to: "tom-hale", verbs: ["incident.declare" as const], starts: "2026-01-01T00:00Z", ends: "2026-02-01T00:00Z" }] };
    expect(found({ ...company, directory }).find(({ rule }) => rule === "proof-p8")).toMatchObject({ severity: "warning", at: { kind: "delegation", id: "old" } });
  });

  test("a finding accepted by name until a day counts as accepted on that day, and no longer", () => {
    const waivers = (until: string) => [{ id: "w", rule: "proof-p2", at: { kind: "path", id: "other" }, by: "tom-hale", reason: "S3 and S4 can wait", until }];
    expect(found({ ...company, waivers: waivers(TODAY) }).find(({ rule }) => rule === "proof-p2")?.waived).toEqual({ by: "Tom Hale", until: TODAY, reason: "S3 and S4 can wait" });
    expect(found({ ...company, waivers: waivers("2026-11-21") }).find(({ rule }) => rule === "proof-p2")?.waived).toBeUndefined();
  });
});
