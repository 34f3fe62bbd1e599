import { instantOf, minuteOf, type Minute } from "./minute.ts";

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

const EARLIEST: Minute = Date.UTC(2000, 0, 1) / 60_000;
const LATEST: Minute = Date.UTC(2100, 0, 1) / 60_000;
/** Whether an instant can be asked about: beyond 2000 and 2100 no rotation or calendar of anybody's reaches. */
export const isWithinReach = (minute: Minute): boolean => minute >= EARLIEST && minute < LATEST;

/** The minute of an instant as people write it, with `Z` or the offset of its zone. Nothing where it is none. */
export function minuteWritten(text: string): Minute | undefined {
  const ms = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isFinite(ms)) return undefined;
  const minute = Math.floor(ms / 60_000);
  // Date.parse takes 31 February for 3 March: what does not come back as it was written is no instant.
  const wall = instantOf(Math.floor(Date.parse(`${text.slice(0, 16)}Z`) / 60_000));
  return (text.endsWith("Z") && minuteOf(text) !== minute) || !wall.startsWith(text.slice(0, 16)) ? undefined : minute;
}
