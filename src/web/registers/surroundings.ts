import type { Finding } from "#core/lint/finding.ts";
import type { Humans } from "./humans.ts";
import type { Listed } from "./references.ts";
import type { Pen } from "./use-pen.ts";

/** Something one is about to remove. */
export interface Leaving {
  readonly kind: Listed;
  readonly id: string;
  readonly name: string;
}

/** What every line of the people page needs beside its own item. */
export interface Surroundings {
  readonly humans: Humans;
  /** Findings by item. */
  readonly found: ReadonlyMap<string, readonly Finding[]>;
  readonly pen: Pen;
  readonly onLeave: (leaving: Leaving) => void;
}
