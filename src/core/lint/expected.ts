import type { Row } from "./row.ts";

/** One row that a set of expected rows asks for, and the words of a title by which it is known. */
export interface Duty {
  readonly name: string;
  readonly known: RegExp;
}

/** Counts the row for each duty of the set that it takes up. */
export function tallyDuties(duties: readonly Duty[], row: Row, add: (key: string) => void): void {
  for (const { name, known } of duties) if (known.test(row.words)) add(name);
}

/** The duties of a set that no row takes up. */
export const missing = (duties: readonly Duty[], counts: ReadonlyMap<string, number>): readonly Duty[] => duties.filter(({ name }) => !counts.has(name));
