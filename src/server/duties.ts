import { signHistories, type Signer } from "#app/history/sign.ts";
import { DatabaseGone, type Database } from "#db/database.ts";
import { forgetOrigins, takeDuty } from "#db/history.ts";
import { sweepDeleted } from "#db/workspace.ts";

/** How often it is looked whether something is due. In milliseconds. */
const LOOK_EVERY = 60_000;
/** What signing may take when the server ends. */
const LAST_WORDS = 2_000;

/** What has to be done now and then without anybody asking, by one of the servers on a database. */
export interface Duties {
  /** Signs what is unsigned, and ends. */
  close(): Promise<void>;
}

/** What is done so often, in the words of PostgreSQL. */
export type Duty = readonly [name: string, every: string, work: () => Promise<unknown>];

export function keepDuties(db: Database, signer: Signer, told: (line: string) => void, every = LOOK_EVERY, others: readonly Duty[] = []): Duties {
  const stop = new AbortController();
  const duties: readonly Duty[] = [
    ["look through all histories", "1 day", () => signHistories(db, signer, told, true, stop.signal)],
    ["sign histories", "1 hour", () => signHistories(db, signer, told, false, stop.signal)],
    ["remove what was deleted two weeks ago", "1 hour", async () => {
      for (const workspace of await sweepDeleted(db)) told(`workspace ${workspace} was deleted two weeks ago and is gone now`);
    }],
    ["forget where edits came from", "1 day", () => forgetOrigins(db)],
    ...others,
  ];
  let busy: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    for (const [name, often, work] of duties) {
      try {
        if (!stop.signal.aborted && (await takeDuty(db, name, often))) await work();
      } catch (thrown) {
        // Not now is no fault of the duty: its turn comes again.
        if (!(thrown instanceof DatabaseGone)) told(`${name}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
      }
    }
  };
  const timer = setInterval(() => void (busy ??= look().finally(() => (busy = undefined))), every);
  timer.unref();
  return {
    close: async () => {
      clearInterval(timer);
      stop.abort();
      await busy;
      await signHistories(db, signer, told, false, AbortSignal.timeout(LAST_WORDS)).catch(() => undefined);
    },
  };
}
