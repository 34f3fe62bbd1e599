import fc from "fast-check";
import { expect, test } from "vitest";
import { commonLines } from "./lines.ts";

/** The length of the longest common run of lines, by the book. */
function longest(a: readonly string[], b: readonly string[]): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++) for (let j = 1; j <= b.length; j++) (table[i] as number[])[j] = a[i - 1] === b[j - 1] ? (table[i - 1]?.[j - 1] ?? 0) + 1 : Math.max(table[i - 1]?.[j] ?? 0, table[i]?.[j - 1] ?? 0);
  return table[a.length]?.[b.length] ?? 0;
}

test("the lines two texts have in common are as many as there can be, in the order of both", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 24 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const pairs = commonLines(a, b) ?? [];
      expect(pairs.length).toBe(longest(a, b));
      pairs.forEach(([i, j], n) => {
        expect(a[i]).toBe(b[j]);
        if (n > 0) expect(i > (pairs[n - 1]?.[0] ?? -1) && j > (pairs[n - 1]?.[1] ?? -1)).toBe(true);
      });
    }),
    { seed: 7, numRuns: 2_000 },
  );
});

test("texts that have too little in common are not compared to the end", () => {
  expect(commonLines(Array.from({ length: 2_000 }, (_, n) => `a${n}`), Array.from({ length: 2_000 }, (_, n) => `b${n}`))).toBeUndefined();
});
