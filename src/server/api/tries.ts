import { createHash } from "node:crypto";
import { lockedUntil, noteFailure, noteSuccess } from "#db/account.ts";
import type { Database } from "#db/database.ts";

const key = (what: string): Buffer => createHash("sha256").update(what).digest();

/** Failures within a quarter of an hour before it is locked: for one account from one place, for one account, from one place. */
const MOST = { both: 5, account: 50, place: 30 } as const;

/** Counts failed tries to sign in, so that guessing comes to nothing and nobody is locked out by a stranger elsewhere. */
export function triesOf(db: Database, account: string, place: string) {
  const keys = { both: key(`both:${account}:${place}`), account: key(`account:${account}`), place: key(`place:${place}`) };
  return {
    /** Until when nothing is tried; nothing when one may. */
    locked: (): Promise<Date | undefined> => lockedUntil(db, Object.values(keys)),
    failed: (): Promise<unknown> => Promise.all((Object.keys(keys) as (keyof typeof keys)[]).map((one) => noteFailure(db, keys[one], MOST[one]))),
    /** Forgets what this account got wrong from here; what this place tried elsewhere stays counted. */
    succeeded: (): Promise<unknown> => noteSuccess(db, keys.both),
  };
}
