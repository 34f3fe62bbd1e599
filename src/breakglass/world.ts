import type { MatrixDocument } from "#core/model/document.ts";
import { DAY, minuteOf, type Minute } from "#core/time/minute.ts";
import { Memory } from "#core/who/memory.ts";
import type { Answer } from "#core/who/answer.ts";
import type { Question } from "#core/who/question.ts";
import { who } from "#core/who/who.ts";
import { World } from "#core/who/world.ts";
import type { Contents } from "./contents.ts";

/** So far ahead an answer looks for the instant at which it changes, as the command line does. In minutes. */
const AHEAD = 62 * DAY;

/** The same core, asked as anywhere else: a card gives no answer of its own. @throws UnknownQuestion */
export const answered = (document: MatrixDocument, question: Question, memory?: Memory): Answer => who(new World(document, question.at - DAY, question.at + AHEAD, memory), question);

/** The stretch of time a card holds for. */
export const worldOf = ({ document, from, until }: Contents): World => new World(document, minuteOf(from) - DAY, minuteOf(until) + DAY);

/** The zone in which most people of the matrix look at their clock. */
export function usualZone({ document }: Pick<Contents, "document">): string {
  const counts = new Map<string, number>();
  for (const { timeZone } of [...(document.people ?? []), ...(document.rotations ?? [])]) if (timeZone !== undefined) counts.set(timeZone, (counts.get(timeZone) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "UTC";
}

/** Every zone the matrix names, the usual one first. */
export const zonesOf = ({ document }: Pick<Contents, "document">): readonly string[] =>
  [...new Set([usualZone({ document }), ...[...(document.people ?? []), ...(document.rotations ?? []), ...(document.calendars ?? [])].flatMap(({ timeZone }) => timeZone ?? []), "UTC"])];

/** The instant of an event without the minutes being said: what the table on paper is for. */
export const asMade = ({ made, from }: Contents): Minute => Math.max(minuteOf(made), minuteOf(from));
