import type { Database } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { statement } from "./statement.ts";

const HOOKS = statement("webhook.all", `
select h.webhook_id as id, h.name, h.url, h.events, h.party, h.active as "on", h.off_why as "offWhy", h.failing_since as "failingSince", h.made_at as made,
  case when h.old_until > now() then h.old_until end as "oldUntil"
from remit.webhook h where h.workspace_id = remit.entered() order by h.made_at, h.webhook_id`);
const MAKE = statement("webhook.make", "select remit.make_webhook($1, $2, $3, $4) as id");
const CHANGE = statement("webhook.change", "select remit.change_webhook($1, $2, $3, $4, $5)");
const ROTATE = statement("webhook.rotate", "select remit.rotate_webhook($1, $2)");
const REMOVE = statement("webhook.remove", "select remit.remove_webhook($1)");
const TEST = statement("webhook.test", "select remit.test_webhook($1) as id");
const REPLAY = statement("webhook.replay", "select remit.replay_delivery($1, $2) as id");
const DELIVERIES = statement("webhook.deliveries", `
select d.delivery_id as id, d.message_id as message, d.event, d.body, d.made_at as made, d.state, d.attempts, case when d.state = 'waiting' and d.tries > 0 then d.due_at end as again, remit.moment(d.made_at) as place
from remit.webhook_delivery d
where d.workspace_id = remit.entered() and d.webhook_id = $1 and ($2::timestamptz is null or (d.made_at, d.delivery_id) < ($2::timestamptz, $3::uuid))
order by d.made_at desc, d.delivery_id desc limit $4`);
const QUEUE = statement("webhook.queue-edits", "select remit.queue_edits() as queued");
const TAKE = statement("webhook.take", `select workspace, delivery, message, url, body, tries, secret, old_secret as "oldSecret" from remit.take_delivery()`);
const TRIED = statement("webhook.tried", "select remit.delivery_tried($1, $2, $3, $4, $5, $6)");
const TIDY = statement("webhook.tidy", "select remit.tidy_deliveries()");

export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly party: string | null;
  readonly on: boolean;
  /** Why it is off, where no owner switched it off: nobody answered for days, or the receiver said that it is gone. */
  readonly offWhy: "failing" | "gone" | null;
  readonly failingSince: Date | null;
  readonly made: Date;
  /** Until when the secret before this one signs besides. */
  readonly oldUntil: Date | null;
}

/** One try to deliver, as it is kept. */
export interface Attempt {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** HTTP; missing where nothing answered. */
  readonly status: number | null;
  /** Milliseconds. */
  readonly took: number;
  /** The beginning of the answer. */
  readonly answer: string;
  readonly fault: string | null;
}

export interface Delivery {
  readonly id: string;
  /** What the receiver knows it by. */
  readonly message: string;
  readonly event: string;
  readonly body: object;
  readonly made: Date;
  readonly state: "waiting" | "sent" | "failed";
  readonly attempts: readonly Attempt[];
  /** When it is tried again. */
  readonly again: Date | null;
  /** Where it stands in the list. */
  readonly place: string;
}

/** A delivery in the hands of one server, a minute long. Secrets are sealed. */
export interface TakenDelivery {
  readonly workspace: string;
  readonly delivery: string;
  readonly message: string;
  readonly url: string;
  readonly body: string;
  /** This one counted. */
  readonly tries: number;
  readonly secret: Buffer;
  readonly oldSecret: Buffer | null;
}

/** Those an owner looks after; nothing for everybody else. */
export const webhooksOf = (db: Database, actor: string, workspace: string): Promise<Webhook[]> => db.once<Webhook>(actor, workspace, HOOKS);
/** @param secret sealed. @returns the id. */
export const makeWebhook = (db: Database, actor: string, workspace: string, { name, url, events }: { readonly name: string; readonly url: string; readonly events: readonly string[] }, secret: Buffer) =>
  unlessDenied(db.once<{ id: string }>(actor, workspace, MAKE, [name, url, events, secret]).then(([row]) => row?.id ?? ""));
export const changeWebhook = (db: Database, actor: string, workspace: string, id: string, { name, url, events, on }: { readonly name?: string | undefined; readonly url?: string | undefined; readonly events?: readonly string[] | undefined; readonly on?: boolean | undefined }) =>
  unlessDenied(db.once(actor, workspace, CHANGE, [id, name ?? null, url ?? null, events ?? null, on ?? null]));
/** The secret before signs besides for a day. @param secret sealed. */
export const rotateWebhook = (db: Database, actor: string, workspace: string, id: string, secret: Buffer) => unlessDenied(db.once(actor, workspace, ROTATE, [id, secret]));
export const removeWebhook = (db: Database, actor: string, workspace: string, id: string) => unlessDenied(db.once(actor, workspace, REMOVE, [id]));
/** Queues a word without news. @returns the delivery's id. */
export const testWebhook = (db: Database, actor: string, workspace: string, id: string) => unlessDenied(db.once<{ id: string }>(actor, workspace, TEST, [id]).then(([row]) => row?.id ?? ""));
/** The same message once more. @returns the new delivery's id. */
export const replayDelivery = (db: Database, actor: string, workspace: string, id: string, delivery: string) => unlessDenied(db.once<{ id: string }>(actor, workspace, REPLAY, [id, delivery]).then(([row]) => row?.id ?? ""));
/** Newest first. @param below the last one that was seen. */
export const deliveriesOf = (db: Database, actor: string, workspace: string, id: string, most: number, below?: { readonly place: string; readonly id: string }): Promise<Delivery[]> =>
  db.once<Delivery>(actor, workspace, DELIVERIES, [id, below?.place ?? null, below?.id ?? null, most]);

/** Makes messages of the edits that were not told yet; how many. */
export async function queueEdits(db: Database): Promise<number> {
  const [row] = await db.run<{ queued: number }>(QUEUE);
  return row?.queued ?? 0;
}
export async function takeDelivery(db: Database): Promise<TakenDelivery | undefined> {
  const [row] = await db.run<TakenDelivery>(TAKE);
  return row;
}
/** @param again when it is tried next; without it, never. @param gone the receiver wants nothing more. */
export const deliveryTried = (db: Database, { workspace, delivery }: TakenDelivery, sent: boolean, attempt: Attempt, again?: Date, gone = false): Promise<unknown> => db.run(TRIED, [workspace, delivery, sent, JSON.stringify(attempt), again ?? null, gone]);
export const tidyDeliveries = (db: Database): Promise<unknown> => db.run(TIDY);
