import type { Verb } from "../model/decision.ts";
import type { PersonId } from "../model/id.ts";
import type { Contact } from "../model/party.ts";
import type { Minute } from "../time/minute.ts";
import type { Human } from "../who/humans.ts";

/** What an exercise is about. */
export interface Scenario {
  readonly event: string;
  readonly severity?: string | undefined;
  readonly at: Minute;
  /** Called, and they do not answer: each costs its wait. */
  readonly silent?: readonly PersonId[] | undefined;
  /** Known to be away: passed over at once, and their substitute steps in. */
  readonly absent?: readonly PersonId[] | undefined;
  /** Contact groups that have failed. */
  readonly failed?: readonly string[] | undefined;
}

/** One human is called: by which methods, waiting how long for each. */
export interface Ring {
  readonly person: PersonId;
  readonly human: Human;
  readonly at: Minute;
  /** Minutes from the event. */
  readonly minute: number;
  /** The how-manieth call of this human in the exercise, from 1. */
  readonly call: number;
  readonly methods: readonly Contact[];
  readonly wait: number;
  readonly instead?: PersonId;
  /** Why they are called, in words. */
  readonly as: string;
  /** What is open and theirs to decide. */
  readonly verbs: readonly Verb[];
}

/** What comes of a call. Minutes count from the call, then from the answer. */
export type Outcome =
  | { readonly does: "silent" }
  | { readonly does: "away" }
  | {
      readonly does: "answers";
      readonly after: number;
      /** Minutes until they act on it; missing where they fall asleep again. */
      readonly accepts?: number | undefined;
      /** Minutes until they decide one thing; missing where they do not. */
      readonly decides: (verb: Verb) => number | undefined;
    };

/** How people behave. Nothing where it is not known yet: the exercise stops there and asks. */
export type Nature = (ring: Ring) => Outcome | undefined;

/** Everybody answers, takes charge and decides at once, save the silent. */
export const steady = (silent: ReadonlySet<Human>): Nature => ({ human }) => (silent.has(human) ? { does: "silent" } : { does: "answers", after: 0, accepts: 0, decides: () => 0 });
