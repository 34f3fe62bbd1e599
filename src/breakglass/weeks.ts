import type { PersonId, RoleId } from "#core/model/id.ts";
import type { World } from "#core/who/world.ts";
import { WEEK, weekdayOf, DAY, type Minute } from "#core/time/minute.ts";
import type { Zone } from "#core/time/zone.ts";

/** Somebody's stretch of duty within one week. */
export interface Turn {
  readonly person: PersonId;
  readonly from: Minute;
  readonly until: Minute;
}
/** A week from Monday to Monday on a wall, cut at both ends of the time asked about. */
export interface DutyWeek {
  readonly from: Minute;
  readonly until: Minute;
  readonly turns: readonly Turn[];
}

/** Who is on duty for a role, week by week. */
export function dutyWeeks(world: World, role: RoleId, zone: Zone, from: Minute, until: Minute): readonly DutyWeek[] {
  const duty = world.duty(role);
  const weeks: DutyWeek[] = [];
  const wall = zone.wall(from);
  let monday = wall - (wall % DAY) - weekdayOf(wall) * DAY;
  for (let begins = from; begins < until; monday += WEEK) {
    const ends = Math.min(until, zone.begin(monday + WEEK));
    if (ends <= begins) continue;
    const turns = duty.flatMap(({ person, spans }) => {
      const found: Turn[] = [];
      for (let i = 0; i + 1 < spans.length; i += 2) {
        const turn = { person, from: Math.max(begins, spans[i] as Minute), until: Math.min(ends, spans[i + 1] as Minute) };
        if (turn.from < turn.until) found.push(turn);
      }
      return found;
    });
    weeks.push({ from: begins, until: ends, turns: turns.sort((a, b) => a.from - b.from) });
    begins = ends;
  }
  return weeks;
}
