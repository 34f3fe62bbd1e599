import type { Choices, Question } from "./report.ts";

export interface Asked {
  /** Stable over runs: `letter:RACI:P`. A choice for `letter:*:P` answers it on every sheet. */
  readonly id: string;
  readonly sheet: string;
  /** The question, or how it reads with the signs it is about, as the sheet writes them: `x` or `✓`. */
  readonly text: string | ((signs: string) => string);
  /** The sign met at this place. */
  readonly sign?: string;
  readonly options: Question["options"];
  /** What is taken while nobody has answered. */
  readonly otherwise: string;
}

/** The questions of one import, each asked once however often it comes up. */
export interface Ask {
  /** The answer: the reader's choice, or the assumption. */
  (question: Asked, place?: string): string;
  /** The choice for an id without asking. */
  chosen(id: string): string | undefined;
  list(): Question[];
}

/** @param presumed answers nobody gave here, because the matrix that is there already has them. */
export function asking(choices: Choices, presumed: (question: string) => string | undefined = () => undefined): Ask {
  const asked = new Map<string, { readonly question: Asked; readonly answer: string; readonly assumed: boolean; readonly known: boolean; readonly places: string[]; readonly signs: Set<string>; more: number }>();
  const chosen = (id: string): string | undefined => {
    const [kind = "", sheet = "", ...rest] = id.split(":");
    const anywhere = rest.length > 0 && sheet !== "*" ? `${kind}:*:${rest.join(":")}` : `${kind}:*`;
    return own(choices, id) ?? own(choices, anywhere);
  };
  const ask = (question: Asked, place?: string): string => {
    let entry = asked.get(question.id);
    if (!entry) {
      const offered = (answer: string | undefined): string | undefined => (question.options.some(({ value }) => value === answer) ? answer : undefined);
      const choice = offered(chosen(question.id));
      const known = choice === undefined ? offered(presumed(question.id)) : undefined;
      entry = { question, answer: choice ?? known ?? question.otherwise, assumed: choice === undefined && known === undefined, known: known !== undefined, places: [], signs: new Set(), more: 0 };
      asked.set(question.id, entry);
    }
    if (question.sign !== undefined && entry.signs.size < 6) entry.signs.add(question.sign);
    if (place !== undefined) {
      if (entry.places.length < 3) entry.places.push(place);
      else entry.more++;
    }
    return entry.answer;
  };
  const list = (): Question[] =>
    [...asked.values()].map(({ question, answer, assumed, known, places, signs, more }) => ({
      id: question.id, sheet: question.sheet,
      text: typeof question.text === "string" ? question.text : question.text([...signs].map((sign) => `\`${sign.replaceAll("`", "'")}\``).join(" or ")),
      places: more > 0 ? `${places.join(", ")} and ${more} more` : places.length > 1 ? `${places.slice(0, -1).join(", ")} and ${places[places.length - 1]}` : (places[0] ?? ""),
      options: question.options, chosen: answer, assumed, ...(known ? { known: true as const } : {}),
    }));
  return Object.assign(ask, { chosen, list });
}

const own = (choices: Choices, id: string): string | undefined => (Object.hasOwn(choices, id) ? choices[id] : undefined);
