import type { Directory } from "../model/directory.ts";
import type { PersonId } from "../model/id.ts";
import type { Rotation } from "../model/party.ts";
import { boundaryAfter, covers, type Spans } from "../time/spans.ts";
import { DAY, minuteOf, type Minute } from "../time/minute.ts";
import { lengthOf, turnOf } from "../time/duration.ts";
import { unroll } from "../time/hours.ts";
import { zoneOf, type Wall, type Zone } from "../time/zone.ts";

type Layer = Rotation["layers"][number];
type Swap = NonNullable<Directory["swaps"]>[number];

/** Who is on duty from one instant to the next: `people[i]` from `from[i]` on. */
export interface Shifts {
  readonly from: readonly Minute[];
  readonly people: readonly (PersonId | undefined)[];
}

/** The wall time of the n-th hand-over; months are counted from the first, so that the 31st comes back after February. */
function handOver(first: Wall, turn: { readonly months: number; readonly minutes: number }, n: number): Wall {
  if (turn.months === 0) return first + turn.minutes * n;
  const start = new Date(first * 60_000);
  const day = start.getUTCDate();
  start.setUTCDate(1);
  start.setUTCMonth(start.getUTCMonth() + turn.months * n);
  const last = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate();
  start.setUTCDate(Math.min(day, last));
  return Math.floor(start.getTime() / 60_000) + turn.minutes * n;
}

/** The turns of one layer, nobody after its last; a hand-over in a gap of the wall happens at the first instant after it. */
function turnsOf(layer: Layer, zone: Zone, from: Minute, until: Minute): Shifts {
  const first: Wall = minuteOf(`${layer.from}Z`);
  const turn = turnOf(layer.turn);
  const shifts = { from: [] as Minute[], people: [] as (PersonId | undefined)[] };
  const rough = turn.months * 28 * DAY + turn.minutes;
  if (layer.people.length === 0 || rough <= 0) return shifts;
  const longest = turn.months * 31 * DAY + turn.minutes;
  const ends = layer.until === undefined ? Infinity : zone.begin(minuteOf(`${layer.until}Z`));
  for (let n = Math.max(0, Math.floor((from - DAY - first) / longest));; n++) {
    const begins = zone.begin(handOver(first, turn, n));
    if (begins >= Math.min(until, ends)) break;
    shifts.from.push(begins);
    shifts.people.push(layer.people[n % layer.people.length]);
  }
  if (ends < until) {
    shifts.from.push(ends);
    shifts.people.push(undefined);
  }
  return shifts;
}

/** How much there is to look through to say who is on duty between two instants: layers for each of their turns and hours. */
export function burdenOf({ layers }: Rotation, from: Minute, until: Minute): number {
  const days = (until - from) / DAY + 2;
  const bounds = layers.reduce((sum, { turn, hours }) => sum + (days * DAY) / Math.max(1, lengthOf(turn)) + days * (hours?.length ?? 0), 0);
  return bounds * layers.length;
}

export const onShift = ({ from, people }: Shifts, at: Minute): PersonId | undefined => {
  const index = boundaryAfter(from, at) - 1;
  return index < 0 ? undefined : people[index];
};

/**
 * Who a rotation has on duty between two instants. At each instant the last layer that is open decides; a layer with
 * nobody in it decides nothing. A swap puts one person in another's place while it lasts.
 * Nobody where the zone is unknown.
 */
export function shiftsOf(rotation: Rotation, swaps: readonly Swap[], from: Minute, until: Minute): Shifts {
  const zone = zoneOf(rotation.timeZone);
  if (zone === undefined) return { from: [], people: [] };
  const layers = rotation.layers.map((layer) => ({
    turns: turnsOf(layer, zone, from, until),
    open: layer.hours === undefined || layer.hours.length === 0 ? undefined : unroll(layer.hours, zone, from - DAY, until + DAY),
  }));
  const mine = swaps.filter((swap) => swap.rotation === rotation.id).map((swap) => ({ ...swap, begins: minuteOf(swap.from), ends: minuteOf(swap.until) }));
  const bounds = new Set<Minute>();
  for (const { turns, open } of layers) {
    for (const at of turns.from) bounds.add(at);
    for (const at of (open ?? []) as Spans) bounds.add(at);
  }
  for (const { begins, ends } of mine) bounds.add(begins).add(ends);
  const shifts = { from: [] as Minute[], people: [] as (PersonId | undefined)[] };
  for (const at of [...bounds].sort((a, b) => a - b)) {
    const layer = layers.findLast(({ turns, open }) => onShift(turns, at) !== undefined && (open === undefined || covers(open, at)));
    const turn = layer && onShift(layer.turns, at);
    let person = turn;
    // The later swap stands over the earlier one, whether it names whose turn it is or who took it over.
    for (const swap of mine) if ((swap.out === person || swap.out === turn) && swap.begins <= at && at < swap.ends) person = swap.in;
    if (shifts.from.length > 0 && shifts.people.at(-1) === person) continue;
    shifts.from.push(at);
    shifts.people.push(person);
  }
  return shifts;
}
