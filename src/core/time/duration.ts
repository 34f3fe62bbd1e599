import { DAY, FOREVER, HOUR, WEEK, type Minute } from "./minute.ts";

const SHAPE = /^P(?=\d|T)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

interface Parts {
  readonly months: number;
  readonly minutes: number;
}

const known = new Map<string, Parts>();

function partsOf(iso: string): Parts {
  const found = known.get(iso);
  if (found !== undefined) return found;
  const match = SHAPE.exec(iso);
  if (match === null) throw new RangeError(`a duration is written like PT15M, PT4H, P1D or P3M, not \`${iso.slice(0, 60)}\``);
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((n) => Number(n ?? 0));
  // A limit that is not whole minutes must not be met a little late: what is over a minute is cut off.
  const parts = { months: years * 12 + months, minutes: weeks * WEEK + days * DAY + hours * HOUR + minutes + Math.floor(seconds / 60) };
  known.set(iso, parts);
  return parts;
}

/**
 * The instant a duration after another: months by the calendar (UTC; 31 January and a month is the last of February,
 * 29 February and a year is 28 February), everything else in elapsed minutes, a day being 24 hours.
 * Never later than `FOREVER`.
 * @throws RangeError where the text is no ISO 8601 duration.
 */
export function after(at: Minute, iso: string): Minute {
  const { months, minutes } = partsOf(iso);
  if (months === 0) return Math.min(at + minutes, FOREVER);
  if (months > 24_000) return FOREVER;
  const start = new Date(at * 60_000);
  const day = start.getUTCDate();
  start.setUTCDate(1);
  start.setUTCMonth(start.getUTCMonth() + months);
  const last = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate();
  start.setUTCDate(Math.min(day, last));
  return Math.min(Math.floor(start.getTime() / 60_000) + minutes, FOREVER);
}

/** Its length in minutes, a month counted as 30 days: for limits and offsets, which are minutes and hours in practice. */
export function lengthOf(iso: string): number {
  const { months, minutes } = partsOf(iso);
  return Math.min(months * 30 * DAY + minutes, FOREVER);
}

/** Its whole months and the rest in minutes: for turns, which follow the wall calendar. */
export const turnOf = (iso: string): Parts => partsOf(iso);

export const takesTime = (iso: string): boolean => lengthOf(iso) > 0;
