import { FORMAT } from "./document.ts";

type Plain = Record<string, unknown>;

/**
 * One step per format version, from the version in the key to the next. Format 0 was the first draft
 * of the file: it wrote the letters of a row as a mapping (`raci: { role: "A/R" }`).
 */
const steps: Record<number, (doc: Plain) => Plain> = {
  0: (doc) => ({
    ...doc,
    remit: 1,
    activities: asList(doc["activities"]).map((row) => {
      if (typeof row !== "object" || row === null || !("raci" in row)) return row;
      const { raci, ...rest } = row as Plain;
      const assignments = Object.entries((raci ?? {}) as Plain).flatMap(([role, letters]) =>
        [...String(letters).toUpperCase()].filter((l) => "RACIS".includes(l)).map((letter) => ({ role, letter })),
      );
      return { ...rest, assignments };
    }),
  }),
};

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The same document in today's format; the given value is untouched. */
export function upgrade(doc: Plain, from: number): Plain {
  let now = doc;
  for (let version = from; version < FORMAT; version++) now = steps[version]?.(now) ?? now;
  return now;
}
