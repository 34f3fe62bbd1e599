import type { Finding, Place } from "#core/lint/finding.ts";
import type { Verb } from "#core/model/decision.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { PersonId } from "#core/model/id.ts";
import type { Obligation } from "#core/prove/obligations.ts";
import type { Proof } from "#core/prove/prove.ts";
import type { Repair } from "#core/prove/story.ts";
import type { Minute } from "#core/time/minute.ts";
import type { Answer } from "#core/who/answer.ts";

/** What must hold, as one filters by it: somebody is called, somebody stands behind them, a decision, being told, a regulator's limit. */
export type What = "contact" | "backup" | "inform" | "regulator" | Verb;

/** The stretch of time and the number of missing people a proof is asked for. */
export interface Bounds {
  readonly from: Minute;
  readonly absent: number;
}

export interface HeatSieve {
  readonly event?: string | undefined;
  readonly severity?: string | undefined;
  readonly what?: What | undefined;
}

/** What a page asks of the worker that proves. */
export type Ask =
  | { readonly do: "verdict"; readonly bounds: Bounds; readonly today: string; readonly repairs: number }
  | { readonly do: "heat"; readonly bounds: Bounds; readonly sieve: HeatSieve; readonly zone: string }
  | { readonly do: "hour"; readonly bounds: Bounds; readonly key: string; readonly at: Minute }
  | { readonly do: "who"; readonly event: string; readonly severity: string | undefined; readonly at: Minute; readonly missing: readonly PersonId[] };

export interface Verdict extends Pick<Proof, "verdict" | "counterexamples" | "assumptions" | "incomplete" | "checked"> {
  readonly until: Minute;
  readonly findings: readonly Finding[];
}

/** What an hour is weakest in. */
export interface Asked extends Pick<Obligation, "property" | "asks"> {
  readonly key: string;
  readonly event: string;
  readonly severity: string;
  readonly verb?: Verb;
  readonly from?: { readonly kind: string; readonly id: string };
}

/** A stretch of the heat map: how many must be missing, where in `asked` the weakest stands, and an instant of it. */
export interface Warm {
  readonly missing: number;
  readonly asked: number;
  readonly at: Minute;
}

export interface HeatDrawn {
  readonly asked: readonly Asked[];
  /** 168 hours from Monday 00:00, each the weakest of the horizon. */
  readonly week: readonly Warm[];
  /** Real weeks by the wall day of their Monday: seven days with their weakest hour, and all their hours. */
  readonly weeks: readonly { readonly monday: Minute; readonly days: readonly (Warm | null)[]; readonly hours: readonly (number | null)[] }[];
  /** How weak each thing that must hold is at its weakest, whatever `what` is chosen. */
  readonly weakest: readonly { readonly what: What; readonly missing: number }[];
}

/** What happens in one hour. */
export interface Story {
  readonly asked: Asked;
  readonly at: Minute;
  readonly missing: number;
  /** Whether more than the people asked for may be missing. */
  readonly holds: boolean;
  /** The smallest sets that break it. */
  readonly sets: readonly (readonly PersonId[])[];
  /** Who would be there. */
  readonly there: readonly PersonId[];
  readonly place: Place;
  readonly repair?: Repair;
}

export interface Answers {
  readonly verdict: Verdict;
  readonly heat: HeatDrawn;
  readonly hour: Story | null;
  readonly who: Answer | null;
}

/** `document` is there where it changed since the last order. */
export interface ProofOrder {
  readonly number: number;
  readonly document?: MatrixDocument;
  readonly ask: Ask;
}

export type ProofReply =
  | { readonly number: number; readonly kind: "done"; readonly answer: Answers[Ask["do"]] }
  | { readonly number: number; readonly kind: "failed"; readonly words: string };
