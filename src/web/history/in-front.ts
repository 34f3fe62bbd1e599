import type { Entry } from "./log.ts";

/** Puts newer entries in front of those that are shown; what both have is taken as it was read last. */
export function inFront(shown: readonly Entry[], newer: readonly Entry[]): readonly Entry[] {
  const read = new Set(newer.map(({ revision }) => revision));
  return [...newer, ...shown.filter(({ revision }) => !read.has(revision))];
}

/** Whether an entry changes what older ones say of themselves: it takes one back, or erases words. */
export const tellsOfOlder = ({ undoes, count }: Pick<Entry, "undoes" | "count">): boolean => undoes !== null || count === 0;
