import { lint } from "#core/lint/linter.ts";
import { directoryDigest, matrixDigest } from "#core/model/canonical.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { itemsOf, withItems } from "#core/model/items.ts";
import { findingsOf } from "#core/prove/as-findings.ts";
import { horizonFrom, type Horizon } from "#core/prove/horizon.ts";
import { prove, withRepairs } from "#core/prove/prove.ts";
import { blockersOf, type Policy } from "#core/readiness/blockers.ts";
import type { Stands } from "#core/readiness/facts.ts";
import { readinessOf } from "#core/readiness/readiness.ts";
import { DAY, dateOf, instantOf, WEEK, type Minute } from "#core/time/minute.ts";
import { Memory } from "#core/who/memory.ts";
import { UnknownQuestion } from "#core/who/question.ts";
import { who } from "#core/who/who.ts";
import { World } from "#core/who/world.ts";
import { catalogue } from "#rules/catalogue.ts";

/** What somebody asks of a matrix. */
export interface WhoAsked {
  readonly event: string;
  readonly severity?: string | undefined;
  readonly at: Minute;
  readonly scope?: readonly string[] | undefined;
  readonly missing?: readonly string[] | undefined;
}
export type ProofAsked = Omit<Horizon, "until"> & { readonly until?: Minute | undefined };

/** What is open in a draft, under a policy; what the parties said of its rows is no part of it. */
export interface BlockersAsked {
  readonly policy: Policy;
  readonly agreement: Stands;
  readonly at: Minute;
}

/** A matrix as it is handed to whoever answers: the bytes of its revision, and values its asker may see besides. */
export interface Given {
  readonly bytes: Uint8Array;
  readonly values: readonly { readonly contact: string; readonly value: string }[];
}

/** An answer as JSON text; or what was asked about and is not there. */
export type Answered = { readonly text: string } | { readonly unknown: { readonly asked: "event" | "severity" | "scope" | "missing"; readonly value: string; readonly known: readonly string[]; readonly says: string } };

/** An answer looks so far ahead for the instant at which it changes, in minutes. */
const AHEAD = 62 * DAY;
/** Questions of one week share a world, so that many a minute cost what one does. */
const WORLDS = 4;
/** So many counterexamples come with a repair. */
const REPAIRED = 100;

/** One matrix at one revision, ready to be asked again and again. */
export class Answering {
  readonly #document: MatrixDocument;
  readonly #digests: object;
  readonly #memory = new Memory();
  readonly #worlds = new Map<Minute, World>();

  constructor({ bytes, values }: Given) {
    const { document } = JSON.parse(new TextDecoder().decode(bytes)) as { document: MatrixDocument };
    // Everybody is told the same digests: they are of the draft, without what one party keeps to itself.
    this.#digests = { matrix: matrixDigest(document), directory: directoryDigest(document), timeZones: process.versions["tz"] ?? "unknown" };
    const kept = new Map(values.map(({ contact, value }) => [contact, value]));
    this.#document = kept.size === 0 ? document : withItems(document, "contact", itemsOf(document, "contact").map((one) => (kept.has(one.id) && one["private"] === true ? { ...one, value: kept.get(one.id) } : one)));
  }

  who({ event, severity, at, scope, missing }: WhoAsked): Answered {
    const lacking = this.#lacking("scope", scope, "scope") ?? this.#lacking("missing", missing, "people");
    if (lacking) return lacking;
    try {
      return { text: JSON.stringify({ ...who(this.#worldAt(at), { event, severity, at, scope, missing }), digests: this.#digests }) };
    } catch (thrown) {
      if (thrown instanceof UnknownQuestion) return { unknown: { asked: thrown.asked, value: (thrown.asked === "event" ? event : severity) ?? "", known: thrown.known, says: thrown.message } };
      throw thrown;
    }
  }

  proof({ from, until, absent }: ProofAsked): Answered {
    const horizon: Horizon = { ...horizonFrom(from, absent), ...(until === undefined ? {} : { until }) };
    const memory = new Memory();
    const { examined: _, horizon: __, ...proof } = prove(this.#document, horizon, memory);
    const counterexamples = withRepairs(this.#document, { ...proof, examined: [], horizon }, memory, REPAIRED);
    return { text: JSON.stringify({ ...proof, counterexamples, horizon: { from: instantOf(from), until: instantOf(horizon.until), absent }, digests: this.#digests }) };
  }

  /** What keeps the draft from being offered for signature, as a list of blockers. */
  blockers({ policy, agreement, at }: BlockersAsked): Answered {
    const today = dateOf(at);
    const proved = policy.counterexamples === "ignore" ? undefined : prove(this.#document, horizonFrom(at));
    const proof = proved && { verdict: proved.verdict, counterexamples: proved.counterexamples, findings: findingsOf(this.#document, proved.counterexamples, today) };
    const found = readinessOf({ document: this.#document, findings: lint(this.#document, catalogue, today), ...(proof ? { proof } : {}), agreement, at });
    return { text: JSON.stringify(blockersOf(policy, found)) };
  }

  #lacking(asked: "scope" | "missing", ids: readonly string[] | undefined, list: "scope" | "people"): Answered | undefined {
    const known = (this.#document[list] ?? []).map(({ id }) => id as string);
    const value = ids?.find((id) => !known.includes(id));
    const names = known.slice(0, 20).map((id) => `\`${id}\``).join(", ");
    return value === undefined ? undefined : { unknown: { asked, value, known, says: `the matrix has no ${asked === "scope" ? "scope item" : "person"} \`${value.slice(0, 80)}\`${known.length === 0 ? "" : `: it has ${names}${known.length > 20 ? " and others" : ""}`}` } };
  }

  #worldAt(at: Minute): World {
    const week = Math.floor(at / WEEK) * WEEK;
    const world = this.#worlds.get(week) ?? new World(this.#document, week - DAY, week + WEEK + AHEAD, this.#memory);
    this.#worlds.delete(week);
    this.#worlds.set(week, world);
    const [oldest] = this.#worlds.keys();
    if (this.#worlds.size > WORLDS && oldest !== undefined) this.#worlds.delete(oldest);
    return world;
  }
}
