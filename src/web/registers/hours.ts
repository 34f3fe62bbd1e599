import type { Hours } from "#core/model/party.ts";

export type Weekday = Hours["days"][number];
export const WEEK: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** A short name of a weekday in the language of the page. 2 January 2023 was a Monday. */
export const sayWeekday = (day: Weekday, style: "short" | "long" = "short"): string => new Intl.DateTimeFormat("en-GB", { weekday: style, timeZone: "UTC" }).format(new Date(Date.UTC(2023, 0, 2 + WEEK.indexOf(day))));

/** Runs of days as one says them: `Mon–Fri`, `Mon, Wed`. */
export function sayDays(days: readonly Weekday[]): string {
  const runs: Weekday[][] = [];
  for (const day of WEEK) {
    if (!days.includes(day)) continue;
    const run = runs.at(-1);
    if (run && WEEK.indexOf(run.at(-1) ?? "mon") === WEEK.indexOf(day) - 1) run.push(day);
    else runs.push([day]);
  }
  return runs.map((run) => (run.length > 2 ? `${sayWeekday(run[0] ?? "mon")}–${sayWeekday(run.at(-1) ?? "mon")}` : run.map((day) => sayWeekday(day)).join(", "))).join(", ");
}

/** `Mon–Fri 09:00–17:00; Sat 10:00–14:00`. */
export const sayHours = (hours: readonly Hours[]): string => hours.map(({ days, from, until }) => `${sayDays(days)} ${from}–${until}`).join("; ");

/** A time of day as people write it (`9`, `9.30`, `930`, `17:00`, `24:00`) as `HH:MM`. */
export function readClock(text: string): string | undefined {
  const [, hours = "", minutes = "00"] = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(text.trim()) ?? [];
  if (hours === "" || Number(minutes) > 59 || Number(hours) > 24 || (Number(hours) === 24 && minutes !== "00")) return undefined;
  return `${hours.padStart(2, "0")}:${minutes}`;
}

/** What the start of a day of the calendar is in UTC where a clock shows this zone: `2026-11-21T05:00Z`. */
export function startOfDay(day: string, zone: string): string {
  const wanted = Date.parse(`${day}T00:00Z`);
  // Twice: where the clocks change in between, the first guess looks at the wrong side of it.
  let at = wanted;
  for (let i = 0; i < 2; i++) at = wanted - (shown(at, zone) - at);
  return new Date(at).toISOString().replace(/:\d{2}\.\d{3}Z$/, "Z");
}

/** The day of the calendar on which an instant falls in a zone, or on which it ends if it is a midnight. */
export const dayOf = (instant: string, zone: string, ends = false): string => new Date(shown(Date.parse(instant) - (ends ? 1 : 0), zone)).toISOString().slice(0, 10);

export const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** What a clock in the zone shows at an instant, read as if it were UTC. In milliseconds. */
function shown(at: number, zone: string): number {
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" }).formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return Date.UTC(Number(parts["year"]), Number(parts["month"]) - 1, Number(parts["day"]), Number(parts["hour"]), Number(parts["minute"]), Number(parts["second"]));
}
