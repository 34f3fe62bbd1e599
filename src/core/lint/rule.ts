import type { Fix, Place, Severity } from "./finding.ts";
import type { Register } from "./register.ts";
import type { Row } from "./row.ts";
import type { Sketch } from "./sketch.ts";

/** What every rule says of itself; `explain`, the docs and the tests read it. */
export interface RuleAbout {
  /** File name without `.ts`; stable for ever, waivers name it. */
  readonly id: string;
  readonly severity: Severity;
  /** A headline a manager understands: `Shared, but nobody wrote down the split`. */
  readonly summary: string;
  /** Why it matters: what goes wrong when it is left so. */
  readonly because: string;
  /** Where the demand comes from: `T15 red flags`, `PCI DSS 12.8.5`, `product C1`. */
  readonly source: string;
  /** A small matrix the rule must find fault with, and one it must be content with. */
  readonly avoid: Sketch;
  readonly prefer: Sketch;
  /** How one mends it, in a sentence. */
  readonly remedy: string;
}

export interface Report {
  /** `at` defaults to the row (with `field`), or to the matrix for rules without a row. */
  (problem: { readonly message: string; readonly field?: string; readonly at?: Place; readonly fix?: Fix }): void;
}

/** Reads one row and the register: re-run for the rows that changed. */
export interface RowRule extends RuleAbout {
  readonly reads: "row";
  /**
   * Set when the rule complains of a column nobody filled. While no row at all has it, the rows stay
   * quiet and the matrix gets this one sentence instead, if at least `least` rows (four, unless said) complain.
   */
  readonly column?: {
    readonly used: (row: Row) => boolean;
    readonly message: (rows: number, register: Register) => string;
    /** Where the one sentence weighs less than the rule. */
    readonly severity?: (register: Register) => Severity;
    readonly least?: number;
  };
  checkRow(row: Row, register: Register, report: Report): void;
}

/** Compares rows that share a key: re-run for the keys of the rows that changed. */
export interface GroupRule extends RuleAbout {
  readonly reads: "groups";
  /** The groups a row belongs to. */
  keysOf(row: Row, register: Register): readonly string[];
  /** Groups to judge even when no row belongs to them (expected rows). */
  expected?(register: Register): readonly string[];
  /** Groups with fewer rows have nothing to compare and are passed over; 0 unless said. */
  readonly least?: number;
  checkGroup(key: string, rows: readonly Row[], register: Register, report: Report): void;
}

/**
 * Counts over all rows. What a row added is taken back when the row changes, so that an edit costs its
 * own letters only, however many rows share a key.
 */
export interface TallyRule extends RuleAbout {
  readonly reads: "tally";
  /** Calls `add` for each key the row counts for. Equal rows must add equal keys. */
  tally(row: Row, register: Register, add: (key: string) => void): void;
  /** Judges the counts after a change; a key that no row adds is absent. */
  checkTally(counts: ReadonlyMap<string, number>, register: Register, report: Report): void;
}

/** Reads everything but the rows: re-run when the register changes. */
export interface RegisterRule extends RuleAbout {
  readonly reads: "register";
  checkRegister(register: Register, report: Report): void;
}

export type Rule = RowRule | GroupRule | TallyRule | RegisterRule;
