import { expect, test } from "vitest";
import { instantOf } from "#core/time/minute.ts";
import { zoneOf, type Zone } from "#core/time/zone.ts";
import { asField, wallGiven } from "./wall-given.ts";

const newYork = zoneOf("America/New_York") as Zone;
const lordHowe = zoneOf("Australia/Lord_Howe") as Zone;
const candidates = (text: string, zone: Zone) => {
  const given = wallGiven(text, zone);
  return given.is === "none" || given.is === "two" ? [given.is, ...given.candidates.map((at) => `${instantOf(at)} ${asField(at, zone).slice(11)}`)] : given;
};

test("a usual time is one instant, and goes back into the field it came from", () => {
  const given = wallGiven("2026-11-22T02:14", newYork);
  expect(given).toEqual({ is: "one", at: Date.parse("2026-11-22T07:14Z") / 60_000 });
  expect(given.is === "one" && asField(given.at, newYork)).toBe("2026-11-22T02:14");
});

test("a time the clocks skip is refused, with the same reading before and after the change", () => {
  expect(candidates("2027-03-14T02:30", newYork)).toEqual(["none", "2027-03-14T06:30Z 01:30", "2027-03-14T07:30Z 03:30"]);
  expect(candidates("2026-10-04T02:15", lordHowe)).toEqual(["none", "2026-10-03T15:15Z 01:45", "2026-10-03T15:45Z 02:45"]);
});

test("a time the clocks show twice is refused, with both of them", () => {
  expect(candidates("2026-11-01T01:30", newYork)).toEqual(["two", "2026-11-01T05:30Z 01:30", "2026-11-01T06:30Z 01:30"]);
});

test("an empty field is no time", () => expect(wallGiven("", newYork)).toEqual({ is: "unreadable" }));
