import { createTransport } from "nodemailer";
import type { Database } from "#db/database.ts";
import { mailFailed, mailSent, takeMail } from "#db/mail.ts";
import type { Keys } from "./keys.ts";
import { opened } from "./letter.ts";

/** Between two looks into the outbox, in milliseconds, when nobody rang. */
const LOOKS = 15_000;
/** Minutes until the next try; after the last one a letter is given up. */
const PAUSES = [1, 5, 15, 60, 240, 720, 1_440];

/** Carries letters out of the outbox to an SMTP server, each at least once. */
export interface Post {
  /** There is something new: look now. */
  ring(): void;
  close(): Promise<void>;
}

/**
 * @param smtp `smtp://user:password@host:port` or `smtps://…`. @param from the sender's address.
 * @param gather puts letters into the outbox that are written only when they go.
 */
export function openPost(db: Database, keys: Keys, smtp: string, from: string, told: (line: string) => void, gather: () => Promise<void> = () => Promise.resolve()): Post {
  const transport = createTransport({ url: smtp, pool: true, maxConnections: 2, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, disableFileAccess: true, disableUrlAccess: true } as never);
  let closed = false;
  let working: Promise<void> | undefined;
  let again = false;
  const carry = async (): Promise<void> => {
    // What cannot be gathered keeps no other letter back.
    await gather().catch((thrown: Error) => told(`letters could not be written: ${thrown.message}`));
    for (let taken = await takeMail(db); taken && !closed; taken = await takeMail(db)) {
      const { mail, tries } = taken;
      try {
        const { to, subject, text } = opened(keys, taken.sealed);
        await transport.sendMail({ from, to, subject, text, messageId: `<${mail}@remit>` });
        await mailSent(db, mail);
      } catch (thrown) {
        const { responseCode, message } = thrown as { responseCode?: number; message: string };
        // A server that says no for good is not asked again.
        const pause = responseCode !== undefined && responseCode >= 500 ? undefined : PAUSES[tries - 1];
        await mailFailed(db, mail, message.slice(0, 300), pause === undefined ? undefined : new Date(Date.now() + pause * 60_000));
        told(`a letter could not be sent${pause === undefined ? " and is given up" : `; it is tried again in ${pause} minutes`}: ${message}`);
      }
    }
  };
  const ring = (): void => {
    if (closed) return;
    if (working) {
      again = true;
      return;
    }
    working = carry()
      .catch(() => undefined)
      .finally(() => {
        working = undefined;
        if (again) {
          again = false;
          ring();
        }
      });
  };
  const looks = setInterval(ring, LOOKS);
  looks.unref();
  ring();
  return {
    ring,
    close: async () => {
      closed = true;
      clearInterval(looks);
      await working;
      transport.close();
    },
  };
}
