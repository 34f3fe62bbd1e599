import { describe, expect, test } from "vitest";
import { lint } from "../lint/linter.ts";
import { drawn } from "../lint/sketch.ts";
import type { Clause } from "../model/clause.ts";
import { MatrixDocument } from "../model/document.ts";
import { catalogue } from "#rules/catalogue.ts";
import { CLAUSES } from "#library/clauses.ts";
import demo from "#library/demo.json" with { type: "json" };
import { inOrder } from "./controls.ts";
import { filled, filledClauses, isPlaceholder, valuesOf, wordsIn } from "./filled.ts";

const clause = (text: string): Clause => ({ id: "one", title: "One", text });
const matrix = (clauses: Clause[], parts: Partial<MatrixDocument> = {}) =>
  drawn({
    rows: [
      { title: "Hold the backup encryption keys", cells: { "Security Lead (client)": "R A" } },
      { title: "Test a restore", cells: { "Backup Engineer (provider)": "R", "Security Lead (client)": "A" }, evidence: [{ artifact: "restore report", signed: true }], controls: ["pci-dss-4.0.1:12.10", "pci-dss-4.0.1:7.2"] },
    ],
    matrix: { ...parts, clauses },
  });
const textOf = (text: string, parts?: Partial<MatrixDocument>): string => filledClauses(matrix([clause(text)], parts))[0]?.text ?? "";

describe("a clause", () => {
  test("is filled from the rows: who holds the keys, who signs, which controls", () => {
    expect(textOf("{key-holder} holds, { restore-report-signer } signs, for {controls}.")).toBe("Security Lead (Client) holds, Backup Engineer (Provider) signs, for PCI DSS 4.0.1 7.2, 12.10.");
  });

  test("is filled from what stands around the rows", () => {
    expect(textOf("{client} and {provider}, every {review-every}, from {valid-from}", { reviewEvery: "P3M", validFrom: "2026-01-01" })).toBe("Client and Provider, every 3 months, from 2026-01-01");
    const clocks: MatrixDocument["clocks"] = [{ id: "tell", name: "Tell", kind: "contract", anchor: "Confirmation", limit: "PT4H", submitter: "backup-engineer" }, { id: "own", name: "Own", kind: "contract", anchor: "suspicion", limit: "PT1H", submitter: "security-lead" }];
    expect(textOf("within {breach-notice}", { clocks })).toBe("within 4 h from confirmation");
  });

  test("keeps its gap in sight where the matrix says nothing", () => {
    expect(textOf("every {review-every}")).toBe("every [to be agreed: how often it is reviewed]");
  });

  test("keeps a word nothing knows as it was written, and says so", () => {
    expect(filled(clause("{keyholder} {constructor}"), valuesOf(matrix([]))).pieces.map(({ is, text }) => [is, text])).toEqual([["unknown", "{keyholder}"], ["words", " "], ["unknown", "{constructor}"]]);
  });

  test("never reads what was filled in as a placeholder again", () => {
    const tricky = matrix([clause("{client}")]);
    expect(filledClauses({ ...tricky, parties: tricky.parties.map((party) => ({ ...party, name: party.kind === "client" ? "{provider}" : party.name })) })[0]?.text).toBe("{provider}");
  });
});

describe("what the linter says of clauses", () => {
  const found = (text: string) => lint(matrix([clause(text)]), catalogue, "2026-11-22").filter(({ rule }) => rule.startsWith("clause-")).map(({ message, at }) => [message, at.kind, at.id]);
  test("names the clause and the word", () => {
    expect(found("{keyholder} holds, reviewed every {review-every}, {key-holder}")).toEqual([
      ["`{review-every}` in the clause `One` stays open: the matrix does not say how often it is reviewed", "clause", "one"],
      ["`{keyholder}` in the clause `One` is no word that a matrix can fill", "clause", "one"],
    ]);
  });
});

test("the clauses to start from use known words only, and the example company fills every one of them", () => {
  for (const { text, title } of CLAUSES) expect(wordsIn(text).filter((word) => !isPlaceholder(word)), title).toEqual([]);
  expect(filledClauses(MatrixDocument.parse(demo)).flatMap(({ pieces }) => pieces.filter(({ is }) => is === "gap" || is === "unknown"))).toEqual([]);
});

test("controls stand by framework, their ids in order", () => {
  expect(inOrder(["nist-csf-2.0:PR.AA-10", "own:7", "nist-csf-2.0:PR.AA-05", "nist-csf-2.0:PR.AA-05"])).toBe("NIST CSF 2.0 PR.AA-05, PR.AA-10; own 7");
});
