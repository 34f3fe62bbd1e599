import { expect, test } from "vitest";
import { roughMinutes, sayDuration } from "./measure.ts";

test.each([["PT15M", 15, "15 min"], ["PT4H", 240, "4 h"], ["P1D", 1440, "1 day"], ["P3M", 129600, "3 months"], ["P1DT2H", 1560, "1 day 2 h"]])("%s is %d minutes and said `%s`", (iso, minutes, said) => {
  expect(roughMinutes(iso)).toBe(minutes);
  expect(sayDuration(iso)).toBe(said);
});
