import { Worker } from "node:worker_threads";
import type { Done, Job } from "./answer-thread.ts";
import type { Answered, Given } from "./answering.ts";

/** Why there is no answer: it would take too long, too much memory, or too many wait for theirs. */
export class NoAnswer extends Error {
  readonly why: "too-long" | "too-large" | "too-many";
  constructor(why: NoAnswer["why"]) {
    super(why);
    this.why = why;
  }
}

export interface Bounds {
  /** In milliseconds. */
  readonly longest: number;
  /** In MiB. */
  readonly memory: number;
  /** So many may wait, all together and of one workspace. */
  readonly waiting: number;
  readonly waitingOfOne: number;
}

interface Waiting {
  readonly job: Job;
  readonly given: () => Given;
  readonly settle: (answered: Answered) => void;
  readonly refuse: (why: Error) => void;
}

/** One thread that answers one question after another, beside the one that serves everybody. It begins with the first question, and again after one that was too much. */
export class Thread {
  readonly #bounds: Bounds;
  /** A line for each workspace, whose turn it is longest first: whoever asks much waits behind whoever asks little. */
  readonly #lines = new Map<string, Waiting[]>();
  #worker: Worker | undefined;
  #now: Waiting | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** @throws NoAnswer */
  ask(workspace: string, job: Job, given: () => Given): Promise<Answered> {
    const { waiting, waitingOfOne } = this.#bounds;
    const mine = this.#lines.get(workspace) ?? [];
    if (mine.length >= waitingOfOne || [...this.#lines.values()].reduce((sum, line) => sum + line.length, 0) >= waiting) return Promise.reject(new NoAnswer("too-many"));
    return new Promise((settle, refuse) => {
      this.#lines.set(workspace, mine);
      mine.push({ job, given, settle, refuse });
      this.#next();
    });
  }

  #next(): void {
    if (this.#now) return;
    const [next] = this.#lines;
    if (!next) return;
    const [workspace, line] = next;
    this.#now = line.shift();
    this.#lines.delete(workspace);
    if (line.length > 0) this.#lines.set(workspace, line);
    if (!this.#now) return;
    // Whatever is asked keeps the process alive until it is answered; an idle thread does not.
    this.#timer = setTimeout(() => this.#end(new NoAnswer("too-long")), this.#bounds.longest);
    (this.#worker ??= this.#hire()).postMessage(this.#now.job);
  }

  #hire(): Worker {
    const worker = new Worker(new URL("./answer-thread.ts", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: this.#bounds.memory } });
    worker.unref();
    worker.on("message", (done: Done) => worker === this.#worker && this.#said(done));
    worker.on("error", (error: NodeJS.ErrnoException) => worker === this.#worker && this.#end(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new NoAnswer("too-large") : error));
    return worker;
  }

  #said(done: Done): void {
    const now = this.#now;
    if (!now) return;
    if ("lacks" in done) return this.#worker?.postMessage({ ...now.job, given: now.given() } satisfies Job);
    this.#over();
    if ("failed" in done) now.refuse(new Error(done.failed));
    else now.settle(done.answered);
    this.#next();
  }

  /** Gives up what is asked now, and the thread with it. */
  #end(why: Error): void {
    const now = this.#now;
    const worker = this.#worker;
    this.#worker = undefined;
    this.#over();
    void worker?.terminate();
    now?.refuse(why);
    this.#next();
  }

  #over(): void {
    clearTimeout(this.#timer);
    this.#now = undefined;
  }
}
