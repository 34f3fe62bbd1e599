import type { MatrixDocument } from "#core/model/document.ts";
import type { Answers, Ask, ProofOrder, ProofReply } from "./order.ts";

/** A newer question of the same page came first. */
export class Overtaken extends Error {}
/** The worker gave up, or was given up. */
export class NotProved extends Error {}

interface Waiting {
  readonly slot: string;
  readonly ask: Ask;
  readonly done: (answer: never) => void;
  readonly failed: (why: Error) => void;
}

/** A question somebody waits behind is given this long before its worker is stopped; any question the longer time. */
const PATIENCE = { overtaken: 2_000, alone: 45_000 } as const;

/**
 * Puts questions to a worker that proves, one at a time: whoever asks anew overtakes their own older question, and
 * *who* goes before proofs. A question that takes too long while a newer one waits is stopped with its worker.
 */
export class Prover {
  readonly #hire: () => Worker;
  readonly #patience: { readonly overtaken: number; readonly alone: number };
  #worker: Worker | undefined;
  #document: MatrixDocument | undefined;
  #sent: MatrixDocument | undefined;
  #number = 0;
  #waiting: Waiting[] = [];
  #flying: (Waiting & { readonly since: number; readonly number: number }) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(hire: () => Worker, patience: { readonly overtaken: number; readonly alone: number } = PATIENCE) {
    this.#hire = hire;
    this.#patience = patience;
  }

  /** The matrix the next questions are about. */
  take(document: MatrixDocument): void {
    this.#document = document;
    this.#next();
  }

  /** @throws Overtaken when the same slot asks again before its turn; NotProved when the worker cannot answer */
  ask<A extends Ask>(slot: string, ask: A): Promise<Answers[A["do"]]> {
    return new Promise((done, failed) => {
      const older = this.#waiting.find((one) => one.slot === slot);
      this.#waiting = this.#waiting.filter((one) => one !== older);
      older?.failed(new Overtaken());
      const waiting: Waiting = { slot, ask, done: done as (answer: never) => void, failed };
      if (ask.do === "who") this.#waiting.unshift(waiting);
      else this.#waiting.push(waiting);
      this.#next();
    });
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    for (const one of [...(this.#flying ? [this.#flying] : []), ...this.#waiting]) one.failed(new Overtaken());
    this.#waiting = [];
    this.#flying = undefined;
  }

  #next(): void {
    if (this.#closed || this.#document === undefined) return;
    if (this.#flying) return this.#watch();
    const next = this.#waiting.shift();
    if (next === undefined) return;
    const number = ++this.#number;
    this.#flying = { ...next, since: performance.now(), number };
    const worker = (this.#worker ??= this.#newWorker());
    const document = this.#document;
    const order: ProofOrder = { number, ask: next.ask, ...(document === this.#sent ? {} : { document }) };
    this.#sent = document;
    worker.postMessage(order);
    this.#watch();
  }

  #newWorker(): Worker {
    const worker = this.#hire();
    worker.addEventListener("message", ({ data }: MessageEvent<ProofReply>) => {
      const flying = this.#flying;
      if (worker !== this.#worker || flying?.number !== data.number) return;
      this.#land();
      if (data.kind === "done") flying.done(data.answer as never);
      else flying.failed(new NotProved(data.words));
      this.#next();
    });
    worker.addEventListener("error", (event) => worker === this.#worker && this.#giveUp(event.message || "the part of the page that proves stopped"));
    return worker;
  }

  #land(): void {
    clearTimeout(this.#timer);
    this.#flying = undefined;
  }

  /** Stops what flies once it has had its time. */
  #watch(): void {
    const flying = this.#flying;
    if (flying === undefined) return;
    clearTimeout(this.#timer);
    const most = this.#waiting.some(({ slot, ask }) => slot === flying.slot || ask.do === "who") ? this.#patience.overtaken : this.#patience.alone;
    this.#timer = setTimeout(() => this.#giveUp("it took too long"), Math.max(0, flying.since + most - performance.now()));
  }

  #giveUp(words: string): void {
    const flying = this.#flying;
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#sent = undefined;
    this.#land();
    flying?.failed(new NotProved(words));
    this.#next();
  }
}
