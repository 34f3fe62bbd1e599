import type { Grid } from "./grid.ts";
import type { Meaning } from "./legend.ts";
import type { Plan } from "./plan.ts";

/** A sheet looked at but not yet read. */
export interface Looked {
  readonly grid: Grid;
  readonly plans: readonly Plan[];
  /** Legend rows anywhere on the sheet. */
  readonly legend: ReadonlyMap<string, Meaning>;
  readonly legendRows: readonly number[];
  /** The title in the first row above the matrix. */
  readonly title?: { readonly row: number; readonly text: string };
}
