import type { Hours } from "../model/party.ts";
import { DAY, weekdayOf, type Minute } from "./minute.ts";
import { spansOf, type Spans } from "./spans.ts";
import type { Zone } from "./zone.ts";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** `09:30` in minutes; `24:00` is the end of the day. */
const clockOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/**
 * When weekly hours are open between two instants (spans may begin before and end after them). Hours that end at or
 * before their beginning run into the next day; a beginning in a repeated hour is the first one, an end the last.
 */
export function unroll(hours: readonly Hours[], zone: Zone, from: Minute, until: Minute): Spans {
  const open: [Minute, Minute][] = [];
  const first = Math.floor(zone.wall(from) / DAY) - 1;
  const last = Math.floor(zone.wall(until) / DAY);
  const byDay = WEEKDAYS.map((day) => hours.filter(({ days }) => days.includes(day)).map((one) => [clockOf(one.from), clockOf(one.until)] as const));
  for (let day = first; day <= last; day++) {
    for (const [begins, ends] of byDay[weekdayOf(day * DAY)] ?? []) {
      const wall = day * DAY;
      open.push([zone.begin(wall + begins), zone.end(wall + ends + (ends <= begins ? DAY : 0))]);
    }
  }
  return spansOf(open);
}
