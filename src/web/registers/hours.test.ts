import { expect, test } from "vitest";
import { dayOf, nextDay, readClock, sayHours, startOfDay } from "./hours.ts";

test("hours are said as people say them", () => {
  expect(sayHours([{ days: ["fri", "mon", "tue", "wed", "thu"], from: "09:00", until: "17:00" }, { days: ["sat"], from: "10:00", until: "14:00" }])).toBe("Mon–Fri 09:00–17:00; Sat 10:00–14:00");
  expect(sayHours([{ days: ["mon", "wed", "thu"], from: "00:00", until: "24:00" }])).toBe("Mon, Wed, Thu 00:00–24:00");
});

test.each([["9", "09:00"], ["9.30", "09:30"], ["930", "09:30"], ["1730", "17:30"], ["17:00", "17:00"], ["24:00", "24:00"]])("%s is a time of day", (written, read) => expect(readClock(written)).toBe(read));
test.each(["25", "9:75", "noon", "24:30", ""])("%j is none", (written) => expect(readClock(written)).toBeUndefined());

test.each([
  ["2026-11-21", "UTC", "2026-11-21T00:00Z"],
  ["2026-11-21", "Europe/London", "2026-11-21T00:00Z"],
  ["2026-07-01", "Europe/London", "2026-06-30T23:00Z"],
  // The nights in which the clocks change.
  ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00Z"],
  ["2026-03-30", "Europe/Berlin", "2026-03-29T22:00Z"],
  ["2026-10-25", "America/New_York", "2026-10-25T04:00Z"],
  ["2026-11-02", "America/New_York", "2026-11-02T05:00Z"],
  ["2026-11-21", "Asia/Kolkata", "2026-11-20T18:30Z"],
])("%s begins in %s at %s", (day, zone, instant) => {
  expect(startOfDay(day, zone)).toBe(instant);
  expect(dayOf(instant, zone)).toBe(day);
});

test("an absence until the end of a day ends on that day", () => {
  expect(dayOf(startOfDay(nextDay("2026-12-31"), "Europe/Berlin"), "Europe/Berlin", true)).toBe("2026-12-31");
});
