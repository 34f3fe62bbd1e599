import fc from "fast-check";
import { expect, test } from "vitest";
import { readAddress, SECTIONS, writeAddress, type Address } from "./address.ts";

test("the usual state needs no address", () => {
  expect(writeAddress(readAddress(""))).toBe("");
});

test("an address with unknown words still opens the page", () => {
  expect(readAddress("#at=nowhere&view=cube&severity=error,doom&colour=red")).toMatchObject({ section: "findings", view: "lanes", severities: ["error"] });
});

test("whatever state is sent as a link arrives as it was", () => {
  const words = fc.string({ minLength: 1, maxLength: 12 });
  const address: fc.Arbitrary<Address> = fc
    .record(
      {
        section: fc.constantFrom(...SECTIONS),
        view: fc.constantFrom("lanes", "raci"),
        severities: fc.subarray(["error", "warning", "note"] as const),
        search: fc.string({ maxLength: 12 }),
        finding: words,
        area: words,
        rule: words,
      },
      { requiredKeys: ["section", "view", "severities", "search"] },
    )
    .map((record) => record as Address);
  fc.assert(
    fc.property(address, (state) => {
      expect(readAddress(writeAddress(state))).toEqual(state);
    }),
  );
});
