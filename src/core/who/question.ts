import type { EventType, Severity } from "../model/decision.ts";
import type { PersonId } from "../model/id.ts";
import type { Minute } from "../time/minute.ts";
import type { Anchors } from "./clocks.ts";
import { ownParty, type Case } from "./scope.ts";
import type { World } from "./world.ts";

/** What somebody asks, with what is known beyond the directory. */
export interface Question {
  readonly event: string;
  /** The most severe one where nobody can say: in doubt the higher. */
  readonly severity?: string | undefined;
  readonly at: Minute;
  readonly scope?: readonly string[] | undefined;
  readonly party?: string | undefined;
  /** People known to be missing beyond the declared absences. */
  readonly missing?: readonly PersonId[] | undefined;
  /** Contact groups known to have failed. */
  readonly failed?: readonly string[] | undefined;
  /** Who performs what is to be approved, and who asked for it: neither may approve it. */
  readonly performer?: PersonId | undefined;
  readonly requester?: PersonId | undefined;
  /** When clocks were started and notices submitted. */
  readonly anchors?: Anchors | undefined;
}

/** A question about something the matrix does not have. */
export class UnknownQuestion extends Error {
  readonly asked: "event" | "severity";
  readonly known: readonly string[];
  constructor(asked: "event" | "severity", value: string, known: readonly string[]) {
    const list = known.length === 0 ? `this matrix names no ${asked === "event" ? "event types" : "severities"}` : `it has ${known.map((id) => `\`${id}\``).join(", ")}`;
    super(`the matrix has no ${asked === "event" ? "event type" : "severity"} \`${value.slice(0, 80)}\`: ${list}`);
    this.asked = asked;
    this.known = known;
  }
}

/** The case a question is about. @throws UnknownQuestion */
export function caseOf(world: World, { event, severity, scope, party }: Pick<Question, "event" | "severity" | "scope" | "party">): Case {
  const events: readonly EventType[] = world.document.events ?? [];
  const severities: readonly Severity[] = [...(world.document.severities ?? [])].sort((a, b) => a.rank - b.rank);
  const found = events.find(({ id }) => id === event);
  if (found === undefined) throw new UnknownQuestion("event", event, events.map(({ id }) => id));
  const level = severity === undefined ? severities[0] : severities.find(({ id }) => id === severity || id.toLowerCase() === severity.toLowerCase());
  if (level === undefined) throw new UnknownQuestion("severity", severity ?? "", severities.map(({ id }) => id));
  return { event: found, severity: level, scope, party: party ?? ownParty(world.document), routed: severity === undefined && (found.route?.length ?? 0) > 0 };
}

