import { expect, test } from "vitest";
import { monthsOn } from "./calendar-day.ts";

test("some months on is the same day, or the last one of a shorter month", () => {
  expect(monthsOn("2026-01-15", 3)).toBe("2026-04-15");
  expect(monthsOn("2026-11-30", 3)).toBe("2027-02-28");
});
