import { expect, test } from "vitest";
import { catalogue } from "#rules/catalogue.ts";
import { saySource } from "./source.ts";

test.each([
  ["T15 red flags: nobody owns tuning", "allocations in co-managed companies (red flags: nobody owns tuning)"],
  ["product B2, B3", "Remit's model of a matrix"],
  ["product C1; product C2", "Remit's model of a matrix"],
  ["T14, T15: attestations", "co-managed regulated companies, allocations in co-managed companies (attestations)"],
  ["PCI DSS 12.8.5", "PCI DSS 12.8.5"],
])("%s is said in words", (source, said) => {
  expect(saySource(source)).toBe(said);
});

test("no rule speaks to readers in references of its own", () => {
  for (const { source } of catalogue) expect(saySource(source)).not.toMatch(/\bT\d+\b|\bproduct [A-I]\d|^semantics/);
});
