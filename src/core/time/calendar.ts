import type { Calendar } from "../model/party.ts";
import { DAY, dayOf, type Minute } from "./minute.ts";
import { spansOf, without, type Spans } from "./spans.ts";
import { unroll } from "./hours.ts";
import { zoneOf } from "./zone.ts";

/** Why a calendar answers nothing: there is no way to guess what its hours should be. */
export type CalendarProblem = "missing" | "no-zone" | "unknown-zone" | "no-hours";

/**
 * When a calendar is open between two instants. A holiday closes the whole day on the calendar's own wall.
 * A calendar that is not there or says too little is a problem, never "always".
 */
export function openOf(calendar: Calendar | undefined, from: Minute, until: Minute): Spans | CalendarProblem {
  if (calendar === undefined) return "missing";
  if (calendar.always === true) return [from, until];
  if (calendar.timeZone === undefined) return "no-zone";
  const zone = zoneOf(calendar.timeZone);
  if (zone === undefined) return "unknown-zone";
  if (calendar.hours === undefined || calendar.hours.length === 0) return "no-hours";
  const open = unroll(calendar.hours, zone, from, until);
  const closed = (calendar.holidays ?? []).map((day) => [zone.begin(dayOf(day)), zone.end(dayOf(day) + DAY)] as const);
  return without(open, spansOf(closed));
}
