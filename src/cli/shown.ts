import { harmless } from "#core/lint/draw-width.ts";

/** The same, with every text in it fit for a terminal: no name of a matrix moves the cursor or turns a line around. */
export function shown<T>(value: T): T {
  if (typeof value === "string") return harmless(value) as T;
  if (Array.isArray(value)) return value.map(shown) as T;
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shown(one)])) as T;
}
