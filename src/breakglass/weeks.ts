import type { RoleId } from "#core/model/id.ts";
import type { World } from "#core/who/world.ts";
import { WEEK, weekdayOf, DAY, type Minute } from "#core/time/minute.ts";
import type { Zone } from "#core/time/zone.ts";
import { takersOf, type Turn } from "./takers.ts";

/** A week from Monday to Monday on a wall, cut at both ends of the time asked about. */
export interface DutyWeek {
  readonly from: Minute;
  readonly until: Minute;
  readonly turns: readonly Turn[];
}

/** Who takes the calls of a role, week by week. */
export function dutyWeeks(world: World, role: RoleId, zone: Zone, from: Minute, until: Minute): readonly DutyWeek[] {
  const duty = world.duty(role);
  const weeks: DutyWeek[] = [];
  const wall = zone.wall(from);
  let monday = wall - (wall % DAY) - weekdayOf(wall) * DAY;
  for (let begins = from; begins < until; monday += WEEK) {
    const ends = Math.min(until, zone.begin(monday + WEEK));
    if (ends <= begins) continue;
    const turns = duty.flatMap((stint) => {
      const found: Turn[] = [];
      for (let i = 0; i + 1 < stint.spans.length; i += 2) {
        const [starts, stops] = [Math.max(begins, stint.spans[i] as Minute), Math.min(ends, stint.spans[i + 1] as Minute)];
        if (starts < stops) found.push(...takersOf(world, stint, starts, stops));
      }
      return found;
    });
    weeks.push({ from: begins, until: ends, turns: turns.sort((a, b) => a.from - b.from) });
    begins = ends;
  }
  return weeks;
}
