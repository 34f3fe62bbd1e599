import { VERB_WORDS } from "#core/model/verb-words.ts";
import type { What } from "../proof/order.ts";
import { say } from "../words.ts";

/** What must hold, for a list: `Somebody is called in time`, `May declare the incident`. */
export function sayWhat(what: What): string {
  if (what === "contact" || what === "backup" || what === "inform" || what === "regulator") return say(`cover.what.${what}`);
  const words = VERB_WORDS[what];
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
