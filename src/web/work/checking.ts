import type { Activity } from "#core/model/activity.ts";
import type { Finding } from "#core/lint/finding.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";

/** What a page tells the worker that checks its draft while somebody types. */
export type CheckOrder =
  /** A document without its rows, which follow in slices: all at once would hold up a frame or several. */
  | { readonly do: "load"; readonly document: MatrixDocument; readonly rows: number; readonly today: string }
  | { readonly do: "rows"; readonly rows: readonly Activity[] }
  | { readonly do: "follow"; readonly edits: readonly Edit[] };

/**
 * What it answers: findings the page has not seen, each with a number, and then the order in which all
 * of them stand now. After an edit nearly all are known, and forty thousand findings need not travel again.
 */
export type CheckAnswer =
  | { readonly kind: "fresh"; readonly from: number; readonly findings: readonly Finding[] }
  | { readonly kind: "order"; readonly numbers: Uint32Array };

/** Something that follows a draft and says what the rules find in it. */
export interface Checker {
  load(document: MatrixDocument): void;
  follow(edits: readonly Edit[]): void;
  onFindings(listener: (findings: readonly Finding[]) => void): void;
  close(): void;
}
