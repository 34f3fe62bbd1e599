/** What is to happen when: the earliest first, and of one minute what was put there first. */
export class Agenda {
  readonly #heap: { readonly minute: number; readonly turn: number; readonly act: () => void }[] = [];
  #turn = 0;

  put(minute: number, act: () => void): void {
    const heap = this.#heap;
    heap.push({ minute, turn: this.#turn++, act });
    for (let i = heap.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!this.#before(i, parent)) break;
      this.#swap(i, parent);
      i = parent;
    }
  }

  take(): { readonly minute: number; readonly act: () => void } | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    heap[0] = last;
    for (let i = 0; ; ) {
      const left = 2 * i + 1;
      if (left >= heap.length) break;
      const least = left + 1 < heap.length && this.#before(left + 1, left) ? left + 1 : left;
      if (!this.#before(least, i)) break;
      this.#swap(i, least);
      i = least;
    }
    return first;
  }

  #before(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    return one !== undefined && other !== undefined && (one.minute < other.minute || (one.minute === other.minute && one.turn < other.turn));
  }

  #swap(a: number, b: number): void {
    const one = this.#heap[a];
    const other = this.#heap[b];
    if (one !== undefined && other !== undefined) [this.#heap[a], this.#heap[b]] = [other, one];
  }
}
