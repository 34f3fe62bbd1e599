import { after } from "../time/duration.ts";
import { DAY, type Minute } from "../time/minute.ts";

/** What a proof covers. */
export interface Horizon {
  readonly from: Minute;
  readonly until: Minute;
  /** So many people may be missing at once beyond the declared absences. */
  readonly absent: number;
}

/** Three years with a leap day, in minutes: further ahead nobody plans a turn. */
export const LONGEST_HORIZON = 1_096 * DAY;

/** Thirteen months, so that both changes of every clock are in it. */
export const horizonFrom = (from: Minute, absent = 1): Horizon => ({ from, until: after(from, "P13M"), absent });
