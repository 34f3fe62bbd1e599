import type { ItemKind } from "../model/document.ts";
import type { Edit } from "../model/edit.ts";

/** error: the row cannot work or breaks an agreed limit; warning: it will be disputed; note: worth a look. */
export type Severity = "error" | "warning" | "note";
export const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];

/** Where a finding sits. `kind: "matrix"` is the document as a whole and has no id. */
export interface Place {
  readonly kind: "matrix" | ItemKind;
  readonly id?: string;
  /** A field of the item; a cell of the grid is `assignments/ROLE-ID`. */
  readonly field?: string;
}

/** A repair that is certain: the edits to make, and how a button names them. */
export interface Fix {
  readonly label: string;
  readonly edits: readonly Edit[];
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence in the reader's words, names before ids. */
  readonly message: string;
  readonly at: Place;
  /** Name of the item the finding sits at: the row's title, the role's name. */
  readonly title: string;
  readonly fix?: Fix;
  /** Accepted on purpose by a named person until a day. */
  readonly waived?: { readonly by: string; readonly until: string; readonly reason: string };
}

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
  readonly waived: number;
}

export function count(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, note: 0, waived: 0 };
  for (const finding of findings) counts[finding.waived ? "waived" : finding.severity]++;
  return counts;
}
