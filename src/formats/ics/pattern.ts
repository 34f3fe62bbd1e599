import type { PersonId } from "#core/model/id.ts";
import type { Hours, Rotation } from "#core/model/party.ts";
import { DAY, instantOf, WEEK, type Minute } from "#core/time/minute.ts";
import { unroll } from "#core/time/hours.ts";
import { meets, type Spans } from "#core/time/spans.ts";
import type { Wall, Zone } from "#core/time/zone.ts";
import { circleOf } from "./circle.ts";
import { weekOf } from "./opening.ts";

/** Somebody on duty for a stretch of time. */
export interface Shift {
  readonly from: Minute;
  readonly until: Minute;
  readonly person: PersonId;
}
type Layer = Rotation["layers"][number];

/** So many turns may stand one by one. */
const LONGEST_LIST = 400;
/** A Monday at midnight, on any wall. */
const MONDAY: Wall = 4 * DAY;

/**
 * Layers that have somebody on duty where the shifts do and nobody else where they have none, as near as turns on the wall
 * of a zone come: with weekly hours and without, in turns of every likely length. Without gaps the last layer has no end,
 * unless `ends`.
 */
export function patternsOf(shifts: readonly Shift[], zone: Zone, ends: boolean): readonly (readonly Layer[])[] {
  const hours = weekOf(shifts, zone);
  const length = commonest(shifts.map(({ from, until }) => zone.wall(until) - zone.wall(from)));
  const grids: Grid[] = length > 0 ? [{ turn: length, phase: commonest(shifts.map(({ from }) => mod(zone.wall(from), length))), hours: undefined }] : [];
  for (const turn of hours ? new Set([WEEK, DAY, ...(length > 0 && DAY % length === 0 ? [length] : [])]) : [])
    grids.push({ turn, hours, phase: turn === WEEK ? MONDAY : turn === DAY ? 0 : commonest(shifts.map(({ from }) => mod(zone.wall(from), turn))) });
  return [...grids.map((grid) => layersOn(grid, shifts, zone, ends)), ...(shifts.length <= LONGEST_LIST ? [oneByOne(shifts, zone)] : [])];
}

/** Every turn for itself: what has no pattern, or too little of one. */
function oneByOne(shifts: readonly Shift[], zone: Zone): Layer[] {
  return shifts.flatMap(({ from, until, person }): Layer[] => {
    const [begins, ends] = [zone.wall(from), zone.wall(until)];
    return begins < ends ? [{ people: [person], from: say(begins), turn: sayTurn(ends - begins), until: say(ends) }] : [];
  });
}

/** Where hand-overs lie on the wall, and in which hours anybody is on duty at all. */
interface Grid {
  readonly turn: number;
  readonly phase: Wall;
  readonly hours: readonly Hours[] | undefined;
}

function layersOn(grid: Grid, shifts: readonly Shift[], zone: Zone, ends: boolean): Layer[] {
  const open: Spans | undefined = grid.hours && unroll(grid.hours, zone, (shifts[0]?.from ?? 0) - 8 * DAY, (shifts.at(-1)?.until ?? 0) + DAY);
  const closed = (from: Minute, until: Minute): boolean => from >= until || (open !== undefined && !meets(open, from, until));
  const runs: Shift[][] = [];
  for (const shift of shifts) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && closed(last.until, shift.from)) run.push(shift);
    else runs.push([shift]);
  }
  return runs.flatMap((run) => layersOf(grid, run, zone, closed, ends || runs.length > 1));
}

/** Shifts without a gap: what comes before the first hand-over of the grid one by one, the rest in a circle. */
function layersOf({ turn, phase, hours }: Grid, run: readonly Shift[], zone: Zone, closed: (from: Minute, until: Minute) => boolean, ends: boolean): Layer[] {
  const [begins, last] = [zone.wall(run[0]?.from ?? 0), zone.wall(run.at(-1)?.until ?? 0)];
  const next = phase + Math.ceil((begins - phase) / turn) * turn;
  const early = next !== begins && hours !== undefined && closed(zone.begin(next - turn), run[0]?.from ?? 0);
  const first = early ? next - turn : next;
  const rest = { turn: sayTurn(turn), ...(hours ? { hours: [...hours] } : {}) };
  const lead = run.filter(({ from }) => zone.wall(from) < first).map(({ from, until, person }): Layer => ({ people: [person], from: say(zone.wall(from)), ...rest, until: say(Math.min(zone.wall(until), first)) }));
  if (first >= last) return lead;
  const people = circleOf(run.map(({ from, until, person }) => ({ from: (zone.wall(from) - first) / turn, until: (zone.wall(until) - first) / turn, person })), hours !== undefined);
  return [...lead, { people: [...people], from: say(first), ...rest, ...(ends ? { until: say(last) } : {}) }];
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

const mod = (value: number, by: number): number => ((value % by) + by) % by;
const say = (wall: Wall): string => instantOf(wall).slice(0, 16);
const sayTurn = (minutes: number): string => (minutes % WEEK === 0 ? `P${minutes / WEEK}W` : minutes % DAY === 0 ? `P${minutes / DAY}D` : minutes % 60 === 0 ? `PT${minutes / 60}H` : `PT${minutes}M`);
