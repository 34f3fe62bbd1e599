import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { minuteOf, type Minute } from "../../src/core/time/minute.ts";
import { zoneOf, type Zone } from "../../src/core/time/zone.ts";
import { dice, worlds } from "./random-company.ts";
import { beginOn, endOn } from "./slow-who.ts";

const ZONES = Intl.supportedValuesOf("timeZone");
const FROM = minuteOf("2019-01-01T00:00Z");
const UNTIL = minuteOf("2032-01-01T00:00Z");

/** The changes of a zone's clocks in a stretch of time. */
function changes(zone: string, from: Minute, until: Minute): readonly Minute[] {
  const found: Minute[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(from * 60_000).toZonedDateTimeISO(zone);
  while ((at = at.getTimeZoneTransition("next")) !== null && at.epochMilliseconds / 60_000 < until) found.push(at.epochMilliseconds / 60_000);
  return found;
}

const offset = (zone: string, at: Minute): number => Temporal.Instant.fromEpochMilliseconds(at * 60_000).toZonedDateTimeISO(zone).offsetNanoseconds / 60_000_000_000;

/** Every instant that shows a time on a wall, as Temporal has it. */
function instants(zone: string, wall: number): readonly Minute[] {
  const plain = Temporal.PlainDateTime.from(new Date(wall * 60_000).toISOString().slice(0, 16));
  const both = (["earlier", "later"] as const).map((disambiguation) => plain.toZonedDateTime(zone, { disambiguation })).filter((one) => one.toPlainDateTime().equals(plain));
  return [...new Set(both.map((one) => one.epochMilliseconds / 60_000))];
}

test("every zone shows the wall Temporal shows: at each change of its clocks, a minute before, and at any time", () => {
  const roll = dice(Date.now() % 1_000_000);
  for (const name of ZONES) {
    const zone = zoneOf(name) as Zone;
    const sampled = [...changes(name, FROM, UNTIL).flatMap((at) => [at - 1, at]), ...Array.from({ length: worlds(6) }, () => FROM + roll(UNTIL - FROM))];
    for (const at of sampled) if (zone.wall(at) - at !== offset(name, at)) expect(`${name} at ${at}: ${zone.wall(at) - at}`).toBe(`${name} at ${at}: ${offset(name, at)}`);
  }
}, 120_000);

test("a time on a wall is shown by the instants Temporal names, begins at the first and ends at the last; in a gap at the first after it", () => {
  const roll = dice((Date.now() % 1_000_000) + 1);
  for (const name of ZONES) {
    const zone = zoneOf(name) as Zone;
    const list = changes(name, FROM, UNTIL);
    const near = Array.from({ length: Math.min(list.length, worlds(4)) }, () => list[roll(list.length)] as Minute);
    const walls = near.flatMap((at) => [offset(name, at - 1), offset(name, at)].flatMap((ahead) => [-1, 0, 1, roll(120) - 60].map((beside) => at + ahead + beside)));
    for (const wall of [...walls, FROM + roll(UNTIL - FROM)]) {
      const core = [zone.instants(wall), zone.begin(wall), zone.end(wall)];
      const theirs = [instants(name, wall), beginOn(name, wall), endOn(name, wall)];
      if (JSON.stringify(core) !== JSON.stringify(theirs)) expect({ name, wall, core }).toEqual({ name, wall, core: theirs });
    }
  }
}, 120_000);
