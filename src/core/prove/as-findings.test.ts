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

/** Without a number for the counsel. */
const silent: MatrixDocument = { ...company, directory: { ...company.directory, contacts: (company.directory?.contacts ?? []).filter(({ person }) => person !== "daniel-voss") } };

describe("the findings of the proof", () => {
  test("a hole with everybody there is an error, resting on one person a note", () => {
    const findings = found(company);
    expect(findings.filter(({ severity }) => severity === "error")).toMatchObject([{ rule: "proof-p3", at: { kind: "decision-right" }, message: "nobody who may authorise containment can be reached in time (Ransomware at S1 critical and 1 more case)" }]);
    expect(findings.find(({ rule, message }) => rule === "proof-p7" && message.includes("inform the business"))).toMatchObject({ severity: "note", message: expect.stringMatching(/^without Tom Hale nobody who may inform the business can be reached in time \(/) });
    expect(findings.filter(({ rule }) => rule === "proof-p7").every(({ severity }) => severity === "note")).toBe(true);
    expect(found(company, 0).some(({ rule }) => rule === "proof-p7")).toBe(false);
  });

  test("each stands at the item it comes from, by its name", () => {
    expect(found(silent, 0).find(({ rule }) => rule === "proof-p5")).toMatchObject({ at: { kind: "role", id: "legal-counsel" }, title: "Legal Counsel", message: expect.stringMatching(/^Legal Counsel cannot be told in time \(/) });
  });

  test("a repair that is an edit is offered as a fix, a number that only people know is not", () => {
    expect(found(company, 0).find(({ rule }) => rule === "proof-p3")?.fix).toMatchObject({ label: "Let Director on duty begin at 18:00 on Fridays instead of 22:00" });
    expect(found(silent, 0).find(({ rule }) => rule === "proof-p5")?.fix).toBeUndefined();
  });

  test("what stands wrong at any hour is a warning", () => {
    const directory = { ...company.directory, delegations: [{ id: "old", from: "nadia-osei", to: "tom-hale", verbs: ["incident.declare" as const], starts: "2026-01-01T00:00Z", ends: "2026-02-01T00:00Z" }] };
    expect(found({ ...company, directory }).find(({ rule }) => rule === "proof-p8")).toMatchObject({ severity: "warning", at: { kind: "delegation", id: "old" } });
  });

  test("a finding accepted by name until a day counts as accepted on that day, and no longer", () => {
    const at = found(company, 0).find(({ rule }) => rule === "proof-p3")?.at ?? { kind: "matrix" as const };
    const waived = (until: string) => found({ ...company, waivers: [{ id: "w", rule: "proof-p3", at, by: "tom-hale", reason: "three hours on Fridays", until }] }, 0).find(({ rule }) => rule === "proof-p3")?.waived;
    expect(waived(TODAY)).toEqual({ by: "Tom Hale", until: TODAY, reason: "three hours on Fridays" });
    expect(waived("2026-11-21")).toBeUndefined();
  });
});
