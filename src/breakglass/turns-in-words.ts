import { DAY, WEEK, type Minute } from "#core/time/minute.ts";
import type { Zone } from "#core/time/zone.ts";
import { sayClock, sayTurn, sayWeekday } from "./moments.ts";
import { same, type Turn } from "./takers.ts";
import type { DutyWeek } from "./weeks.ts";

/** So many turns of a week are said one after the other; more are said day by day. */
const FEW = 3;

/** Some stretches of a day, and whoever takes the calls in them. */
export interface Shift {
  readonly hours: string;
  readonly begins: string;
  readonly turn: Turn;
}
/** Days that are alike, `Mon–Thu`, with their shifts. */
export interface DutyDays {
  readonly days: string;
  /** Whether each shift lasts until the next one begins, and the last until midnight. */
  readonly unbroken: boolean;
  readonly shifts: readonly Shift[];
}

/** `from Mon 08:00 until Wed 20:00`, ends that are those of the week left out. */
export function turnInWords(turn: Pick<Turn, "from" | "until">, week: Pick<DutyWeek, "from" | "until">, zone: Zone): string {
  const ends = [turn.from > week.from ? `from ${sayTurn(turn.from, zone)}` : "", turn.until < week.until ? `until ${sayTurn(turn.until, zone)}` : ""].filter(Boolean).join(" ");
  return ends === "" ? (week.until - week.from >= WEEK - 120 ? "all week" : "all the time") : ends;
}

/** Whether the turns of a week are so few that each is said with its ends. */
export const isShort = ({ turns }: DutyWeek): boolean => turns.length <= FEW;

/** Every turn of a week day by day, days that are alike together: nothing of it is left out. */
export function dutyDays(week: DutyWeek, zone: Zone): readonly DutyDays[] {
  const days: (Omit<DutyDays, "days"> & { first: string; last: string; key: string })[] = [];
  const wall = zone.wall(week.from);
  for (let midnight = wall - (wall % DAY); zone.begin(midnight) < week.until; midnight += DAY) {
    const { shifts, unbroken } = dayOf(week, midnight, zone);
    const day = sayWeekday(midnight);
    const key = JSON.stringify(shifts.map(({ hours, turn: { person, insteadOf, away } }) => [hours, person, insteadOf, away]));
    const before = days.at(-1);
    if (before?.key === key) before.last = day;
    else days.push({ first: day, last: day, key, shifts, unbroken });
  }
  return days.map(({ first, last, shifts, unbroken }) => ({ days: first === last ? first : `${first}–${last}`, shifts, unbroken }));
}

function dayOf({ from, until, turns }: DutyWeek, midnight: Minute, zone: Zone): Omit<DutyDays, "days"> {
  const [starts, next] = [zone.begin(midnight), zone.begin(midnight + DAY)];
  const [begins, ends] = [Math.max(from, starts), Math.min(until, next)];
  const parts = turns.filter((turn) => turn.from < ends && turn.until > begins).map((turn) => ({ turn, from: Math.max(begins, turn.from), until: Math.min(ends, turn.until) })).sort((a, b) => a.from - b.from || a.until - b.until);
  const hours = (part: { from: Minute; until: Minute }): string => (part.from === starts && part.until === next ? "all day" : `${sayClock(part.from, zone)}–${part.until === next ? "24:00" : sayClock(part.until, zone)}`);
  const shifts: Shift[] = [];
  for (const part of parts) {
    const last = shifts.at(-1);
    if (last !== undefined && same(last.turn, part.turn)) shifts[shifts.length - 1] = { ...last, hours: `${last.hours} and ${hours(part)}` };
    else shifts.push({ turn: part.turn, hours: hours(part), begins: sayClock(part.from, zone) });
  }
  return { shifts, unbroken: parts.length > 1 && parts.length === shifts.length && parts.every((part, i) => part.until === (parts[i + 1]?.from ?? next)) };
}
