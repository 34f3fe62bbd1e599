import { describe, expect, test } from "vitest";
import { openOf } from "#core/time/calendar.ts";
import { dueAt } from "#core/time/due.ts";
import { after } from "#core/time/duration.ts";
import { unroll } from "#core/time/hours.ts";
import { instantOf, minuteOf } from "#core/time/minute.ts";
import { zoneOf, type Zone } from "#core/time/zone.ts";
import { intersect, type Spans } from "#core/time/spans.ts";

const zone = (name: string): Zone => zoneOf(name) as Zone;
/** What a wall shows, in its own minutes. */
const wall = (text: string): number => minuteOf(`${text}Z`);
const told = (instants: readonly number[]): readonly string[] => instants.map(instantOf);
const open = (calendar: Parameters<typeof openOf>[0], from: string, until: string): Spans => openOf(calendar, minuteOf(from), minuteOf(until)) as Spans;
const WEEKDAYS = { days: ["mon", "tue", "wed", "thu", "fri"] as ("mon" | "tue" | "wed" | "thu" | "fri")[] };
const OFFICE = { id: "office", name: "Office", timeZone: "Europe/Berlin", hours: [{ ...WEEKDAYS, from: "08:00", until: "18:00" }] };

describe("walls on which an hour is missing or comes twice", () => {
  test("spring-forward shift start: 02:30 is nowhere on 29 March in Berlin, and begins and ends at 01:00Z", () => {
    expect(told(zone("Europe/Berlin").instants(wall("2026-03-29T02:30")))).toEqual([]);
    expect(instantOf(zone("Europe/Berlin").begin(wall("2026-03-29T02:30")))).toBe("2026-03-29T01:00Z");
    expect(instantOf(zone("Europe/Berlin").end(wall("2026-03-29T02:30")))).toBe("2026-03-29T01:00Z");
    // The gap's own bounds: 02:00 is in it, 03:00 is not.
    expect(told(zone("Europe/Berlin").instants(wall("2026-03-29T02:00")))).toEqual([]);
    expect(told(zone("Europe/Berlin").instants(wall("2026-03-29T03:00")))).toEqual(["2026-03-29T01:00Z"]);
    expect(told(zone("Europe/Berlin").instants(wall("2026-03-29T01:59")))).toEqual(["2026-03-29T00:59Z"]);
  });

  test("fall-back hand-over: 02:30 is there twice on 25 October in Berlin, begins at the first and ends at the second", () => {
    expect(told(zone("Europe/Berlin").instants(wall("2026-10-25T02:30")))).toEqual(["2026-10-25T00:30Z", "2026-10-25T01:30Z"]);
    expect(instantOf(zone("Europe/Berlin").begin(wall("2026-10-25T02:30")))).toBe("2026-10-25T00:30Z");
    expect(instantOf(zone("Europe/Berlin").end(wall("2026-10-25T02:30")))).toBe("2026-10-25T01:30Z");
    expect(told(zone("Europe/Berlin").instants(wall("2026-10-25T03:00")))).toEqual(["2026-10-25T02:00Z"]);
  });

  test("a zone with 30-minute DST: Lord Howe skips and repeats half an hour", () => {
    expect(told(zone("Australia/Lord_Howe").instants(wall("2026-10-04T02:15")))).toEqual([]);
    expect(instantOf(zone("Australia/Lord_Howe").begin(wall("2026-10-04T02:15")))).toBe("2026-10-03T15:30Z");
    expect(told(zone("Australia/Lord_Howe").instants(wall("2026-10-04T02:30")))).toEqual(["2026-10-03T15:30Z"]);
    expect(told(zone("Australia/Lord_Howe").instants(wall("2026-04-05T01:45")))).toEqual(["2026-04-04T14:45Z", "2026-04-04T15:15Z"]);
    expect(told(zone("Australia/Lord_Howe").instants(wall("2026-04-05T02:00")))).toEqual(["2026-04-04T15:30Z"]);
  });

  test("the two weeks in which two zones' DST differ: New York is four hours behind London in March, and again at the end of October", () => {
    const behind = (at: string): number => (zone("Europe/London").wall(minuteOf(at)) - zone("America/New_York").wall(minuteOf(at))) / 60;
    expect(["2026-03-08T06:59Z", "2026-03-08T07:00Z", "2026-03-29T00:59Z", "2026-03-29T01:00Z", "2026-10-25T00:59Z", "2026-10-25T01:00Z", "2026-11-01T05:59Z", "2026-11-01T06:00Z"].map(behind)).toEqual([5, 4, 4, 5, 5, 4, 4, 5]);
  });

  test("a night across the change is an hour shorter in spring and an hour longer in autumn", () => {
    const night = [{ days: ["sat" as const], from: "22:00", until: "06:00" }];
    const nights = (from: string, until: string): readonly string[] => told(unroll(night, zone("Europe/Berlin"), minuteOf(from), minuteOf(until)));
    expect(nights("2026-03-28T12:00Z", "2026-03-29T12:00Z")).toEqual(["2026-03-28T21:00Z", "2026-03-29T04:00Z"]);
    expect(nights("2026-10-24T12:00Z", "2026-10-25T12:00Z")).toEqual(["2026-10-24T20:00Z", "2026-10-25T05:00Z"]);
  });

  test("a day skipped wholly: Samoa has no 30 December 2011, and hours of that day are empty", () => {
    expect(told(zone("Pacific/Apia").instants(wall("2011-12-30T12:00")))).toEqual([]);
    expect(instantOf(zone("Pacific/Apia").begin(wall("2011-12-30T12:00")))).toBe("2011-12-30T10:00Z");
    const friday = [{ days: ["fri" as const], from: "09:00", until: "17:00" }];
    expect(told(unroll(friday, zone("Pacific/Apia"), minuteOf("2011-12-28T00:00Z"), minuteOf("2012-01-03T00:00Z")))).toEqual([]);
  });

  test("no zone of that name is no zone", () => {
    expect(zoneOf("Mars/Olympus")).toBeUndefined();
  });
});

describe("hours and calendars", () => {
  test("hours that end where they begin, or before, run into the next day", () => {
    const whole = unroll([{ days: ["mon"], from: "08:00", until: "08:00" }], zone("UTC"), minuteOf("2026-10-18T00:00Z"), minuteOf("2026-10-22T00:00Z"));
    expect(told(whole)).toEqual(["2026-10-19T08:00Z", "2026-10-20T08:00Z"]);
    expect(told(unroll([{ days: ["mon"], from: "00:00", until: "24:00" }], zone("UTC"), minuteOf("2026-10-18T00:00Z"), minuteOf("2026-10-22T00:00Z")))).toEqual(["2026-10-19T00:00Z", "2026-10-20T00:00Z"]);
    // The one that began the evening before is seen from within.
    expect(told(unroll([{ days: ["mon"], from: "22:00", until: "06:00" }], zone("UTC"), minuteOf("2026-10-20T01:00Z"), minuteOf("2026-10-21T00:00Z")).slice(1, 2))).toEqual(["2026-10-20T06:00Z"]);
  });

  test("a holiday closes the calendar's whole day on its own wall, and no hour of another day", () => {
    const calendar = { id: "c", name: "c", timeZone: "Asia/Kolkata", hours: [{ ...WEEKDAYS, from: "22:00", until: "02:00" }], holidays: ["2026-10-20"] };
    // Kolkata is five and a half hours ahead: 20 October there is 18:30Z of the 19th to 18:30Z of the 20th.
    expect(told(intersect(open(calendar, "2026-10-19T12:00Z", "2026-10-21T12:00Z"), [minuteOf("2026-10-19T12:00Z"), minuteOf("2026-10-21T12:00Z")]))).toEqual(["2026-10-19T16:30Z", "2026-10-19T18:30Z", "2026-10-20T18:30Z", "2026-10-20T20:30Z"]);
  });

  test("calendar deleted: nothing is opened, and the problem has a name", () => {
    expect(openOf(undefined, 0, 10)).toBe("missing");
    expect(openOf({ id: "c", name: "c", timeZone: "UTC" }, 0, 10)).toBe("no-hours");
    expect(openOf({ id: "c", name: "c", hours: OFFICE.hours }, 0, 10)).toBe("no-zone");
    expect(openOf({ ...OFFICE, timeZone: "Mars/Olympus" }, 0, 10)).toBe("unknown-zone");
    expect(openOf({ id: "c", name: "c", always: true }, 0, 10)).toEqual([0, 10]);
  });
});

describe("when something is due", () => {
  const due = (start: string, limit: string, calendar: Parameters<typeof openOf>[0] = OFFICE): string | undefined => {
    const at = dueAt(minuteOf(start), limit, open(calendar, "2026-01-01T00:00Z", "2027-01-31T00:00Z"), zone(calendar?.timeZone ?? "UTC").wall);
    return at === undefined ? undefined : instantOf(at);
  };

  test("pending over a weekend: only open minutes count", () => {
    // Friday 16:00 in Berlin, four hours: two until 18:00, two more from 08:00 on Monday.
    expect(due("2026-10-16T14:00Z", "PT4H")).toBe("2026-10-19T08:00Z");
    // The last weekend of October: Monday is at +01:00.
    expect(due("2026-10-23T14:00Z", "PT4H")).toBe("2026-10-26T09:00Z");
    // Exactly what is left of Friday: due at the closing, not at the next opening.
    expect(due("2026-10-16T14:00Z", "PT2H")).toBe("2026-10-16T16:00Z");
    // Started while closed: the first open minute counts.
    expect(due("2026-10-17T10:00Z", "PT1M")).toBe("2026-10-19T06:01Z");
  });

  test("four business days: the last closing of the fourth open day after the day it starts", () => {
    // Tuesday 20 October; Wednesday, Thursday, Friday, Monday, which is at +01:00.
    expect(due("2026-10-20T10:00Z", "P4D")).toBe("2026-10-26T17:00Z");
    // On a Saturday the next day that counts is Monday.
    expect(due("2026-10-17T10:00Z", "P4D")).toBe("2026-10-22T16:00Z");
    expect(due("2026-10-20T10:00Z", "P4D", { ...OFFICE, holidays: ["2026-10-22"] })).toBe("2026-10-27T17:00Z");
  });

  test("four business days of a calendar that never closes over night are four days all the same", () => {
    const round = { ...OFFICE, hours: [{ ...WEEKDAYS, from: "00:00", until: "24:00" }] };
    // Monday; Tuesday to Friday, which ends at the midnight of the wall.
    expect(due("2026-10-12T10:00Z", "P4D", round)).toBe("2026-10-16T22:00Z");
    // Thursday; Friday, Monday at +01:00, Tuesday, Wednesday.
    expect(due("2026-10-22T10:00Z", "P4D", round)).toBe("2026-10-28T23:00Z");
    // The clocks go back within the days counted: each day ends at its own midnight.
    expect(due("2026-10-24T10:00Z", "P2D", { id: "c", name: "c", timeZone: "Europe/Berlin", hours: [{ days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], from: "00:00", until: "24:00" }] })).toBe("2026-10-26T23:00Z");
    expect(due("2026-03-28T10:00Z", "P1D", { id: "c", name: "c", timeZone: "Europe/Berlin", hours: [{ days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], from: "00:00", until: "24:00" }] })).toBe("2026-03-29T22:00Z");
  });

  test("hours over midnight belong to the day on which they begin, and two openings of a day are one day", () => {
    const night = { ...OFFICE, hours: [{ ...WEEKDAYS, from: "22:00", until: "02:00" }] };
    expect(due("2026-10-12T10:00Z", "P2D", night)).toBe("2026-10-15T00:00Z");
    const lunch = { ...OFFICE, hours: [{ ...WEEKDAYS, from: "08:00", until: "12:00" }, { ...WEEKDAYS, from: "13:00", until: "17:00" }] };
    expect(due("2026-10-12T07:00Z", "P2D", lunch)).toBe("2026-10-14T15:00Z");
    expect(due("2026-10-12T07:00Z", "P10D", lunch)).toBe("2026-10-26T16:00Z");
    // A limit of no days is over at the first open minute.
    expect([due("2026-10-12T07:00Z", "P0D", lunch), due("2026-10-17T10:00Z", "P0D", lunch)]).toEqual(["2026-10-12T07:00Z", "2026-10-19T06:00Z"]);
    // Days and hours together count open minutes.
    expect(due("2026-10-12T06:00Z", "P1DT1H", lunch)).toBe("2026-10-15T07:00Z");
  });

  test("a limit in days that the calendar's last hours do not reach has no due instant; one that ends with them has", () => {
    expect([due("2027-01-27T10:00Z", "P2D"), due("2027-01-27T10:00Z", "P3D")]).toEqual(["2027-01-29T17:00Z", undefined]);
  });

  test("a calendar with too few open hours ahead gives no due instant", () => {
    expect(due("2027-01-29T16:00Z", "PT40H")).toBeUndefined();
  });

  test("elapsed time never pauses: seventy-two hours across a weekend and a change of clocks are seventy-two hours", () => {
    expect(instantOf(dueAt(minuteOf("2026-10-23T14:00Z"), "PT72H") ?? 0)).toBe("2026-10-26T14:00Z");
  });

  test("29 February yearly review: 28 February in three years of four", () => {
    expect(instantOf(after(minuteOf("2028-02-29T09:00Z"), "P1Y"))).toBe("2029-02-28T09:00Z");
    expect(instantOf(after(minuteOf("2028-02-29T09:00Z"), "P4Y"))).toBe("2032-02-29T09:00Z");
    expect(instantOf(after(minuteOf("2026-01-31T09:00Z"), "P1M"))).toBe("2026-02-28T09:00Z");
    expect(instantOf(after(minuteOf("2027-12-31T09:00Z"), "P1Y2M"))).toBe("2029-02-28T09:00Z");
    // The month first, then the days: 31 January, 28 February, 1 March.
    expect(instantOf(after(minuteOf("2026-01-31T09:00Z"), "P1M1DT1H"))).toBe("2026-03-01T10:00Z");
  });
});
