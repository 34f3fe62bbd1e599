import { VERBS } from "#core/model/decision.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";

const NAMES: Readonly<Record<string, string>> = VERB_WORDS;

/** A sentence of the engine with decisions and instants as people say them. */
export function inWords(says: string, instant: (utc: string) => string = (utc) => utc): string {
  const verbs = VERBS.reduce((text, verb) => text.replaceAll(`decide \`${verb}\``, NAMES[verb] ?? verb).replaceAll(`\`${verb}\``, NAMES[verb] ?? verb), says);
  return verbs.replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z/g, instant);
}
