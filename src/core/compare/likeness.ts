/** A text as it is compared: letters and digits in lower case, single blanks between. */
export const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** The words of a title that tell something, without their usual endings. */
export const words = (title: string): ReadonlySet<string> => new Set(plain(title).split(" ").filter((word) => word.length > 2 || /\d/.test(word)).map((word) => word.replace(/(?:ing|ed|s)$/, "")));

/** Share of common members, from 0 to 1; what is empty is like nothing. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const member of a) if (b.has(member)) common++;
  return (2 * common) / (a.size + b.size);
}
