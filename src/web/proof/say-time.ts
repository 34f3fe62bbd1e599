import type { MatrixDocument } from "#core/model/document.ts";
import { zonesOf } from "#core/prove/story.ts";
import { DAY, HOUR, type Minute } from "#core/time/minute.ts";
import { zoneOf } from "#core/time/zone.ts";
import { say } from "../words.ts";

/** Where the reader is. */
export const readerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** `New York` of `America/New_York`. */
export const townOf = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

const formats = new Map<string, Intl.DateTimeFormat>();
function format(zone: string, how: "day" | "year" | "time" | "offset"): Intl.DateTimeFormat {
  const key = `${how} ${zone}`;
  let made = formats.get(key);
  if (made === undefined) {
    const day = { weekday: "short", day: "numeric", month: "short" } as const;
    made = new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...{ day, year: { ...day, year: "numeric" } as const, time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const, offset: { timeZoneName: "longOffset" } as const }[how] });
    formats.set(key, made);
  }
  return made;
}

const yearOf = (at: Minute): number => new Date(at * 60_000).getUTCFullYear();

/** `Sun 22 Nov` on the wall of a zone; with the year where it is not this one. */
export const sayDate = (at: Minute, zone: string): string => format(zone, yearOf(at) === new Date().getUTCFullYear() ? "day" : "year").format(at * 60_000).replace(",", "");
export const sayTime = (at: Minute, zone: string): string => format(zone, "time").format(at * 60_000);
/** `Sun 22 Nov, 02:14`. */
export const sayWall = (at: Minute, zone: string): string => `${sayDate(at, zone)}, ${sayTime(at, zone)}`;
/** `UTC+1`: tells the two hours apart that a clock shows twice. */
export const sayOffset = (at: Minute, zone: string): string =>
  (format(zone, "offset").formatToParts(at * 60_000).find(({ type }) => type === "timeZoneName")?.value ?? "").replace("GMT", "UTC").replace(/([+-])0?(\d+):00$/, "$1$2").replace(/[+-]0$/, "");

/** The zones of the parties whose wall shows something else than the reader's at that instant. */
export function otherZones(document: Pick<MatrixDocument, "people" | "parties">, at: Minute, own = readerZone()): readonly string[] {
  const wall = zoneOf(own)?.wall(at);
  const seen = new Set([wall]);
  return zonesOf({ document: document as MatrixDocument }).filter((zone) => {
    const there = zoneOf(zone)?.wall(at);
    if (there === undefined || seen.has(there)) return false;
    seen.add(there);
    return true;
  });
}

/** `Sun 22 Nov, 02:14 London · 03:14 Stockholm`: the reader's wall, and beside it those of the parties where they differ. */
export function sayInstant(at: Minute, zones: readonly string[], own = readerZone()): string {
  // A day is said once for all that share it, one behind the other.
  const there = zones.map((zone, i) => `${sayDate(at, zone) === sayDate(at, zones[i - 1] ?? own) ? sayTime(at, zone) : sayWall(at, zone)} ${townOf(zone)}`);
  return [`${sayWall(at, own)}${there.length > 0 ? ` ${townOf(own)}` : ""}`, ...there].join(" · ");
}

/** `4 h`, `25 min`, `3 days`: how long something is ahead. */
export function sayLength(minutes: number): string {
  if (minutes < 100) return say("time.minutes", { n: minutes });
  if (minutes < 36 * HOUR) return say("time.hours", { n: Math.round(minutes / HOUR) });
  return say("time.days", { n: Math.round(minutes / DAY) });
}
