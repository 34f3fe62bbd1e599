const STEERS = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

/** Text a file format and a reader can bear: no control characters, no signs that turn the direction, no halves of characters. */
export const plain = (text: string): string => text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(/\t/g, " ").replace(STEERS, (sign) => (sign === "\n" ? sign : "")).toWellFormed();

/** A value with every text in it made plain; ids are made of other signs and stay what they are. */
export function cleaned<T>(value: T): T {
  if (typeof value === "string") return plain(value) as T;
  if (Array.isArray(value)) return value.map(cleaned) as T;
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleaned(item)])) as T;
  return value;
}
