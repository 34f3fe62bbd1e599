import fc from "fast-check";
import { expect, test } from "vitest";
import { shownLines } from "./shown-lines.ts";

test("every line that shows is drawn, and of a long list only a screenful", () => {
  const pixels = fc.integer({ min: 0, max: 200_000 });
  fc.assert(
    fc.property(pixels, fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 0, max: 5_000 }), fc.constantFrom(34, 46), (top, height, count, lineHeight) => {
      const { first, end } = shownLines(top, height, count, lineHeight);
      expect(first).toBeLessThanOrEqual(Math.max(0, Math.floor(top / lineHeight)));
      expect(end).toBeGreaterThanOrEqual(Math.min(count, Math.ceil((top + height) / lineHeight)));
      expect(end).toBeLessThanOrEqual(count);
      expect(end - first).toBeLessThanOrEqual(Math.ceil(height / lineHeight) + 50);
    }),
  );
});
