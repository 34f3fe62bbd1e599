import type { Edit } from "#core/model/edit.ts";
import type { Look } from "./look.ts";
import type { Refused } from "./paste.ts";
import type { Selection, Spot } from "./selection.ts";

/** What a command leads to. Whoever carries it out makes the edits first and then looks at the rest. */
export interface Outcome {
  readonly selection?: Selection;
  readonly edits?: readonly Edit[];
  /** Said in history and undo. */
  readonly what?: string;
  /** Said aloud, once. */
  readonly said?: string;
  readonly look?: Look;
  /** What a paste left as it was, cell by cell, and how many rows it added: more than a sentence can hold. */
  readonly report?: Report;
  /** Opens the editor, with a text instead of what stands in the cell; in another cell than the one with the focus where that is no cell. */
  readonly editing?: { readonly text: string | undefined; readonly spot?: Spot; readonly caret?: { readonly in: string; readonly at: number } | undefined };
  /** The row to go to when the edits are made. */
  readonly to?: string;
  readonly call?: "undo" | "redo" | "find" | "panel" | "talk" | "explain" | "escape" | "leave" | "keys" | "menu" | "column-menu";
}

/** What a paste has to say beyond how much it wrote. */
export interface Report {
  readonly added: number;
  readonly refused: readonly Refused[];
}
