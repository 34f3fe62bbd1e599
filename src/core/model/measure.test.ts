import { expect, test } from "vitest";
import { isDay, roughMinutes, sayDuration } from "./measure.ts";

test.each([["PT15M", 15, "15 min"], ["PT4H", 240, "4 h"], ["P1D", 1440, "1 day"], ["P3M", 129600, "3 months"], ["P1DT2H", 1560, "1 day 2 h"]])("%s is %d minutes and said `%s`", (iso, minutes, said) => {
  expect(roughMinutes(iso)).toBe(minutes);
  expect(sayDuration(iso)).toBe(said);
});

test.each([["2026-02-28", true], ["2026-02-29", false], ["2028-02-29", true], ["1900-02-29", false], ["2000-02-29", true], ["2026-04-31", false], ["2026-12-31", true], ["2026-13-01", false], ["2026-00-10", false], ["2026-1-1", false], ["", false]])("%s is a day of the calendar: %s", (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
