import type { Hours } from "#core/model/party.ts";
import { unroll } from "#core/time/hours.ts";
import { DAY, WEEK, weekdayOf, type Minute } from "#core/time/minute.ts";
import { intersect, lengthOf } from "#core/time/spans.ts";
import { zoneOf, type Zone } from "#core/time/zone.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
/** More different hours than this are no plan of a week. */
const MOST_HOURS = 14;

/** The hours of a week in which anybody is ever on duty; nothing where a shift is longer than a day, or somebody always is. */
export function weekOf(shifts: readonly { readonly from: Minute; readonly until: Minute }[], zone: Zone): readonly Hours[] | undefined {
  const found = new Map<string, Hours & { readonly seen: Set<number> }>();
  for (const shift of shifts) {
    const [from, until] = [zone.wall(shift.from), zone.wall(shift.until)];
    if (until - from > DAY || until <= from) return undefined;
    const hours = { days: [], from: clock(from), until: until % DAY === 0 ? "24:00" : clock(until), seen: new Set<number>() };
    const key = `${hours.from} ${hours.until}`;
    const known = found.get(key) ?? hours;
    known.seen.add(weekdayOf(from));
    found.set(key, known);
    if (found.size > MOST_HOURS) return undefined;
  }
  const week = [...found.values()].map(({ seen, from, until }): Hours => ({ days: DAYS.filter((_, n) => seen.has(n)), from, until })).sort((a, b) => (a.from < b.from ? -1 : 1));
  const utc = zoneOf("UTC");
  return utc && lengthOf(intersect(unroll(week, utc, 0, WEEK), [0, WEEK])) < WEEK ? week : undefined;
}

const clock = (wall: number): string => {
  const minutes = ((wall % DAY) + DAY) % DAY;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
};
