import type { MatrixDocument } from "../../src/core/model/document.ts";
import { DAY, minuteOf } from "../../src/core/time/minute.ts";
import type { Answer } from "../../src/core/who/answer.ts";
import type { Question } from "../../src/core/who/question.ts";
import { who } from "../../src/core/who/who.ts";
import { World } from "../../src/core/who/world.ts";
import { inWords, type InWords } from "./in-words.ts";

/** The answer to the only event of a small company, at its first severity unless one is asked for. */
export function ask(company: InWords | MatrixDocument, at: string, question: Partial<Omit<Question, "at">> = {}): Answer {
  const document = "remit" in company ? company : inWords(company);
  const minute = minuteOf(at);
  return who(new World(document, minute - DAY, minute + 14 * DAY), { event: document.events?.[0]?.id ?? "", severity: document.severities?.[0]?.id, ...question, at: minute });
}

/** Who is called first, with whom they stand in for: `ben`, `ben for ana`; `nobody` where it would be the last resort. */
export const called = ({ contact, gaps: found }: Pick<Answer, "contact" | "gaps">): string => (contact === null || found.some(({ code }) => code === "nobody-reachable") ? "nobody" : contact.insteadOf === undefined ? contact.person : `${contact.person} for ${contact.insteadOf}`);

/** Who may decide the event's first verb, and from when: `ana 10:00`, `ben for ana 10:00`. */
export const deciders = ({ decide }: Answer): readonly string[] =>
  Object.values(decide)[0]?.map(({ person, insteadOf, from, by }) => `${person}${insteadOf === undefined ? "" : ` for ${insteadOf}`} ${from.slice(11, 16)}${by === "pre-authorisation" ? " beforehand" : ""}`) ?? [];

export const gaps = ({ gaps: found }: Answer): readonly string[] => found.map(({ code }) => code);
