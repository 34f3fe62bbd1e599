import type { Answers, Failure, Message, Order, Step } from "./order.ts";

/** The order failed for a reason the reader can be told. */
export class OrderFailed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Somebody pressed "Cancel". */
export class OrderCancelled extends Error {}

/** How long one order may take before its worker is stopped. */
export const TIME_LIMIT = 30_000;

const TOO_SLOW: Failure = {
  code: "too-slow",
  message: "this file took longer than 30 s, nothing was changed",
  remedy: "split it into smaller sheets, or remove sheets and columns that are not part of the matrix, and bring it again",
};

/**
 * Hands orders to a worker, one at a time. A worker that is cancelled or takes too long is stopped
 * for good and the next order gets a fresh one, so a bad file can hold up nothing.
 */
export class Desk {
  readonly #hire: () => Worker;
  readonly #limit: number;
  #worker: Worker | undefined;
  #number = 0;
  #dismissCurrent: (() => void) | undefined;

  constructor(hire: () => Worker, limit = TIME_LIMIT) {
    this.#hire = hire;
    this.#limit = limit;
  }

  /** Stop what is being worked on, if anything is. */
  cancel(): void {
    this.#dismissCurrent?.();
  }

  /**
   * @throws OrderFailed with the reason and a remedy; OrderCancelled when `cancel` or a newer order came first.
   */
  ask<O extends Order>(order: O, onStep: (step: Step) => void = () => undefined): Promise<Answers[O["do"]]> {
    this.cancel();
    const worker = (this.#worker ??= this.#hire());
    const number = ++this.#number;
    return new Promise((resolve, reject) => {
      const finish = (how: () => void): void => {
        clearTimeout(timer);
        worker.removeEventListener("message", hear);
        worker.removeEventListener("error", stumble);
        this.#dismissCurrent = undefined;
        how();
      };
      const dismiss = (why: Error): void => {
        worker.terminate();
        this.#worker = undefined;
        finish(() => reject(why));
      };
      const hear = ({ data }: MessageEvent<Message>): void => {
        if (data.number !== number) return;
        if (data.kind === "step") onStep(data.step);
        else if (data.kind === "done") finish(() => resolve(data.answer as Answers[O["do"]]));
        else finish(() => reject(new OrderFailed(data.failure)));
      };
      const stumble = (): void =>
        dismiss(new OrderFailed({ code: "unexpected", message: "the part of the page that reads files stopped", remedy: "load the page again; what was on the table is still there" }));
      const timer = setTimeout(() => dismiss(new OrderFailed(TOO_SLOW)), this.#limit);
      this.#dismissCurrent = () => dismiss(new OrderCancelled());
      worker.addEventListener("message", hear);
      worker.addEventListener("error", stumble);
      worker.postMessage({ number, order });
    });
  }
}
