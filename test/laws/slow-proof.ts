import type { Verb } from "../../src/core/model/decision.ts";
import type { MatrixDocument } from "../../src/core/model/document.ts";
import { APPROVALS, minutes, SlowWho, type SlowQuestion } from "./slow-who.ts";

/** What a proof asks for, as far as the slow twin must know it. */
export interface Asked {
  readonly property: string;
  readonly verb?: Verb | undefined;
  readonly asks: string;
  readonly from?: { readonly kind: string; readonly id: string } | undefined;
}

/** Whether an obligation fails for an event at an instant, with some people missing: by looking. */
export function failsSlowly(document: MatrixDocument, asked: Asked, question: SlowQuestion): boolean {
  const slow = new SlowWho(document, question);
  switch (asked.property) {
    case "P1":
      return !slow.contactInTime;
    case "P2":
      return slow.contact === undefined || slow.backup === undefined;
    case "P3":
      return !slow.settles(asked.verb as Verb, slow.deciders(asked.verb as Verb));
    case "P4":
      if (asked.asks.startsWith("enough people")) return !slow.enoughTogether(asked.verb as Verb, slow.deciders(asked.verb as Verb));
      return !decidedByOthers(document, slow, asked.verb as Verb);
    case "P5":
      return slow.lists().some(({ role, list, told }) => asked.asks === `${role} is told (${list})` && !told);
    default:
      return regulatorWaits(document, slow, asked);
  }
}

/** Where a row says who performs what is approved, somebody else approves it; where none of them is there, nobody performs it. */
function decidedByOthers(document: MatrixDocument, slow: SlowWho, verb: Verb): boolean {
  const voices = slow.deciders(verb);
  const rows = APPROVALS.includes(verb) ? document.activities.filter(({ decision }) => decision === verb) : [];
  const roles = rows.flatMap(({ assignments }) => assignments.filter(({ letter }) => letter === "R").map(({ role }) => role));
  const performers = [...new Set(roles.flatMap((role) => slow.thereWithin(role, slow.window())))];
  if (performers.length === 0) return slow.settles(verb, voices);
  return performers.some((performer) => slow.settles(verb, voices.filter(({ by, person }) => by === "pre-authorisation" || slow.human(person) !== performer)));
}

function regulatorWaits(document: MatrixDocument, slow: SlowWho, { asks, from }: Asked): boolean {
  const clock = (document.clocks ?? []).find(({ id }) => id === from?.id);
  const limit = minutes(clock?.limit ?? "P1D");
  if (asks.startsWith("somebody may notify")) return !slow.settles("notify.regulator", slow.deciders("notify.regulator", limit, []).filter(({ by }) => by !== "pre-authorisation"));
  const role = asks.startsWith("somebody determines") ? clock?.determiner : (clock?.submitter ?? clock?.determiner);
  return role === undefined || slow.thereWithin(role, limit).length === 0;
}
