import fc from "fast-check";
import { expect, test } from "vitest";
import { LINE_HEIGHT, shownLines } from "./shown-lines.ts";

test("every line that shows is drawn, and of a long list only a screenful", () => {
  const pixels = fc.integer({ min: 0, max: 200_000 });
  fc.assert(
    fc.property(pixels, fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 0, max: 5_000 }), (top, height, count) => {
      const { first, end } = shownLines(top, height, count);
      expect(first).toBeLessThanOrEqual(Math.max(0, Math.floor(top / LINE_HEIGHT)));
      expect(end).toBeGreaterThanOrEqual(Math.min(count, Math.ceil((top + height) / LINE_HEIGHT)));
      expect(end).toBeLessThanOrEqual(count);
      expect(end - first).toBeLessThanOrEqual(Math.ceil(height / LINE_HEIGHT) + 50);
    }),
  );
});
