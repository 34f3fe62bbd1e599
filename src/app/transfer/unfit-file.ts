import { Refused } from "../refusal.ts";

/** A file that cannot be brought in: where, why, and what to do. */
export const unfitFile = (place: string, message: string, remedy: string): Refused => new Refused({ code: "unfit", problems: [{ place, message: `${message}; nothing was written`, remedy }] });
