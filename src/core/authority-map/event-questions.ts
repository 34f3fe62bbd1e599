import type { EventType, Verb } from "../model/decision.ts";
import type { MatrixDocument } from "../model/document.ts";
import { post, whoMay, type Shown } from "./found.ts";

/** What is asked about every kind of event before it happens. */
export const QUESTIONS = [
  { id: "first-notice", says: "Who is told first" },
  { id: "kind", says: "Who says whether it is an operational or a security matter", verb: "event.validate" },
  { id: "emergency-change", says: "Who approves an emergency change", verb: "change.emergency.authorise" },
  { id: "business", says: "Who speaks to the business while it lasts", verb: "notify.business" },
  { id: "containment", says: "Who decides on containment", verb: "containment.authorise" },
  { id: "report", says: "Who writes the report afterwards", verb: "report.write" },
] as const satisfies readonly { readonly id: string; readonly says: string; readonly verb?: Verb }[];

export interface EventAnswers {
  readonly event: { readonly id: string; readonly name: string };
  readonly answers: readonly { readonly id: string; readonly says: string; readonly shown: Shown }[];
}

/** The six questions, for every event type. */
export const eventQuestions = (document: MatrixDocument): readonly EventAnswers[] =>
  (document.events ?? []).map((event) => ({
    event: { id: event.id, name: event.name },
    answers: QUESTIONS.map((question) => ({ id: question.id, says: question.says, shown: "verb" in question ? whoMay(document, question.verb, event.id) : toldFirst(document, event) })),
  }));

/** Those on the first step of the way of calls for the event at its most severe, or its own route. */
function toldFirst(document: MatrixDocument, event: EventType): Shown {
  const severe = (document.severities ?? []).toSorted((a, b) => a.rank - b.rank)[0]?.id;
  const fits = (list: readonly string[] | undefined, id: string | undefined) => (list?.length ?? 0) === 0 || (id !== undefined && list?.includes(id) === true);
  const narrow = ({ events, severities }: NonNullable<MatrixDocument["escalationPaths"]>[number]) => ((events?.length ?? 0) > 0 ? 2 : 0) + ((severities?.length ?? 0) > 0 ? 1 : 0);
  const path = (document.escalationPaths ?? []).filter((one) => fits(one.events, event.id) && fits(one.severities, severe)).toSorted((a, b) => narrow(b) - narrow(a))[0];
  const roles = path?.steps[0]?.roles ?? event.route ?? [];
  const posts = roles.map((role) => post(document, role));
  const places = path === undefined ? (roles.length > 0 ? [{ kind: "event" as const, id: event.id, name: event.name }] : []) : [{ kind: "path" as const, id: path.id, name: path.name }];
  const who = posts.map(({ words }) => words);
  if (posts.some(({ held }) => held)) return { answer: "yes", says: who.join(" and "), places, who };
  return posts.length > 0 ? { answer: "partly", says: `${who.join(" and ")}, and nobody holds that post`, places, who } : { answer: "no", says: "nobody: no way of calls covers it", places, who };
}
