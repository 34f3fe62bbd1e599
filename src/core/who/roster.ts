import type { PersonId } from "../model/id.ts";
import { instantOf, type Minute } from "../time/minute.ts";
import { caseOf, type Question } from "./question.ts";
import { CallTable } from "./table.ts";
import type { World } from "./world.ts";

/** A stretch of time in which the same people are called for an event, whenever it happens. */
export interface RosterLine {
  /** UTC. */
  readonly from: string;
  readonly until: string;
  /** In the order of the calls; `after` in minutes from the event. Nobody where nobody on the way can be reached. */
  readonly called: readonly { readonly person: PersonId; readonly name: string; readonly after: number }[];
}

/**
 * Who is called for a case from one instant to another: one line for every change.
 * @throws UnknownQuestion for an event type or a severity the matrix does not have
 */
export function rosterOf(world: World, question: Pick<Question, "event" | "severity" | "scope">, from: Minute, until: Minute): readonly RosterLine[] {
  const table = new CallTable(world, caseOf(world, question));
  return [...table.stretches(from, until)].map((line) => ({
    from: instantOf(line.from), until: instantOf(line.until),
    called: line.humans.map((human, i) => {
      const { id, name } = world.humans.named(human);
      return { person: id, name, after: line.offsets[i] as number };
    }),
  }));
}
