import { asOperator, type DatabaseAddress } from "./database.ts";
import { statement } from "./statement.ts";

const LETTERS = statement("restored.letters", "update auth.outbox set sealed = null, fault = $1 where sent_at is null and sealed is not null returning mail_id");
const DELIVERIES = statement("restored.deliveries", `
update remit.webhook_delivery set state = 'failed', claimed_until = null,
  attempts = attempts || jsonb_build_object('at', remit.moment(now()), 'status', null, 'took', 0, 'answer', '', 'fault', $1::text)
where state = 'waiting' returning delivery_id`);
const UNTOLD = statement("restored.told", "update remit.webhook h set told = w.revision from remit.workspace w where w.workspace_id = h.workspace_id and h.told < w.revision returning h.webhook_id");
const ASKING = statement("restored.asking", "update remit.contact_schedule set next_at = now() + make_interval(days => days) where next_at <= now()");

/** What is kept in the log of letters and of deliveries. */
const WHY = "not sent: it was waiting when the backup was made that was restored";

export interface HeldBack {
  readonly letters: number;
  readonly deliveries: number;
  /** Webhooks that were not yet told of the latest edits. */
  readonly behind: number;
}

/**
 * In a database that came out of a backup: what was waiting to be sent then was sent since, or is of no use any more. It
 * is marked as not sent, and webhooks are told of what comes from now on; an owner may replay a delivery. Nobody is asked
 * about their numbers because time went by between the two.
 */
export const holdBack = (address: DatabaseAddress): Promise<HeldBack> =>
  asOperator(address, async (run) => {
    const [letters, deliveries, behind] = [await run(LETTERS, [WHY]), await run(DELIVERIES, [WHY]), await run(UNTOLD)];
    await run(ASKING);
    return { letters: letters.length, deliveries: deliveries.length, behind: behind.length };
  });
