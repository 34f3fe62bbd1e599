import type { Minute } from "#core/time/minute.ts";
import { isWithinReach, minuteWritten } from "#core/time/written.ts";
import { Unusable } from "./problem.ts";

/** The minute of an option that takes an instant, with the offset of its zone; now where it is not given. */
export function instantGiven(option: string, text: string | undefined): Minute {
  if (text === undefined) return Math.floor(Date.now() / 60_000);
  const minute = minuteWritten(text);
  if (minute === undefined) throw new Unusable(`\`${option} ${text}\` is no instant`, "write it with its zone, like 2026-11-21T14:00Z or 2026-11-21T15:00+01:00");
  if (!isWithinReach(minute)) throw new Unusable(`\`${option} ${text}\` does not lie between 2000 and 2100`, "no rotation or calendar reaches further");
  return minute;
}
