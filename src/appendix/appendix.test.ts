import { describe, expect, test } from "vitest";
import { matrixDigest } from "#core/model/canonical.ts";
import { drawn } from "#core/lint/sketch.ts";
import { MatrixDocument } from "#core/model/document.ts";
import demo from "#library/demo.json" with { type: "json" };
import { appendixOf, type AppendixOf } from "./appendix.ts";
import { fieldsOf } from "./fields.ts";
import { paperOf } from "./paper.ts";
import type { Signature } from "./signing.ts";

const company = MatrixDocument.parse(demo);
const digest = matrixDigest(company);
const of = (more: Partial<AppendixOf> = {}, document = company) => appendixOf(document, { digest: matrixDigest(document), personal: true, at: "2026-11-22T09:30:00Z", ...more });
const signature = (more: Partial<Signature> = {}): Signature => ({ name: "Rosalind Ashby", party: "Alder Foods", intent: "I sign this matrix for Alder Foods", authenticated: "password and passkey", at: "2026-11-22T09:30:12Z", digest, address: "203.0.113.7", ...more });

describe("the appendix of a draft", () => {
  test("says whose it is, that nobody signed it, until when it holds and of what content it is", () => {
    expect(of()).toMatchObject({ title: company.title, between: "Alder Foods, Brightwell IT and Meridian ERP Hosting", state: "Draft, not signed", draft: true, valid: "from 1 October 2026 until 30 September 2027", review: "every 3 months", fingerprint: digest });
    expect(of().end).toEqual({ lines: ["Alder Foods", "Brightwell IT", "Meridian ERP Hosting"].map((party) => ({ party, name: "" })), certificate: [] });
  });

  test("has every activity once, numbered through, with owner, performer, evidence and approval", () => {
    const rows = of().groups.flatMap((group) => group.rows);
    expect(rows.map(({ number }) => number)).toEqual(company.activities.map((_, i) => i + 1));
    expect(rows.map(({ title }) => title).sort()).toEqual(company.activities.map(({ title }) => title).sort());
    expect(rows.find(({ title }) => title === "Approve access requests to business systems")).toMatchObject({
      owner: ["Plant Systems Owner (Alder Foods)"], performer: ["Internal IT Manager (Alder Foods)"], evidence: ["approved access request, by Internal IT Manager (Alder Foods)"], approval: ["Formal approval", "Channel: access form in the portal"], cadence: ["each request"],
    });
  });

  test("marks what was not negotiated, and says it on the first page", () => {
    const unagreed = of().groups.flatMap((group) => group.rows.flatMap(({ sla }) => sla)).filter(({ negotiated }) => !negotiated);
    expect(unagreed).toHaveLength(1);
    expect(of().cautions).toContain("One service level is a sample and was not negotiated: nobody owes it.");
    expect(JSON.stringify(paperOf(of()).sections)).toContain('{"text":"not negotiated","as":"open"}');
  });

  test("keeps a gap of a clause in sight", () => {
    const { reviewEvery: _, ...without } = company;
    const appendix = of({}, without);
    expect(appendix.clauses.find(({ title }) => title === "Review")).toMatchObject({ open: ["[to be agreed: how often it is reviewed]"] });
    expect(appendix.cautions).toContain("One point of the clauses is still to be agreed.");
  });

  test("puts the rows of a stage under it, and those of nowhere at the end", () => {
    const matrix = drawn({
      rows: [{ title: "Somewhere", cells: { "Lead (client)": "R A" } }, { title: "Build", stage: "build", cells: { "Lead (client)": "R A" } }, { title: "Lost", area: "gone", cells: { "Lead (client)": "A" } }],
      matrix: { stages: [{ id: "build", name: "Building" }] },
    });
    expect(of({}, matrix).groups.map(({ name, is, rows }) => [name, is, rows.map(({ title }) => title)])).toEqual([["Building", "stage", ["Build"]], ["Other activities", "area", ["Somewhere", "Lost"]]]);
  });
});

test("without names no person stands anywhere in it", () => {
  const said = JSON.stringify([paperOf(of({ personal: false, version: 2, signatures: [signature()] })), fieldsOf(of({ personal: false, version: 2, signatures: [signature()] }))]);
  for (const { name } of company.people ?? []) expect(said).not.toContain(name);
  expect(said).toContain("a named person of Brightwell IT");
  expect(said).not.toContain("203.0.113.7");
});

describe("the appendix of a version", () => {
  test("has lines for those who have still to sign, and a certificate of those who did", () => {
    const signatories = [{ name: "Rosalind Ashby", party: "Alder Foods" }, { name: "Laura Benetti", party: "Brightwell IT" }];
    const half = of({ version: 3, signatures: [signature()], signatories });
    expect([half.state, half.draft]).toEqual(["Version 3, not signed by every signatory", false]);
    expect(half.end.lines).toEqual([{ party: "Brightwell IT", name: "Laura Benetti" }]);
    expect(half.end.certificate).toEqual([{ name: "Rosalind Ashby", party: "Alder Foods", facts: [
      { word: "Intent", text: "I sign this matrix for Alder Foods" }, { word: "Identity shown by", text: "password and passkey" }, { word: "Time", text: "22 November 2026, 09:30 UTC" }, { word: "Fingerprint signed", text: digest }, { word: "Address", text: "203.0.113.7" },
    ] }]);
    expect(of({ version: 3, signatures: [signature(), signature({ name: "Laura Benetti", party: "Brightwell IT" })], signatories }).state).toBe("Version 3, signed by every signatory");
    expect(of({ version: 3, signatories }).state).toBe("Version 3, not signed");
  });

  test("never shows a signature on other content", () => {
    expect(() => of({ version: 3, signatures: [signature({ digest: "0".repeat(64) })] })).toThrow("on other content");
  });
});

test("signs that steer a reader or break a file are taken out, line ends are kept", () => {
  const matrix = drawn({ rows: [{ title: "Un\u202edo\u0000 it", cells: { "Lead (client)": "R A" } }], matrix: { title: "A\ud800B\tC", clauses: [{ id: "c", title: "C", text: "one\r\ntwo\u0007" }] } });
  const appendix = appendixOf(matrix, { digest, personal: true, at: "2026-11-22T09:30:00Z" });
  expect([appendix.title, appendix.groups[0]?.rows[0]?.title, appendix.clauses[0]?.text]).toEqual(["A\ufffdB C", "Undo it", "one\ntwo"]);
});
