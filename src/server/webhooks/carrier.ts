import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import type { Keys } from "#accounts/keys.ts";
import type { Database } from "#db/database.ts";
import { deliveryTried, queueEdits, takeDelivery, tidyDeliveries, type TakenDelivery } from "#db/webhook.ts";
import { unfitAddress } from "./address.ts";
import { send, type Answered, type SendSettings } from "./send.ts";

/** Between two looks, in milliseconds: so soon somebody's edits are told. */
const LOOKS = 2_000;
const TIDY = 3_600_000;
/** Deliveries on their way at once, of one server. */
const AT_ONCE = 8;
/** Minutes until the next try; after the last one, about a day later, it is given up. */
const PAUSES = [1 / 12, 1, 5, 30, 120, 300, 480, 480];
const GONE = 410;

/** Carries what webhooks are to be told, each message at least once. */
export interface Carrier {
  /** There is something new: look now. */
  ring(): void;
  close(): Promise<void>;
}

export const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

/** What a receiver checks, as Standard Webhooks writes it. While a secret changes, both sign. */
export function signed(secrets: readonly string[], message: string, at: Date, body: string): Record<string, string> {
  return {
    "webhook-id": message,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(message, at, body)).join(" "),
  };
}

export function openCarrier(db: Database, keys: Pick<Keys, "unseal">, settings: SendSettings, told: (line: string) => void): Carrier {
  let closed = false;
  let looking: Promise<void> | undefined;
  let again = false;
  const away = new Set<Promise<void>>();

  const asked = async ({ message, url, body, secret, oldSecret }: TakenDelivery, at: Date): Promise<Answered> => {
    const nothing = (fault: string): Answered => ({ status: null, took: 0, answer: "", fault });
    // The operator may have closed this network since it was made.
    const unfit = unfitAddress(url, settings.near);
    if (unfit !== undefined) return nothing(unfit);
    let secrets: string[];
    try {
      secrets = [secret, ...(oldSecret ? [oldSecret] : [])].map((one) => keys.unseal(one));
    } catch {
      return nothing("its secret cannot be read with this master key; make a new one");
    }
    return send(url, { "content-type": "application/json", "user-agent": "Remit-Webhooks/1", ...signed(secrets, message, at, body) }, body, settings);
  };

  const carry = async (taken: TakenDelivery): Promise<void> => {
    const at = new Date();
    const said = await asked(taken, at);
    const pause = PAUSES[taken.tries - 1];
    // A little apart, so that what failed together does not come back together.
    const next = pause === undefined ? undefined : new Date(Date.now() + pause * 60_000 * (1 + Math.random() / 10));
    await deliveryTried(db, taken, said.fault === null, { at: at.toISOString(), ...said }, said.fault === null || said.status === GONE ? undefined : next, said.status === GONE);
  };

  const look = async (): Promise<void> => {
    await queueEdits(db);
    while (!closed && away.size < AT_ONCE) {
      const taken = await takeDelivery(db);
      if (!taken) break;
      const work = carry(taken)
        .catch((thrown: unknown) => told(`a webhook's delivery could not be kept: ${thrown instanceof Error ? thrown.message : String(thrown)}`))
        .finally(() => {
          away.delete(work);
          ring();
        });
      away.add(work);
    }
  };
  const ring = (): void => {
    if (closed) return;
    if (looking) {
      again = true;
      return;
    }
    // The database may be away for a moment: the next look finds what waits.
    looking = look()
      .catch(() => undefined)
      .finally(() => {
        looking = undefined;
        if (again) {
          again = false;
          ring();
        }
      });
  };
  const looks = [setInterval(ring, LOOKS).unref(), setInterval(() => void tidyDeliveries(db).catch(() => undefined), TIDY).unref()];
  ring();
  return {
    ring,
    close: async () => {
      closed = true;
      looks.forEach(clearInterval);
      await looking;
      await Promise.all(away);
    },
  };
}
