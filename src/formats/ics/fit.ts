import type { PersonId } from "#core/model/id.ts";
import type { Rotation } from "#core/model/party.ts";
import { unroll } from "#core/time/hours.ts";
import { DAY, instantOf, type Minute } from "#core/time/minute.ts";
import { meets } from "#core/time/spans.ts";
import { zoneOf } from "#core/time/zone.ts";
import { shiftsOf } from "#core/who/rotation.ts";
import type { CalendarEvent } from "./calendar-file.ts";
import type { Shift } from "./pattern.ts";

/** One in another's place. */
export interface Exchange {
  readonly from: string;
  readonly until: string;
  readonly out: PersonId;
  readonly in: PersonId;
}
/** Time nobody is on duty, and why. */
export interface Hole {
  readonly from: string;
  readonly until: string;
  readonly why: string;
}
/** A rotation that has somebody on duty exactly when the calendar has, and what makes it the right one. */
export interface Fit {
  readonly rotation: Rotation;
  readonly regular: number;
  readonly exchanges: readonly Exchange[];
  readonly gaps: readonly (readonly [Minute, Minute])[];
}

/** Where shifts say otherwise than a rotation: nothing where one of them has somebody and the other nobody, or where too many do. */
export function fitOf(rotation: Rotation, shifts: readonly Shift[], most: number): Fit | undefined {
  const [from, until] = [shifts[0]?.from ?? 0, shifts.at(-1)?.until ?? 0];
  const pattern = shiftsOf(rotation, [], from - 1, until + 1);
  const exchanges: Exchange[] = [];
  const gaps: (readonly [Minute, Minute])[] = [];
  let regular = 0;
  let at = -Infinity;
  let piece = 0;
  /** Who the pattern has on duty, piece by piece. */
  const pieces = function* (begins: Minute, ends: Minute): Generator<readonly [Minute, Minute, PersonId | undefined]> {
    while (piece > 0 && (pattern.from[piece] ?? Infinity) > begins) piece--;
    if ((pattern.from[piece] ?? Infinity) > begins) yield [begins, Math.min(ends, pattern.from[piece] ?? Infinity), undefined];
    for (; piece < pattern.from.length && (pattern.from[piece] as Minute) < ends; piece++) {
      const [first, last] = [Math.max(pattern.from[piece] as Minute, begins), Math.min(pattern.from[piece + 1] ?? Infinity, ends)];
      if (first < last) yield [first, last, pattern.people[piece]];
    }
  };
  for (const shift of shifts) {
    if (shift.from > at) {
      for (const [, , person] of pieces(at, shift.from)) if (person !== undefined) return undefined;
      if (Number.isFinite(at)) gaps.push([at, shift.from]);
    }
    at = shift.until;
    const before = exchanges.length;
    for (const [begins, ends, out] of pieces(shift.from, shift.until)) {
      if (out === undefined) return undefined;
      if (out !== shift.person) exchanges.push({ from: instantOf(begins), until: instantOf(ends), out, in: shift.person });
    }
    if (exchanges.length === before) regular++;
    if (exchanges.length > most) return undefined;
  }
  if (rotation.layers.at(-1)?.until !== undefined) for (const [, , person] of pieces(until, Infinity)) if (person !== undefined) return undefined;
  return { rotation, regular, exchanges, gaps: opened(rotation, gaps) };
}

/** Closed hours are no gap. */
function opened({ layers, timeZone }: Rotation, gaps: Fit["gaps"]): Fit["gaps"] {
  const [hours, zone] = [layers[0]?.hours, zoneOf(timeZone)];
  if (hours === undefined || zone === undefined || gaps.length === 0) return gaps;
  const open = unroll(hours, zone, (gaps[0]?.[0] ?? 0) - 2 * DAY, (gaps.at(-1)?.[1] ?? 0) + 2 * DAY);
  return gaps.filter(([begins, ends]) => meets(open, begins, ends));
}

/** Why nobody is on duty in the gaps: what stands in the calendar there, if anything does. */
export function holesOf(gaps: Fit["gaps"], unknown: readonly { readonly event: CalendarEvent; readonly why: string }[]): readonly Hole[] {
  let next = 0;
  return gaps.map(([from, until]) => {
    while (next < unknown.length && (unknown[next]?.event.until ?? 0) <= from) next++;
    const there = unknown.slice(next, next + 20).find(({ event }) => event.from < until && event.until > from);
    return { from: instantOf(from), until: instantOf(until), why: there ? `${there.event.title} ${there.why}` : "nothing stands there in the calendar" };
  });
}
