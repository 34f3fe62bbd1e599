import { compare } from "../compare/compare.ts";
import { titleOf } from "../compare/facts.ts";
import type { MatrixDocument } from "../model/document.ts";

/** What differs between two matrices, as a count and by the titles of the rows. */
export interface ChangedRows {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** Roles, people, decision rights and whatever else is not a row. */
  readonly others: number;
}

/** The comparison of what is signed of two matrices, in short: moving a row, or giving it another id, changes no words of it. */
export function changedRows(before: MatrixDocument, after: MatrixDocument): ChangedRows {
  const { fields, lists } = compare(signed(before), signed(after));
  const rows = lists.find(({ kind }) => kind === "activity");
  const others = lists.filter(({ kind }) => kind !== "activity");
  return {
    added: rows?.added.map(titleOf) ?? [],
    removed: rows?.removed.map(titleOf) ?? [],
    changed: rows?.changed.filter((one) => one.split || one.fields.length > 0).map((one) => titleOf(one.after)) ?? [],
    others: fields.length + others.reduce((sum, { changed, added, removed }) => sum + changed.filter((one) => one.fields.length > 0).length + added.length + removed.length, 0),
  };
}

const signed = ({ directory: _, ...matrix }: MatrixDocument): MatrixDocument => matrix;

export const countOf = ({ added, removed, changed }: ChangedRows): number => added.length + removed.length + changed.length;
