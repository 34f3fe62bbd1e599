/** Numbers readings, so that only the last one begun of each kind counts, and none once the page has let go. */
export class Readings {
  readonly #begun = new Map<string, number>();
  #closed = false;

  get closed(): boolean {
    return this.#closed;
  }

  /** Begins a reading. @returns whether it still counts, to be asked when its answer is there. */
  begin(kind = ""): () => boolean {
    const mine = (this.#begun.get(kind) ?? 0) + 1;
    this.#begun.set(kind, mine);
    return () => !this.#closed && this.#begun.get(kind) === mine;
  }

  close(): void {
    this.#closed = true;
  }
}
