import type { Contact } from "../model/party.ts";
import type { Minute } from "../time/minute.ts";
import { verifiedWhile } from "./reach.ts";

/** How a contact stands at an instant: verified, verified too long ago, or never. */
export function freshnessOf(contact: Contact, at: Minute): "fresh" | "old" | "never" {
  if (contact.verifiedAt === undefined) return "never";
  const [from, until] = verifiedWhile(contact);
  return from <= at && at < until ? "fresh" : "old";
}

/** Ways to reach a person themselves that are to be confirmed before anybody leans on them. A shared inbox reaches nobody. */
export const isStale = (contact: Contact, at: Minute): boolean => contact.person !== undefined && contact.shared !== true && freshnessOf(contact, at) !== "fresh";
