import { expect, test } from "vitest";
import { ALL, readNarrowed, writeNarrowed, type Narrowed } from "./sieve.ts";

test.each<Narrowed>([ALL, { severities: ["error", "note"], search: "log & keep", area: "Identität", party: "acme", rule: "no-accountable" }])("what is narrowed to comes back from the address: %o", (narrowed) => {
  expect(readNarrowed(writeNarrowed(narrowed))).toEqual(narrowed);
});

test("nothing narrowed leaves the address as it is", () => {
  expect(writeNarrowed(ALL)).toBe("");
});

test("what an address says and nobody knows narrows nothing", () => {
  expect(readNarrowed("#severity=terrible&at=matrix")).toEqual(ALL);
});
