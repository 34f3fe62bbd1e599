import { DAY, HOUR, WEEK, weekdayOf, type Minute } from "../time/minute.ts";
import type { Zone } from "../time/zone.ts";
import type { Judgement } from "./demand.ts";
import type { Examined } from "./examine.ts";
import type { Obligation } from "./obligations.ts";

/** How many must be missing before something fails, in one hour; 0 fails as it is. */
export interface Hour {
  readonly missing: number;
  /** The obligation that fails first. */
  readonly obligation: Obligation | undefined;
  /** An instant of the hour at which it is so weak, UTC. */
  readonly at: Minute;
}

export interface Heat {
  /** 168 hours of the week from Monday 00:00, each the weakest of the horizon. */
  readonly week: readonly Hour[];
  /** Every real week: the wall day its Monday is, and its hours; `undefined` outside the horizon. */
  readonly weeks: readonly { readonly monday: Minute; readonly hours: readonly (Hour | undefined)[] }[];
}

/** The weakest moment of every hour, on the wall of a zone. */
export function heatOf(examined: readonly Examined[], from: Minute, until: Minute, zone: Zone): Heat {
  const first = mondayOf(zone.wall(from));
  const last = mondayOf(zone.wall(until - 1));
  const real: (Hour | undefined)[] = new Array(((last - first) / WEEK + 1) * 168).fill(undefined);
  for (const { obligation, swept, judgements, until: end } of examined) {
    swept.state.forEach((state, i) => {
      const { missing } = judgements[state] as Judgement;
      const begins = swept.from[i] as Minute;
      const ends = swept.from[i + 1] ?? end;
      // Hour by hour of UTC quarter pieces would be exact everywhere; zones change by whole quarters at most.
      for (let at = begins; at < ends; at = nextHour(zone, at)) {
        const hour = Math.floor((zone.wall(at) - first) / HOUR);
        const known = real[hour];
        if (known === undefined || missing < known.missing) real[hour] = { missing, obligation, at };
      }
    });
  }
  const weeks = Array.from({ length: real.length / 168 }, (_, i) => ({ monday: first + i * WEEK, hours: real.slice(i * 168, (i + 1) * 168) }));
  const week = Array.from({ length: 168 }, (_, hour) => weeks.map(({ hours }) => hours[hour]).reduce<Hour | undefined>((weakest, one) => (one !== undefined && (weakest === undefined || one.missing < weakest.missing) ? one : weakest), undefined) ?? { missing: 0, obligation: undefined, at: from });
  return { week, weeks };
}

const mondayOf = (wall: Minute): Minute => Math.floor(wall / DAY) * DAY - weekdayOf(wall) * DAY;

/** The next instant at which the wall begins a new hour. */
function nextHour(zone: Zone, at: Minute): Minute {
  const left = HOUR - (((zone.wall(at) % HOUR) + HOUR) % HOUR);
  // Where the clocks change in between, the hour is cut where they do.
  for (let step = 15; step < left; step += 15) if (zone.wall(at + step) !== zone.wall(at) + step) return at + step;
  return at + left;
}
