import { minuteOf } from "#core/time/minute.ts";
import type { Contents } from "./contents.ts";
import type { Entry, Room, Section } from "./entries.ts";
import { nameOf } from "./people.ts";
import { sayDay, zoneNamed } from "./moments.ts";
import type { Turn } from "./takers.ts";
import { dutyDays, isShort, turnInWords, type DutyDays } from "./turns-in-words.ts";
import { dutyWeeks } from "./weeks.ts";
import { worldOf } from "./world.ts";

/** Who takes the calls of every role that takes turns, week by week: all of its turns. */
export function onDuty(contents: Contents, room: Room): readonly Section[] {
  const { document, from, until } = contents;
  const world = worldOf(contents);
  const turning = [...new Map((document.rotations ?? []).map((rotation) => [rotation.role, rotation])).values()];
  return turning.map(({ role, timeZone }) => {
    const zone = zoneNamed(timeZone);
    const entries = dutyWeeks(world, role, zone, minuteOf(from), minuteOf(until)).map((week): Entry => {
      const head = sayDay(week.from, zone);
      if (week.turns.length === 0) return { head, body: "nobody", lines: [] };
      if (isShort(week)) return { head, body: week.turns.map((turn) => `${taker(contents, turn)} ${turnInWords(turn, week, zone)}`).join("; "), lines: [] };
      return { head, body: "", lines: dutyDays(week, zone).map((day) => dayInWords(contents, day, room)) };
    });
    return { title: `On duty: ${document.roles.find(({ id }) => id === role)?.name ?? role} (${zone.name})`, entries };
  });
}

/** `Mon–Thu 08:00–20:00 Ana, 20:00–24:00 Ben`; briefly, where one follows another without a gap, only when each begins. */
function dayInWords(contents: Contents, { days, shifts, unbroken }: DutyDays, { brief }: Room): string {
  return `${days} ${shifts.map(({ hours, begins, turn }) => `${brief && unbroken ? begins : hours} ${taker(contents, turn)}`).join(", ") || "nobody"}`;
}

const taker = (contents: Contents, { person, insteadOf, away }: Turn): string =>
  away ? `nobody (${nameOf(contents, person)} is away)` : `${nameOf(contents, person)}${insteadOf === undefined ? "" : ` for ${nameOf(contents, insteadOf)}`}`;
