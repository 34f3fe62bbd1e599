/** An instant in whole minutes since 1970-01-01T00:00Z: the resolution of everything that runs. */
export type Minute = number;

export const HOUR = 60;
export const DAY = 1_440;
export const WEEK = 10_080;

/** Intervals without an end reach this far; about the year 5100, and still a small integer for the engine. */
export const FOREVER: Minute = 1_000_000_000;

/**
 * The minute an instant of the document lies in; seconds are cut off.
 * @throws RangeError where the text is no UTC instant.
 */
export function minuteOf(instant: string): Minute {
  const ms = Date.parse(instant);
  if (!Number.isFinite(ms) || !instant.endsWith("Z")) throw new RangeError(`an instant is written in UTC like 2026-11-21T14:00Z, not \`${instant.slice(0, 60)}\``);
  return Math.floor(ms / 60_000);
}

/** The minute a calendar day (`YYYY-MM-DD`) begins in UTC. */
export const dayOf = (day: string): Minute => minuteOf(`${day}T00:00Z`);

/** `2026-11-21T14:00Z`. */
export const instantOf = (minute: Minute): string => `${new Date(minute * 60_000).toISOString().slice(0, 16)}Z`;

/** `2026-11-21` of a wall-clock or UTC minute. */
export const dateOf = (minute: Minute): string => new Date(minute * 60_000).toISOString().slice(0, 10);

/** 0 is Monday; of a wall-clock or UTC minute. 1970-01-01 was a Thursday. */
export const weekdayOf = (minute: Minute): number => (((Math.floor(minute / DAY) + 3) % 7) + 7) % 7;
