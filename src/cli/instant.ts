import { instantOf, minuteOf, type Minute } from "#core/time/minute.ts";
import { Unusable } from "./problem.ts";

/** The minute of an option that takes an instant, with the offset of its zone; now where it is not given. */
export function instantGiven(option: string, text: string | undefined): Minute {
  if (text === undefined) return Math.floor(Date.now() / 60_000);
  const ms = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  const minute = Number.isFinite(ms) ? Math.floor(ms / 60_000) : undefined;
  // Date.parse takes 31 February for 3 March: what does not come back as it was written is no instant.
  if (minute === undefined || (text.endsWith("Z") && minuteOf(text) !== minute) || !instantOf(Math.floor(Date.parse(`${text.slice(0, 16)}Z`) / 60_000)).startsWith(text.slice(0, 16)))
    throw new Unusable(`\`${option} ${text}\` is no instant`, "write it with its zone, like 2026-11-21T14:00Z or 2026-11-21T15:00+01:00");
  return minute;
}
