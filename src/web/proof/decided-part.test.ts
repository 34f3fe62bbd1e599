import { expect, test } from "vitest";
import demo from "#library/demo.json" with { type: "json" };
import type { MatrixDocument } from "#core/model/document.ts";
import { applyEdits } from "#core/model/edit.ts";
import { decidedParts } from "./decided-part.ts";

const company = demo as unknown as MatrixDocument;
const NONE: ReadonlyMap<string, string> = new Map();
const plain = company.activities.find(({ decision }) => decision === undefined)?.id ?? "";
const deciding = company.activities.find(({ decision }) => decision !== undefined)?.id ?? "";

test("only rows with a decision are kept", () => {
  const part = decidedParts()(company, NONE);
  expect(part.activities.length).toBeGreaterThan(0);
  expect(part.activities.every(({ decision }) => decision !== undefined)).toBe(true);
});

test("typing in a row that decides nothing starts no proof, anything else does", () => {
  const part = decidedParts();
  const before = part(company, NONE);
  const titled = applyEdits(company, [{ do: "set", at: { kind: "activity", id: plain }, field: "title", value: "Another title" }]);
  expect(part(titled, NONE)).toBe(before);
  const after = part(applyEdits(titled, [{ do: "set", at: { kind: "activity", id: deciding }, field: "title", value: "Another title" }]), NONE);
  expect(after).not.toBe(before);
  expect(part(applyEdits(titled, [{ do: "set", at: { kind: "role", id: "security-lead" }, field: "holders", value: [] }]), NONE)).not.toBe(after);
});

test("a number one's party keeps to itself is called where one may see it, and stays out where it is known anyway", () => {
  const sealed = applyEdits(company, [{ do: "set", at: { kind: "contact", id: "tom-mobile" }, field: "private", value: true }, { do: "set", at: { kind: "contact", id: "tom-mobile" }, field: "value", value: null }]);
  const part = decidedParts();
  const number = (document: MatrixDocument) => document.directory?.contacts?.find(({ id }) => id === "tom-mobile")?.value;
  expect(number(part(sealed, NONE))).toBeUndefined();
  expect(number(part(sealed, new Map([["tom-mobile", "+44 1"]])))).toBe("+44 1");
  expect(number(part(company, new Map([["tom-mobile", "+44 1"]])))).toBe("+44 20 7946 0102");
});
