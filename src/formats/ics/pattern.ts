import type { PersonId } from "#core/model/id.ts";
import type { Hours, Rotation } from "#core/model/party.ts";
import { DAY, instantOf, WEEK, weekdayOf, type Minute } from "#core/time/minute.ts";
import type { Wall, Zone } from "#core/time/zone.ts";

/** Somebody on duty for a stretch of time. */
export interface Shift {
  readonly from: Minute;
  readonly until: Minute;
  readonly person: PersonId;
}
type Layer = Rotation["layers"][number];

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
/** A circle of more people than this is a list. */
const LONGEST_CIRCLE = 30;

/** The layer that comes nearest to what the shifts are: turns on the wall of a zone, in a circle of people. Nothing of no shifts. */
export function patternOf(shifts: readonly Shift[], zone: Zone): Layer | undefined {
  const hours = daytime(shifts, zone);
  const lengths = hours === undefined ? [commonest(shifts.map(({ from, until }) => zone.wall(until) - zone.wall(from)))] : [DAY, WEEK];
  const found = lengths.flatMap((length) => (length === undefined || length <= 0 ? [] : circle(shifts, zone, length, hours !== undefined)));
  const best = found.sort((a, b) => a.wrong - b.wrong || b.turn - a.turn)[0];
  return best && { people: [...best.people], from: instantOf(best.first).slice(0, 16), turn: sayTurn(best.turn), ...(hours ? { hours: [hours] } : {}) };
}

/** Hours on some weekdays, where that is all there is: one stretch within a day, always the same. */
function daytime(shifts: readonly Shift[], zone: Zone): Hours | undefined {
  const walls = shifts.map(({ from, until }) => ({ from: zone.wall(from), until: zone.wall(until) }));
  const first = walls[0];
  if (!first || first.until - first.from >= DAY) return undefined;
  const same = walls.every(({ from, until }) => mod(from, DAY) === mod(first.from, DAY) && until - from === first.until - first.from);
  if (!same || mod(first.from, DAY) + (first.until - first.from) > DAY) return undefined;
  const days = new Set(walls.map(({ from }) => DAYS[weekdayOf(from)] ?? "mon"));
  return { days: DAYS.filter((day) => days.has(day)), from: clock(mod(first.from, DAY)), until: clock(mod(first.from, DAY) + first.until - first.from) };
}

interface Circle {
  readonly people: readonly PersonId[];
  readonly first: Wall;
  readonly turn: number;
  readonly wrong: number;
}

/** Turns of one length, and the shortest circle of people that is hardly ever wrong. */
function circle(shifts: readonly Shift[], zone: Zone, turn: number, daily: boolean): Circle[] {
  const begun = zone.wall(shifts[0]?.from ?? 0);
  // Turns of whole days or weeks of day work begin at midnight, weeks on a Monday.
  const first = daily ? Math.floor(begun / DAY) * DAY - (turn === WEEK ? weekdayOf(begun) * DAY : 0) : begun;
  const slots = shifts.map(({ from, person }) => ({ n: Math.floor((zone.wall(from) - first) / turn), person }));
  const last = Math.max(...slots.map(({ n }) => n));
  let best: Circle | undefined;
  for (let size = 1; size <= Math.min(LONGEST_CIRCLE, last + 1); size++) {
    const seats = Array.from({ length: size }, () => new Map<PersonId, number>());
    for (const { n, person } of slots) seats[n % size]?.set(person, (seats[n % size]?.get(person) ?? 0) + 1);
    const people = seats.map((seat) => [...seat].sort((a, b) => b[1] - a[1])[0]?.[0]);
    if (people.some((person) => person === undefined)) continue;
    // A circle that was not gone through twice is believed only where everybody has one place in it.
    if (size * 2 > last + 1 && new Set(people).size < size) continue;
    const wrong = slots.filter(({ n, person }) => people[n % size] !== person).length;
    // A longer circle fits better by its length alone: it has to earn that.
    if (best === undefined || wrong + Math.ceil(size / 4) < best.wrong + Math.ceil(best.people.length / 4)) best = { people: people as PersonId[], first, turn, wrong };
    if (wrong === 0) break;
  }
  return best ? [best] : [];
}

function commonest(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
}

const mod = (value: number, by: number): number => ((value % by) + by) % by;
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const sayTurn = (minutes: number): string => (minutes % WEEK === 0 ? `P${minutes / WEEK}W` : minutes % DAY === 0 ? `P${minutes / DAY}D` : minutes % 60 === 0 ? `PT${minutes / 60}H` : `PT${minutes}M`);
