import { DAY, type Minute } from "./minute.ts";

/** A wall-clock time as minutes since 1970-01-01T00:00 on that wall. */
export type Wall = number;

/** The offsets of an IANA zone, compiled once and then looked up. */
export interface Zone {
  readonly name: string;
  /** What the wall shows at an instant. */
  wall(at: Minute): Wall;
  /** The instants at which the wall shows a time: none in a gap, two where the hour is repeated, else one. */
  instants(wall: Wall): readonly Minute[];
  /** When something begins that is planned for a wall time: the first such instant; in a gap, the first after it. */
  begin(wall: Wall): Minute;
  /** When it ends: the last such instant; in a gap, the first after it. */
  end(wall: Wall): Minute;
}

interface Offsets {
  readonly from: readonly Minute[];
  readonly offset: readonly number[];
}

/** Length of the stretches that offsets are compiled in: nobody asks for all of history. */
const STRETCH = 512 * DAY;

/** No zone keeps a rule for less than this: Morocco's Ramadan is the shortest, a month. */
const PROBE = 6 * DAY;

const zones = new Map<string, Zone | undefined>();

/** The zone of that IANA name, or nothing where there is no such zone. */
export function zoneOf(name: string): Zone | undefined {
  if (!zones.has(name)) zones.set(name, compile(name));
  return zones.get(name);
}

function compile(name: string): Zone | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", { timeZone: name, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" });
  } catch {
    return undefined;
  }
  const stretches = new Map<number, Offsets>();

  const ask = (at: Minute): number => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at * 60_000)) part[type] = Number(value);
    return Date.UTC(part["year"] ?? 0, (part["month"] ?? 1) - 1, part["day"] ?? 1, part["hour"] ?? 0, part["minute"] ?? 0) / 60_000 - at;
  };

  const stretch = (index: number): Offsets => {
    const from = [index * STRETCH];
    const offset = [ask(index * STRETCH)];
    for (let at = index * STRETCH; at < (index + 1) * STRETCH; at += PROBE) {
      const until = Math.min(at + PROBE, (index + 1) * STRETCH);
      const after = ask(until);
      if (after === offset.at(-1)) continue;
      let [low, high] = [at, until];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (ask(middle) === offset.at(-1)) low = middle;
        else high = middle;
      }
      from.push(high);
      offset.push(after);
    }
    return { from, offset };
  };

  const offsetAt = (at: Minute): number => {
    const index = Math.floor(at / STRETCH);
    let known = stretches.get(index);
    if (known === undefined) stretches.set(index, (known = stretch(index)));
    let i = known.from.length - 1;
    while (i > 0 && (known.from[i] ?? 0) > at) i--;
    return known.offset[i] ?? 0;
  };

  const instants = (wall: Wall): readonly Minute[] => {
    // An offset is at most 14 hours and changes at most once in two days, so these two are all there can be.
    const offsets = [offsetAt(wall - DAY), offsetAt(wall + DAY)];
    const found = offsets.map((offset) => wall - offset).filter((at) => at + offsetAt(at) === wall);
    return [...new Set(found)].sort((a, b) => a - b);
  };

  /** The end of the gap a wall time lies in. */
  const afterGap = (wall: Wall): Minute => {
    let [low, high] = [wall - offsetAt(wall + DAY), wall - offsetAt(wall - DAY)];
    const before = offsetAt(low);
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    return high;
  };

  return {
    name,
    wall: (at) => at + offsetAt(at),
    instants,
    begin: (wall) => instants(wall)[0] ?? afterGap(wall),
    end: (wall) => instants(wall).at(-1) ?? afterGap(wall),
  };
}
