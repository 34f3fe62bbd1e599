import type { Contact } from "../model/party.ts";
import { after } from "../time/duration.ts";
import { FOREVER, minuteOf, type Minute } from "../time/minute.ts";

export type Channel = Contact["kind"];

/** What a call asks of a contact method. */
export interface Ask {
  /** Only these, where a step names its channels. */
  readonly channels?: readonly Channel[] | undefined;
  /** The most severe incidents want somebody who can answer: no e-mail. */
  readonly interactive: boolean;
  /** Contact groups the event may have compromised. */
  readonly compromised: readonly string[];
  /** The same for calls that ask the same. */
  readonly key: string;
}

export const asking = (ask: Omit<Ask, "key">): Ask => ({ ...ask, key: `${ask.channels?.join() ?? ""} ${ask.interactive} ${ask.compromised.join()}` });

/** How long a verification holds where the contact does not say. */
export const MAXIMUM_AGE = "P1Y";

/** The group a method fails with: what it says, else mail with the mail system and chat with the sign-in. */
export const groupOf = (contact: Contact): string | undefined =>
  contact.outOfBandGroup ?? (contact.kind === "email" ? "corporate-mail" : contact.kind === "chat" ? "sso" : undefined);

/** Whether a method may be used for a call at all, its hours apart. A shared inbox is no reach. */
export function serves(contact: Contact, ask: Ask): boolean {
  if (contact.shared === true || contact.person === undefined) return false;
  if (ask.interactive && contact.kind === "email") return false;
  if (ask.channels !== undefined && ask.channels.length > 0 && !ask.channels.includes(contact.kind)) return false;
  const group = groupOf(contact);
  return group === undefined || !ask.compromised.includes(group);
}

/** From when and until when a method counts as verified; an empty stretch where it never was. */
export function verifiedWhile(contact: Contact): readonly [from: Minute, until: Minute] {
  if (contact.verifiedAt === undefined) return [FOREVER, FOREVER];
  const from = minuteOf(contact.verifiedAt);
  return [from, after(from, contact.maximumAge ?? MAXIMUM_AGE)];
}
