import { lengthOf, after } from "./duration.ts";
import { DAY, type Minute } from "./minute.ts";
import { boundaryAfter, type Spans } from "./spans.ts";

/** Whole days of a limit, where it is nothing but days: `P4D` on a calendar means four of its open days. */
function wholeDays(limit: string): number | undefined {
  const match = /^P(\d+)D$/.exec(limit);
  return match === null ? undefined : Number(match[1]);
}

/**
 * The first instant at which a limit is reached. Without open hours the time is elapsed; with them only open minutes
 * count. A limit in days on a calendar ends with the last closing of the n-th open day after the day of its start.
 * Nothing where the open hours end before the limit does.
 * @param open when the calendar is open; must reach far enough
 * @param wall minutes the calendar's wall is ahead of UTC at an instant
 */
export function dueAt(start: Minute, limit: string, open?: Spans, wall: (at: Minute) => number = (at) => at): Minute | undefined {
  if (open === undefined) return after(start, limit);
  const days = wholeDays(limit);
  return days === undefined || days === 0 ? afterOpen(start, lengthOf(limit), open) : endOfOpenDay(start, days, open, wall);
}

function afterOpen(start: Minute, minutes: number, open: Spans): Minute | undefined {
  let left = minutes;
  let i = boundaryAfter(open, start);
  let at = start;
  if ((i & 1) === 0) at = open[i++] ?? Infinity;
  for (; i < open.length; i += 2) {
    const closes = open[i] as Minute;
    if (at + left <= closes) return at + left;
    left -= closes - at;
    at = open[i + 1] ?? Infinity;
  }
  return undefined;
}

function endOfOpenDay(start: Minute, days: number, open: Spans, wall: (at: Minute) => number): Minute | undefined {
  const dayAt = (at: Minute) => Math.floor(wall(at) / DAY);
  let last = dayAt(start);
  let counted = 0;
  let due: Minute | undefined;
  for (let i = 0; i < open.length; i += 2) {
    const closes = open[i + 1] as Minute;
    // Hours over midnight belong to the day on which they begin; what is open longer than a day is open on several.
    const several = closes - (open[i] as Minute) > DAY;
    for (let at = open[i] as Minute; at < closes; at = several ? midnightAfter(at, wall) : closes) {
      const day = dayAt(at);
      if (day < last || (day === last && counted === 0)) continue;
      if (day > last) {
        if (counted === days) return due;
        counted++;
        last = day;
      }
      due = several ? Math.min(closes, midnightAfter(at, wall)) : closes;
    }
  }
  return counted === days ? due : undefined;
}

/** The instant at which the wall begins its next day. */
function midnightAfter(at: Minute, wall: (at: Minute) => number): Minute {
  const midnight = (Math.floor(wall(at) / DAY) + 1) * DAY;
  const guess = at + midnight - wall(at);
  // Where the clocks change in between, the wall shows something else by then.
  return Math.max(at + 1, guess + midnight - wall(guess));
}
