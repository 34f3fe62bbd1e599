import type { Finding } from "#core/lint/finding.ts";
import type { Upkeep } from "../contacts/use-upkeep.ts";
import type { Humans } from "./humans.ts";
import type { Listed } from "#core/leaving/departure.ts";
import type { Pen } from "./use-pen.ts";

/** Something one is about to remove. */
export interface Leaving {
  readonly kind: Listed;
  readonly id: string;
  readonly name: string;
}

/** Contacts only one party sees. */
export interface Sealed {
  /** The party one speaks for. */
  readonly party: string | null;
  /** Values of its private contacts, by contact. */
  readonly values: ReadonlyMap<string, string>;
  /** Something private was written: the values are read again. */
  onWritten(): void;
}

/** What every line of the people page needs beside its own item. */
export interface Surroundings {
  readonly humans: Humans;
  /** Findings by item. */
  readonly found: ReadonlyMap<string, readonly Finding[]>;
  readonly pen: Pen;
  /** What one's own side keeps to itself; absent where there are no sides. */
  readonly sealed?: Sealed | undefined;
  /** Who was asked about their numbers; absent where nobody can be. */
  readonly upkeep?: Upkeep | undefined;
  readonly onLeave: (leaving: Leaving) => void;
}
