/**
 * Remembers what was worked out from which parts, so that a proof after one edit works out only what the edit touched.
 * A value is used again while every part it was made from is the very same.
 */
export class Memory {
  readonly #known = new Map<string, { readonly parts: readonly unknown[]; readonly value: unknown }>();
  readonly #derived = new WeakMap<object, Map<string, unknown>>();
  readonly #pairs = { and: new WeakMap<object, WeakMap<object, unknown>>(), not: new WeakMap<object, WeakMap<object, unknown>>() };
  readonly #numbers = new WeakMap<object, number>();
  #last = 0;

  /** What was made under a name from these parts, or made now. */
  of<T>(name: string, parts: readonly unknown[], make: () => T): T {
    const known = this.#known.get(name);
    if (known !== undefined && same(known.parts, parts)) return known.value as T;
    const value = make();
    this.#known.set(name, { parts, value });
    return value;
  }

  /** What was made from an object in a certain way; forgotten with the object. */
  derived<T>(from: object, how: string, make: () => T): T {
    let ways = this.#derived.get(from);
    if (ways === undefined) this.#derived.set(from, (ways = new Map()));
    if (!ways.has(how)) ways.set(how, make());
    return ways.get(how) as T;
  }

  /** What two objects make together; forgotten with either. */
  pair<A extends object, B extends object, T>(how: "and" | "not", a: A, b: B, make: (a: A, b: B) => T): T {
    const all = this.#pairs[how];
    let known = all.get(a);
    if (known === undefined) all.set(a, (known = new WeakMap()));
    let value = known.get(b) as T | undefined;
    if (value === undefined) known.set(b, (value = make(a, b)));
    return value;
  }

  /** A number that stays with an object as long as it lives. */
  numberOf(object: object): number {
    let number = this.#numbers.get(object);
    if (number === undefined) this.#numbers.set(object, (number = ++this.#last));
    return number;
  }

  /** Forgets everything once it has grown beyond use: names of items that are gone stay otherwise. */
  trim(most = 20_000): void {
    if (this.#known.size > most) this.#known.clear();
  }
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
