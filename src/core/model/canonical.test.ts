import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RICH } from "../../../test/golden/rich-matrix.ts";
import { canonicalText, directoryDigest, matrixDigest } from "./canonical.ts";
import { readDocument } from "./read.ts";

const golden = (name: string) => readFileSync(`test/golden/${name}`, "utf8");

describe("the canonical form", () => {
  test("of a matrix that uses every section is frozen", () => {
    expect(`${canonicalText(RICH)}\n`).toBe(golden("rich-matrix.canonical.json"));
  });

  test("has frozen digests, one for what is signed and one for the directory", () => {
    expect(`${matrixDigest(RICH)}\n${directoryDigest(RICH)}\n`).toBe(golden("rich-matrix.digests.txt"));
  });

  test("is that of a valid document, which reading does not change", () => {
    const read = readDocument(JSON.parse(canonicalText(RICH)));
    expect(read.ok && canonicalText(read.document)).toBe(canonicalText(RICH));
  });

  test("does not depend on the order in which keys were written", () => {
    const shuffled = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(shuffled) : typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([k, v]) => [k, shuffled(v)])) : value;
    expect(canonicalText(shuffled(RICH))).toBe(canonicalText(RICH));
  });

  test("changes with every text that changes, and back", () => {
    fc.assert(
      fc.property(fc.string(), (note) => {
        const changed = { ...RICH, about: note };
        expect(matrixDigest(changed) === matrixDigest(RICH)).toBe(note === RICH.about);
      }),
    );
  });
});

describe("the digest of the matrix", () => {
  test("leaves the directory out: a new phone number is no new agreement", () => {
    const { directory: _, ...rest } = RICH;
    expect(matrixDigest(rest)).toBe(matrixDigest(RICH));
    expect(directoryDigest(rest)).not.toBe(directoryDigest(RICH));
  });

  test("changes with one letter", () => {
    const [first, ...others] = RICH.activities;
    if (!first) throw new Error("the golden matrix has rows");
    const changed = { ...RICH, activities: [{ ...first, assignments: first.assignments.slice(1) }, ...others] };
    expect(matrixDigest(changed)).not.toBe(matrixDigest(RICH));
  });
});
