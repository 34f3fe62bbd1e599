import { instantOf, minuteOf, type Minute } from "./minute.ts";

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** The minute of an instant as people write it, with `Z` or the offset of its zone. Nothing where it is none. */
export function minuteWritten(text: string): Minute | undefined {
  const ms = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isFinite(ms)) return undefined;
  const minute = Math.floor(ms / 60_000);
  // Date.parse takes 31 February for 3 March: what does not come back as it was written is no instant.
  const wall = instantOf(Math.floor(Date.parse(`${text.slice(0, 16)}Z`) / 60_000));
  return (text.endsWith("Z") && minuteOf(text) !== minute) || !wall.startsWith(text.slice(0, 16)) ? undefined : minute;
}
