import fc from "fast-check";
import { expect, test } from "vitest";
import { sayHours, WEEK } from "../registers/hours.ts";
import { readHours } from "./read-hours.ts";

test("hours are read as people write them", () => {
  expect(readHours("Mon-Fri 9-17; sat 10:00–14:00")).toEqual([{ days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", until: "17:00" }, { days: ["sat"], from: "10:00", until: "14:00" }]);
  expect(readHours("Mon, Wed 20–06")).toEqual([{ days: ["mon", "wed"], from: "20:00", until: "06:00" }]);
  for (const wrong of ["always", "Mon 9", "Fri-Mon 9-17", "Mon 9-25"]) expect(readHours(wrong)).toBeUndefined();
});

test("what is shown is read back as it was", () => {
  const clock = fc.integer({ min: 0, max: 1_439 }).map((n) => `${String(Math.floor(n / 60)).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}`);
  fc.assert(fc.property(fc.array(fc.record({ days: fc.subarray([...WEEK], { minLength: 1 }), from: clock, until: clock }), { minLength: 1, maxLength: 3 }), (hours) => {
    expect(readHours(sayHours(hours))).toEqual(hours);
  }));
});
