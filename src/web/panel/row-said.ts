import { say, type WordId } from "../words.ts";

/** What the log says a side said of rows: the verb, their titles, a reason. */
const SAID = /^(agreed to|contested|took the word back on) “.*?”(?: more)?(?:, \d+ more)?(?:: ([^]*))?$/s;
const VERBS: Readonly<Record<string, WordId>> = { "agreed to": "history.agreed", contested: "history.contested", "took the word back on": "history.back" };

/** An entry as the panel of one row says it: what was said of many rows at once names this one alone. */
export function saidOfRow(what: string): string {
  const [, verb = "", reason] = SAID.exec(what) ?? [];
  const word = VERBS[verb];
  return word === undefined ? what.replace(/^./u, (first) => first.toUpperCase()) : `${say(word)}${reason === undefined ? "" : `: ${reason}`}`;
}
