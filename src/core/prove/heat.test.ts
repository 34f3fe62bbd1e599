import { describe, expect, test } from "vitest";
import { DAY, HOUR, minuteOf, WEEK, weekdayOf, type Minute } from "../time/minute.ts";
import { sweep } from "../time/sweep.ts";
import { zoneOf, type Zone } from "../time/zone.ts";
import type { Judgement } from "./demand.ts";
import type { Examined } from "./examine.ts";
import { heatOf, type Hour } from "./heat.ts";

const zone = (name: string): Zone => zoneOf(name) as Zone;
/** Whoever is there when: the more spans hold, the more must be missing. */
function examined(asks: string, from: Minute, until: Minute, ...spans: readonly (readonly Minute[])[]): Examined {
  const swept = sweep(spans, from, until);
  const judgements = swept.states.map((there): Judgement => ({ missing: there.length, sets: [], fails: () => false }));
  return { obligation: { property: "P1", asks } as Examined["obligation"], swept, judgements, until, failing: [] };
}

/** The same, a minute at a time. */
function slowly(all: readonly Examined[], from: Minute, until: Minute, { wall }: Zone) {
  const hours = new Map<number, { missing: number; at: Minute; asks: string }>();
  for (const { obligation: { asks }, swept, judgements } of all)
    for (let at = from; at < until; at++) {
      const missing = (judgements[swept.state[swept.from.findLastIndex((begins) => begins <= at)] as number] as Judgement).missing;
      const hour = Math.floor(wall(at) / HOUR);
      const known = hours.get(hour);
      if (known === undefined || missing < known.missing) hours.set(hour, { missing, at, asks });
    }
  return hours;
}

const shown = ({ missing, at, obligation }: Hour) => ({ missing, at, asks: obligation?.asks ?? "" });

const HORIZONS = [
  // Both changes of the clocks, half an hour of them on Lord Howe; a zone half an hour off; one whose Monday begins on a Sunday of UTC.
  ["Europe/Berlin", "2026-10-24T00:30Z", "2026-10-27T00:00Z"], ["Europe/Berlin", "2026-03-28T12:00Z", "2026-03-30T12:15Z"],
  ["Australia/Lord_Howe", "2026-04-03T12:00Z", "2026-04-06T00:00Z"], ["Australia/Lord_Howe", "2026-10-03T00:00Z", "2026-10-05T00:00Z"],
  ["Asia/Kolkata", "2026-11-01T00:10Z", "2026-11-03T00:00Z"], ["Pacific/Auckland", "2026-11-01T10:59Z", "2026-11-09T11:00Z"], ["UTC", "1969-12-28T23:00Z", "1969-12-30T03:01Z"],
] as const;

describe("how many must be missing, hour by hour", () => {
  test.each(HORIZONS)("is what a look at every minute finds: %s from %s", (name, begins, ends) => {
    const [from, until] = [minuteOf(begins), minuteOf(ends)];
    const third = Math.floor((until - from) / 3);
    const all = [
      examined("one", from, until, [from, from + third], [from + 95, from + third + 7, from + 2 * third, until], [from + third - 20, until]),
      examined("two", from, until, [from, from + 61, from + 122, from + 2 * third + 30], [from + third, until], [from, until]),
    ];
    const { week, weeks } = heatOf(all, from, until, zone(name));
    const hours = slowly(all, from, until, zone(name));
    const told = weeks.flatMap(({ monday, hours: here }) => here.flatMap((hour, i) => (hour === undefined ? [] : [[monday / HOUR + i, shown(hour)] as const])));
    expect(told).toEqual([...hours].sort(([a], [b]) => a - b));
    for (const { monday, hours: here } of weeks) expect([weekdayOf(monday), monday % DAY === 0, here.length]).toEqual([0, true, 168]);
    // From the week of the first minute to that of the last.
    const monday = (at: Minute) => { const day = Math.floor(zone(name).wall(at) / DAY) * DAY; return day - weekdayOf(day) * DAY; };
    expect(weeks.map((one) => one.monday)).toEqual(Array.from({ length: (monday(until - 1) - monday(from)) / WEEK + 1 }, (_, i) => monday(from) + i * WEEK));
    // An hour of the week is the weakest of its kind, the first of them; one that never comes is no promise.
    week.forEach((hour, i) => {
      const same = weeks.flatMap(({ hours: here }) => here[i] ?? []);
      const weakest = same.find(({ missing }) => same.every((one) => one.missing >= missing));
      expect(hour).toEqual(weakest ?? { missing: 0, obligation: undefined, at: from });
    });
  });

  test("ends with the last week that has a minute in it", () => {
    const from = minuteOf("2026-11-02T00:00Z");
    const weeks = (until: Minute) => heatOf([examined("one", from, until, [from, until])], from, until, zone("UTC")).weeks;
    expect(weeks(from + WEEK).map(({ hours }) => hours.filter((hour) => hour !== undefined).length)).toEqual([168]);
    expect(weeks(from + WEEK + 1).map(({ hours }) => hours.filter((hour) => hour !== undefined).length)).toEqual([168, 1]);
  });
});
