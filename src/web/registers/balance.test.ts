import { expect, test } from "vitest";
import type { Finding } from "#core/lint/finding.ts";
import { drawn } from "#core/lint/sketch.ts";
import { balance, partyOf, tallied } from "./balance.ts";

const document = drawn({
  rows: [
    { title: "Isolate a host", cells: { "SOC Analyst (provider)": "R", "Network Engineer (provider)": "R", "IT Manager (client)": "A" } },
    { title: "Order laptops", cells: { "IT Manager (client)": "R A" } },
    { title: "Keep logs", cells: { "SOC Analyst (provider)": "R" } },
  ],
  matrix: { scope: [{ id: "erp", name: "ERP", kind: "server", owner: "it-manager" }] },
});
const at = (place: Finding["at"], severity: Finding["severity"] = "error"): Finding => ({ rule: "r", severity, message: "m", title: "t", at: place });

test("two performers of one organisation in a row are one duty of it", () => {
  expect(balance(document).map(({ party, responsible, accountable }) => [party, responsible, accountable]).toSorted()).toEqual([["client", 1, 2], ["provider", 2, 0]]);
});

test("a finding belongs to whoever answers for the row, and to the performer where nobody does", () => {
  const party = partyOf(document);
  expect([party(at({ kind: "activity", id: "a1" })), party(at({ kind: "activity", id: "a3" }))]).toEqual(["client", "provider"]);
  expect(party(at({ kind: "activity", id: "a1", field: "assignments/soc-analyst" }))).toBe("provider");
  expect(party(at({ kind: "scope", id: "erp" }))).toBe("client");
  expect(party(at({ kind: "matrix" }))).toBeUndefined();
});

test("most findings come first, and the severities are kept apart", () => {
  const lines = tallied([at({ kind: "matrix" }), at({ kind: "role", id: "x" }), at({ kind: "role", id: "x" }, "note")], ({ at: { kind } }) => kind, (key) => key.toUpperCase());
  expect(lines).toEqual([{ key: "role", label: "ROLE", error: 1, warning: 0, note: 1 }, { key: "matrix", label: "MATRIX", error: 1, warning: 0, note: 0 }]);
});
