import { DAY, type Minute } from "#core/time/minute.ts";
import type { Zone } from "#core/time/zone.ts";

/** A wall time somebody wrote: the instant it is, or why it is none or two, with the instants that may be meant. */
export type Given = { readonly is: "one"; readonly at: Minute } | { readonly is: "none" | "two"; readonly candidates: readonly [Minute, Minute] } | { readonly is: "unreadable" };

/** What `2026-11-22T02:14` is on the wall of a zone. A time the clocks skip or show twice is not guessed. */
export function wallGiven(text: string, zone: Zone): Given {
  const wall = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? Date.parse(`${text}Z`) / 60_000 : Number.NaN;
  if (!Number.isFinite(wall)) return { is: "unreadable" };
  const [first, second] = zone.instants(wall);
  if (first !== undefined) return second === undefined ? { is: "one", at: first } : { is: "two", candidates: [first, second] };
  // In the gap: as if the clocks had already changed, and as if they had not yet.
  const offset = (at: Minute): number => zone.wall(at) - at;
  return { is: "none", candidates: [wall - offset(wall + DAY), wall - offset(wall - DAY)] };
}

/** A wall time as a date and time field holds it. */
export const asField = (at: Minute, zone: Zone): string => new Date(zone.wall(at) * 60_000).toISOString().slice(0, 16);
