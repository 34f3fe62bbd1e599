import { say } from "../words.ts";

/** How a number of the map is shown: 0 is a hole, and what was not asked further is `more`. */
export const levelOf = (missing: number): 0 | 1 | 2 | 3 => Math.min(missing, 3) as 0 | 1 | 2 | 3;

/** `0`, `1`, `2+`: the last one asked about says that it may be more. */
export const sayLevel = (missing: number, absent: number): string => (missing > absent ? `${missing}+` : String(missing));

/** What a number means, in words. */
export function sayMissing(missing: number, absent: number): string {
  if (missing === 0) return say("cover.level.0");
  return missing > absent ? say("cover.level.more", { n: absent }) : say("cover.level.n", { n: missing });
}
