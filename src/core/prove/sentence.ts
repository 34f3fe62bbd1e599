import type { MatrixDocument } from "../model/document.ts";
import { VERB_WORDS } from "../model/verb-words.ts";
import { listOf, type Counterexample } from "./story.ts";

type Told = Pick<Counterexample, "property" | "of" | "verb" | "from" | "asks" | "missing" | "cause" | "says">;

/** What does not hold, without who is missing and without the case: `nobody who may notify the regulator can be reached in time`. */
export function failingIn({ roles }: MatrixDocument, { property, of, verb, from, asks = "", says }: Omit<Told, "missing" | "cause">): string {
  const words = verb === undefined ? "" : VERB_WORDS[verb];
  switch (of ?? property) {
    case "P1": return "nobody can be called in time";
    case "P2": return "there is no other human behind the first to be called";
    case "P3": return `nobody who may ${words} can be reached in time`;
    case "P4": return asks.includes("without whoever") ? `it takes one to do it and another who may ${words}, and two are not there` : `too few are there to ${words} together`;
    case "P5": return `${roles.find(({ id }) => id === from?.id)?.name ?? "whoever must be told"} cannot be told in time`;
    case "P6": return `within the limit nobody ${asks.replace(/^somebody /, "")}`;
    default: return says;
  }
}

/** The same with who is missing: `without Ana Ortiz nobody can be called in time`. */
export function failingWithout(document: MatrixDocument, one: Told): string {
  const what = failingIn(document, one);
  const { people = [], correlatedAbsences = [] } = document;
  const cause = correlatedAbsences.find(({ id }) => id === one.cause);
  if (cause !== undefined) return `\`${cause.name}\`: ${what}`;
  if (one.missing.length === 0) return what;
  return `without ${listOf(one.missing.map((person) => people.find(({ id }) => id === person)?.name ?? person))} ${what}`;
}

/** The case it is about, and how many more there are: `Ransomware at S1 critical and 3 more cases`. */
export function caseOfStory({ events = [], severities = [] }: MatrixDocument, { event, severity, also }: Pick<Counterexample, "event" | "severity" | "also">): string {
  if (event === undefined) return "";
  const name = (list: readonly { readonly id: string; readonly name: string }[], id: string | undefined) => list.find((item) => item.id === id)?.name ?? id ?? "";
  const more = also.length === 0 ? "" : ` and ${also.length} more case${also.length === 1 ? "" : "s"}`;
  return `${name(events, event)} at ${name(severities, severity)}${more}`;
}
