import { weekdayOf, type Minute } from "#core/time/minute.ts";
import { zoneOf, type Zone } from "#core/time/zone.ts";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (n: number): string => String(n).padStart(2, "0");

/** The zone of that name, and UTC where this machine knows none of it. */
export const zoneNamed = (name: string | undefined): Zone => (name === undefined ? undefined : zoneOf(name)) ?? (zoneOf("UTC") as Zone);

/** `Mon 23 Nov 2026` on a wall. Spelt here and not by the machine, so that paper and page say the same. */
export function sayDay(at: Minute, zone: Zone): string {
  const wall = zone.wall(at);
  const date = new Date(wall * 60_000);
  return `${DAYS[weekdayOf(wall)]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `09:00` on a wall. */
export function sayClock(at: Minute, zone: Zone): string {
  const date = new Date(zone.wall(at) * 60_000);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

/** `Mon`, of a time on a wall. */
export const sayWeekday = (wall: number): string => DAYS[weekdayOf(wall)] ?? "";

/** `Mon 09:00`, within a week that is known. */
export const sayTurn = (at: Minute, zone: Zone): string => `${sayWeekday(zone.wall(at))} ${sayClock(at, zone)}`;

export const sayMoment = (at: Minute, zone: Zone): string => `${sayDay(at, zone)}, ${sayClock(at, zone)}`;

/** `Mon 23 Nov, 09:00`, where the year is known. */
export const sayBriefly = (at: Minute, zone: Zone): string => `${sayDay(at, zone).replace(/ \d+$/, "")}, ${sayClock(at, zone)}`;
