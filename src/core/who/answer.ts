import type { Verb } from "../model/decision.ts";
import type { PersonId, RoleId } from "../model/id.ts";
import type { Contact } from "../model/party.ts";

/** A person to call, by name and number. Instants are UTC, `2026-11-21T14:00Z`. */
export interface Callee {
  readonly person: PersonId;
  readonly name: string;
  readonly party: string;
  readonly role?: RoleId;
  readonly roleName?: string;
  /** The absent person whose calls they take. */
  readonly insteadOf?: PersonId;
  /** From when they are called. */
  readonly from: string;
  readonly methods: readonly Method[];
}

/** One way to reach a person; `value` is missing where their party keeps it to itself. */
export interface Method {
  readonly kind: Contact["kind"];
  readonly value?: string;
  readonly verified: boolean;
}

/** Somebody who may decide one thing, and why. */
export interface Decider {
  readonly person: PersonId;
  readonly name: string;
  readonly party: string;
  readonly by: "right" | "delegation" | "pre-authorisation";
  /** The id of the right or of the pre-authorisation. */
  readonly under: string;
  /** The first instant within the target at which they can be reached and may decide. */
  readonly from: string;
  readonly mode: "sole" | "n-of-m" | "one-per-party";
  readonly needed?: number;
  /** Who stays accountable for what is decided by delegation. */
  readonly insteadOf?: PersonId;
  readonly insteadOfName?: string;
  readonly limits?: string;
  /** What a pre-authorisation obliges them to. */
  readonly obligations?: readonly string[];
  readonly methods: readonly Method[];
}

/** Somebody to ask before a decision, or to tell after it. */
export interface Told {
  readonly role: RoleId;
  readonly roleName: string;
  readonly person?: PersonId;
  readonly name?: string;
  /** The decisions they are asked about. */
  readonly before?: readonly Verb[];
  /** By when. */
  readonly by?: string;
  /** Only under this condition. */
  readonly condition?: string;
  /** The row or the list that says so. */
  readonly because: string;
}

/** A clock of the case. `due` is missing where its start is not known yet. */
export interface ClockRead {
  readonly clock: string;
  readonly name: string;
  readonly kind: "contract" | "regulatory";
  readonly source?: string;
  /** The fact it starts with. */
  readonly anchor: string;
  readonly due?: string;
  /** The start is not on record: the due instant holds if it started at the instant asked about. */
  readonly assumed: boolean;
  readonly determiner?: string;
  readonly submitter?: string;
  /** How the due instant was found. */
  readonly derivation: string;
}

export interface Reason {
  /** The item of the matrix it rests on: kind and id. */
  readonly at?: { readonly kind: string; readonly id: string };
  readonly says: string;
}

export type GapCode =
  | "no-path" | "path-circle" | "nobody-reachable" | "contact-late" | "no-backup" | "nobody-may-decide" | "decider-unreachable"
  | "quorum-short" | "nobody-to-consult" | "inform-unreachable" | "clock-without-determiner" | "unverified-contact" | "calendar-unusable" | "no-verbs" | "unknown-zone" | "broken-reference" | "expired";

/** Something the matrix promises and cannot keep at that instant. */
export interface Gap {
  readonly code: GapCode;
  readonly at?: { readonly kind: string; readonly id: string };
  readonly verb?: Verb;
  readonly says: string;
}

/** What to do now: never empty, because where nobody is found it names the last resort and the gap. */
export interface Answer {
  readonly event: { readonly id: string; readonly name: string };
  readonly severity: { readonly id: string; readonly name: string };
  readonly at: string;
  readonly contact: Callee | null;
  readonly backup: Callee | null;
  readonly consult: readonly Told[];
  readonly decide: { readonly [verb in Verb]?: readonly Decider[] };
  readonly inform: readonly Told[];
  readonly clocks: readonly ClockRead[];
  /** When the answer next changes; nothing changes before the end of what is known where it is `null`. */
  readonly validUntil: string | null;
  readonly because: readonly Reason[];
  readonly gaps: readonly Gap[];
}
