import * as z from "zod/mini";

/** Text a person wrote: bounded, so that one cell cannot fill the memory. Length in UTF-16 units. */
export const line = z.string().check(z.minLength(1, "this text must not be empty"), z.maxLength(1_000, "this text is longer than 1,000 characters"));
export const text = z.string().check(z.maxLength(20_000, "this text is longer than 20,000 characters"));

/** ISO 8601 duration (`PT15M`, `P1D`, `P3M`), the only form the document stores. */
export const duration = z
  .string()
  .check(
    z.regex(
      /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/,
      "a duration is written like PT15M, PT4H, P1D or P3M (ISO 8601)",
    ),
  );

/** Calendar day `YYYY-MM-DD`. */
export const day = z
  .string()
  .check(
    z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: "a day is written YYYY-MM-DD", abort: true }),
    z.refine(isDay, "this day is not in the calendar"),
  );

/** UTC instant, minute resolution or finer: `2026-11-21T14:00Z`. */
export const instant = z
  .string()
  .check(
    z.regex(
      /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z$/,
      { error: "an instant is written in UTC like 2026-11-21T14:00Z", abort: true },
    ),
    z.refine((value) => isDay(value.slice(0, 10)), "this day is not in the calendar"),
  );

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`: no 30 February. */
export function isDay(text: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (date === undefined) return false;
  const days = [31, Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return Number(date) >= 1 && Number(date) <= (days[Number(month) - 1] ?? 0);
}

/** Wall-clock time `HH:MM`, 24 hours. */
export const wallClock = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "a time of day is written HH:MM"));

/** IANA zone name; whether it exists is a finding, not a shape. */
export const timeZone = z
  .string()
  .check(z.regex(/^(UTC|[A-Z][A-Za-z]+(\/[A-Za-z0-9_+-]+){0,2})$/, "a time zone is an IANA name like Europe/Berlin"));

export const weekday = z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);

/**
 * Length of an ISO duration in minutes, a month counted as 30 days and a year as 365:
 * good enough to compare a cadence with a limit, never used for a deadline.
 */
export function roughMinutes(iso: string): number {
  // Letter by letter: rules compare two durations in most rows, and a regular expression is ten times slower.
  if (!iso.startsWith("P")) return Number.NaN;
  let minutes = 0;
  let count = -1;
  let clock = false;
  for (let i = 1; i < iso.length; i++) {
    const code = iso.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      count = (count < 0 ? 0 : count * 10) + code - 48;
      continue;
    }
    if (iso[i] === "T" && !clock && count < 0) {
      clock = true;
      continue;
    }
    const unit = (clock ? CLOCK_UNITS : DAY_UNITS)[iso[i] ?? ""];
    if (unit === undefined || count < 0) return Number.NaN;
    minutes += count * unit;
    count = -1;
  }
  return count < 0 ? minutes : Number.NaN;
}

const DAY_UNITS: Readonly<Record<string, number>> = { Y: 525_600, M: 43_200, W: 10_080, D: 1_440 };
const CLOCK_UNITS: Readonly<Record<string, number>> = { H: 60, M: 1, S: 1 / 60 };

/** `PT15M` as people say it: `15 min`, `4 h`, `1 day`, `3 months`. */
export function sayDuration(iso: string): string {
  const m = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso);
  if (!m) return iso;
  const units = ["year", "month", "week", "day", "h", "min", "s"];
  return (
    m
      .slice(1)
      .map((n, i) => {
        if (n === undefined) return "";
        const unit = units[i] ?? "";
        return `${n} ${unit}${i < 4 && n !== "1" ? "s" : ""}`;
      })
      .filter(Boolean)
      .join(" ") || iso
  );
}

/** How often: `every 3 months`, `every month`. */
export const sayEvery = (iso: string): string => `every ${sayDuration(iso).replace(/^1 (day|week|month|year)$/, "$1")}`;
