/** The press takes a processor for a second. */
const MOST_AT_ONCE = 2;
/** So many may wait for it; more are sent away. */
const MOST_WAITING = 20;

/** Those who wait for the press, in order. */
export class Turns {
  #busy = 0;
  readonly #waiting: (() => void)[] = [];

  /** Whether so many wait already that one more would wait too long. */
  get full(): boolean {
    return this.#waiting.length >= MOST_WAITING;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#busy >= MOST_AT_ONCE) await new Promise<void>((go) => void this.#waiting.push(go));
    else this.#busy++;
    try {
      return await work();
    } finally {
      // The place goes straight to whoever is next.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#busy--;
    }
  }
}
