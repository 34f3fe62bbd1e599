import type { Verb } from "../model/decision.ts";
import type { PersonId } from "../model/id.ts";
import type { Ring, Scenario } from "./scenario.ts";

export interface Place {
  readonly kind: string;
  readonly id: string;
}

/** One moment of an exercise, so many minutes after the event. */
export interface Moment {
  readonly minute: number;
  readonly does: "calls" | "passes" | "silent" | "away" | "answers" | "accepts" | "decays" | "agrees" | "decides" | "allowed" | "gap" | "ends";
  readonly says: string;
  readonly person?: PersonId;
  readonly verb?: Verb;
  readonly at?: Place;
}

/** A decision made, by whom and by what. */
export interface Decided {
  readonly verb: Verb;
  readonly minute: number;
  readonly person: PersonId;
  readonly by: "right" | "delegation" | "pre-authorisation";
  readonly under: string;
  /** They were called in somebody's place or as a last resort: off duty, and their authority holds. */
  readonly offDuty: boolean;
}

/** Where minutes were lost, and what would have saved them. */
export interface Stall {
  readonly minutes: number;
  readonly says: string;
  readonly saves: string;
  readonly verb?: Verb;
  readonly at?: Place;
}

/** An exercise, run to its end or to the first call whose outcome is not known. */
export interface Drilled {
  readonly scenario: Scenario;
  readonly event: { readonly id: string; readonly name: string };
  readonly severity: { readonly id: string; readonly name: string };
  readonly moments: readonly Moment[];
  /** When somebody took charge, and who; `null` where nobody did within the length of the exercise. */
  readonly contact: { readonly minute: number; readonly person: PersonId } | null;
  /** For every decision of the event; `null` where nobody made it. */
  readonly decisions: { readonly [verb in Verb]?: Decided | null };
  /** Minutes within which each has to happen; what the severity does not state is as long as the way of calls. */
  readonly targets: { readonly contact: number; readonly decide: number };
  readonly stalls: readonly Stall[];
  readonly gaps: readonly string[];
  /** The call it waits for. */
  readonly waitsFor?: Ring;
}
