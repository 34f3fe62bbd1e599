import { expect, test } from "vitest";
import { minuteOf } from "#core/time/minute.ts";
import { otherZones, sayInstant, sayLength, sayOffset, townOf } from "./say-time.ts";
import { learn } from "../words.ts";

await learn();

const night = minuteOf("2027-11-22T07:14Z");
const company = {
  parties: [{ id: "client", name: "Client", kind: "client" as const }, { id: "provider", name: "Provider", kind: "provider" as const }],
  people: [
    { id: "ana", name: "Ana", party: "client", timeZone: "America/New_York" }, { id: "ben", name: "Ben", party: "client", timeZone: "America/New_York" },
    { id: "cleo", name: "Cleo", party: "client", timeZone: "Asia/Tokyo" }, { id: "ivo", name: "Ivo", party: "provider", timeZone: "Europe/Sofia" },
  ],
};

test("the reader's wall comes first, the others' beside it, and a day is said once", () => {
  expect(sayInstant(night, ["Europe/London", "Europe/Sofia"], "America/New_York")).toBe("Mon 22 Nov 2027, 02:14 New York · 07:14 London · 09:14 Sofia");
  expect(sayInstant(night, ["Pacific/Auckland", "Australia/Sydney"], "America/Los_Angeles")).toBe("Sun 21 Nov 2027, 23:14 Los Angeles · Mon 22 Nov 2027, 20:14 Auckland · 18:14 Sydney");
  expect(sayInstant(night, [], "Europe/Sofia")).toBe("Mon 22 Nov 2027, 09:14");
});

test("a party's wall stands beside the reader's where it shows something else at that instant", () => {
  expect(otherZones(company, night, "America/New_York")).toEqual(["Europe/Sofia"]);
  expect(otherZones(company, night, "Europe/Athens")).toEqual(["America/New_York"]);
  expect(otherZones(company, night, "Europe/London")).toEqual(["America/New_York", "Europe/Sofia"]);
});

test("the two hours a clock shows twice are told apart", () => {
  expect([sayOffset(minuteOf("2027-10-31T00:30Z"), "Europe/London"), sayOffset(minuteOf("2027-10-31T01:30Z"), "Europe/London")]).toEqual(["UTC+1", "UTC"]);
  expect(sayOffset(night, "Asia/Kolkata")).toBe("UTC+05:30");
  expect(townOf("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
});

test("how long something is ahead is said in the unit one thinks in", () => {
  expect([25, 99, 100, 240, 2_159, 2_160, 14_400].map(sayLength)).toEqual(["25 min", "99 min", "2 h", "4 h", "36 h", "2 days", "10 days"]);
});
