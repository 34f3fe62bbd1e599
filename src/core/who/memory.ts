/**
 * Remembers what was worked out from which parts, so that a proof after one edit works out only what the edit touched.
 * A value is used again while every part it was made from is the very same.
 */
export class Memory {
  readonly #known = new Map<string, { readonly parts: readonly unknown[]; readonly value: unknown }>();
  readonly #numbers = new WeakMap<object, number>();
  #last = 0;

  of<T>(key: string, parts: readonly unknown[], make: () => T): T {
    const known = this.#known.get(key);
    if (known !== undefined && known.parts.length === parts.length && known.parts.every((part, i) => part === parts[i])) return known.value as T;
    const value = make();
    this.#known.set(key, { parts, value });
    return value;
  }

  /** A number that stays with an object as long as it lives. */
  numberOf(object: object): number {
    let number = this.#numbers.get(object);
    if (number === undefined) this.#numbers.set(object, (number = ++this.#last));
    return number;
  }

  /** Forgets everything that has grown beyond use: keys of items that are gone stay otherwise. */
  trim(most = 20_000): void {
    if (this.#known.size > most) this.#known.clear();
  }
}
