import type { CellLetter } from "../model/cells.ts";
import type { ItemKind, MatrixDocument } from "../model/document.ts";
import type { Item } from "../model/items.ts";
import type { Recognised } from "./match.ts";
import type { NewIds } from "./references.ts";

/** The letters of one role in one row, before and after. */
export interface CellChange {
  /** Its id in the newer matrix; in the older one where the newer has no such role. */
  readonly role: string;
  readonly before: readonly CellLetter[];
  readonly after: readonly CellLetter[];
}

/** One field that says another thing; missing where nothing stood or stands. What it names is named by the newer ids. */
export interface FieldChange {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** Of the letters of a row: the cells that differ; none where only their order does. */
  readonly cells?: readonly CellChange[];
}

/** An item that stands in both, or what became of it. */
export interface Changed {
  /** As it was, what it names named by the newer ids. */
  readonly before: Item;
  readonly after: Item;
  readonly fields: readonly FieldChange[];
  readonly by: Recognised;
  /** Its place among the others changed. */
  readonly moved: boolean;
  /** It came as a part of `before`, which became several rows; the first of them counts as what stayed. */
  readonly split: boolean;
}

/** What differs between two lists of one kind. */
export interface ListComparison {
  readonly kind: ItemKind;
  /** In the order of the newer list. */
  readonly changed: readonly Changed[];
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  /** Rows that became several. */
  readonly splits: readonly { readonly before: Item; readonly into: readonly Item[] }[];
  /** Items in both that say the same and stand where they stood. */
  readonly alike: number;
}

/** What differs between two matrices. */
export interface Comparison {
  readonly before: MatrixDocument;
  readonly after: MatrixDocument;
  /** Fields of the matrix itself. */
  readonly fields: readonly FieldChange[];
  /** Only lists in which something differs. */
  readonly lists: readonly ListComparison[];
  /** Items that are the same under another id. */
  readonly newIds: NewIds;
}

export const isNothing = ({ fields, lists, newIds }: Comparison): boolean => fields.length === 0 && lists.length === 0 && newIds.size === 0;
