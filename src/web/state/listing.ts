import { Readings } from "./readings.ts";

/** A list read piece by piece, newest first. */
export interface Piece<T> {
  readonly found: readonly T[];
  readonly next: string | null;
}
export interface Listed<T> {
  /** Missing until something was read. */
  readonly found: readonly T[] | undefined;
  /** Whether there are older ones. */
  readonly more: boolean;
  readonly thrown: unknown;
}

/** What a page shows of a long list: reading it again keeps as many pieces as are shown. Fits `useSyncExternalStore`. */
export class Listing<T> {
  readonly #ask: (after?: string) => Promise<Piece<T>>;
  readonly #listeners = new Set<() => void>();
  readonly #readings = new Readings();
  #pieces = 1;
  #next: string | null = null;
  #snapshot: Listed<T> = { found: undefined, more: false, thrown: undefined };

  constructor(ask: (after?: string) => Promise<Piece<T>>) {
    this.#ask = ask;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  readonly snapshot = (): Listed<T> => this.#snapshot;

  /** Reads what is shown again. */
  readonly read = (): Promise<void> =>
    this.#take(async (counts) => {
      const found: T[] = [];
      let next: string | null = null;
      for (let piece = 0; piece === 0 || (piece < this.#pieces && next !== null && counts()); piece++) {
        const got: Piece<T> = await this.#ask(next ?? undefined);
        found.push(...got.found);
        next = got.next;
      }
      return { found, next };
    });

  /** Reads one piece more. */
  readonly readMore = async (): Promise<void> => {
    const from = this.#next;
    if (from === null) return;
    await this.#take(async () => {
      const got = await this.#ask(from);
      return { found: [...(this.#snapshot.found ?? []), ...got.found], next: got.next, further: true };
    });
  };

  async #take(work: (counts: () => boolean) => Promise<Piece<T> & { readonly further?: true }>): Promise<void> {
    const counts = this.#readings.begin();
    try {
      const { found, next, further } = await work(counts);
      if (!counts()) return;
      if (further) this.#pieces++;
      this.#next = next;
      this.#show({ found, more: next !== null, thrown: undefined });
    } catch (thrown) {
      if (counts()) this.#show({ ...this.#snapshot, thrown });
    }
  }

  #show(next: Listed<T>): void {
    this.#snapshot = next;
    for (const listener of this.#listeners) listener();
  }
}
