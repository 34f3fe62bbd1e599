import type { Finding } from "#core/lint/finding.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { today } from "../state/calendar-day.ts";
import type { Checker } from "../work/checking.ts";
import { decidedParts } from "./decided-part.ts";
import type { Answers, Ask, Verdict } from "./order.ts";
import { NotProved, Prover } from "./prover.ts";
import { sameParts } from "./same-parts.ts";

export interface ProofSnapshot {
  /** Grows with everything that may change an answer. */
  readonly version: number;
  /** What was last proved with one missing person; absent until the first proof is through. */
  readonly verdict: Verdict | undefined;
  /** Whether the verdict is of an older version. */
  readonly busy: boolean;
  readonly trouble: string | undefined;
}

/** So long nothing relevant must change before it is proved again: letters of one word are one change. */
const PAUSE = 120;
/** At first the page itself comes first. */
const FIRST_PAUSE = 700;
/** Repairs tried out after every edit; the page of the proof asks for more. */
const REPAIRS = 12;
const NOBODY: ReadonlyMap<string, string> = new Map();

/**
 * Where a proof begins: with the next full hour. Every edit until then is proved over the same stretch, so that what was
 * worked out is found again, and a number verified a moment ago counts. The minutes before are *who now*'s.
 */
export const nextHour = (): number => Math.ceil(Date.now() / 3_600_000) * 60;

/** Proves the open draft after every change that matters, in the background. Fits `useSyncExternalStore`. */
export class LiveProof {
  readonly #prover: Prover;
  readonly #part = decidedParts();
  readonly #listeners = new Set<() => void>();
  readonly #hourly: ReturnType<typeof setInterval>;
  #document: MatrixDocument | undefined;
  #decided: MatrixDocument | undefined;
  #values = NOBODY;
  #due: ReturnType<typeof setTimeout> | undefined;
  #hour = 0;
  #snapshot: ProofSnapshot = { version: 0, verdict: undefined, busy: true, trouble: undefined };

  constructor(hire: () => Worker) {
    this.#prover = new Prover(hire);
    // Time goes on without an edit.
    this.#hourly = setInterval(() => nextHour() !== this.#hour && this.#changed(PAUSE), 60_000);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly snapshot = (): ProofSnapshot => this.#snapshot;

  follow(document: MatrixDocument): void {
    this.#document = document;
    this.#look();
  }

  /** Numbers one's own party keeps to itself, by contact. */
  know(values: ReadonlyMap<string, string>): void {
    this.#values = values;
    this.#look();
  }

  ask<A extends Ask>(slot: string, ask: A): Promise<Answers[A["do"]]> {
    return this.#prover.ask(slot, ask);
  }

  close(): void {
    clearTimeout(this.#due);
    clearInterval(this.#hourly);
    this.#prover.close();
  }

  #look(): void {
    if (this.#document === undefined) return;
    const decided = this.#part(this.#document, this.#values);
    if (decided === this.#decided) return;
    const first = this.#decided === undefined;
    this.#decided = decided;
    this.#prover.take(decided);
    this.#changed(first ? FIRST_PAUSE : PAUSE);
  }

  #changed(pause: number): void {
    this.#show({ version: this.#snapshot.version + 1, busy: true });
    clearTimeout(this.#due);
    this.#due = setTimeout(() => void this.#prove(), pause);
  }

  async #prove(): Promise<void> {
    const { version } = this.#snapshot;
    this.#hour = nextHour();
    try {
      const verdict = await this.#prover.ask("live", { do: "verdict", bounds: { from: this.#hour, absent: 1 }, today: today(), repairs: REPAIRS });
      this.#show({ verdict: sameParts(this.#snapshot.verdict, verdict), busy: version !== this.#snapshot.version, trouble: undefined });
    } catch (problem) {
      if (problem instanceof NotProved) this.#show({ busy: version !== this.#snapshot.version, trouble: problem.message });
    }
  }

  #show(change: Partial<ProofSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** A checker whose findings are those of the rules and, behind them, those of the proof. */
export function withProof(checker: Checker, proof: LiveProof): Checker {
  let linted: readonly Finding[] = [];
  let proved: readonly Finding[] = [];
  let listener: (findings: readonly Finding[]) => void = () => undefined;
  const tell = (): void => listener(proved.length === 0 ? linted : [...linted, ...proved]);
  checker.onFindings((findings) => {
    linted = findings;
    tell();
  });
  const unfollow = proof.subscribe(() => {
    const now = proof.snapshot().verdict?.findings ?? [];
    if (now === proved) return;
    proved = now;
    tell();
  });
  return {
    load: (document) => checker.load(document),
    follow: (edits) => checker.follow(edits),
    onFindings: (hear) => {
      listener = hear;
    },
    close: () => {
      unfollow();
      checker.close();
    },
  };
}
