import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { applyEdits, EditRefused, type Edit } from "#core/model/edit.ts";
import { castOf } from "../grid/columns.ts";

/** One field of a row before and after. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}
export interface RowChange {
  readonly id: string;
  readonly title: string;
  readonly kind: "changed" | "new" | "gone";
  readonly fields: readonly FieldChange[];
}

/** What edits would make of rows as they stand; nothing where they no longer fit. */
export function rowChanges(document: MatrixDocument, edits: readonly Edit[], rows: readonly string[]): readonly RowChange[] | undefined {
  let after: MatrixDocument;
  try {
    after = applyEdits(document, edits);
  } catch (thrown) {
    if (thrown instanceof EditRefused) return undefined;
    throw thrown;
  }
  const [old, now] = [document, after].map(({ activities }) => new Map(activities.map((row) => [row.id as string, row])));
  const [casts, later] = [castOf(document, () => document), castOf(after, () => after)];
  return rows.flatMap((id): RowChange[] => {
    const [was, is] = [old?.get(id), now?.get(id)];
    if (!is) return was ? [{ id, title: was.title, kind: "gone", fields: [] }] : [];
    const shown = (cast: typeof casts, row: Activity | undefined, key: string): string => (row ? (cast.all.find((column) => column.key === key)?.show(row) ?? "") : "");
    const fields = later.all
      .filter(({ kind }) => kind !== "lane" && kind !== "role")
      .map(({ key, title }) => ({ field: title, before: shown(casts, was, key), after: shown(later, is, key) }))
      .filter(({ before, after: text }) => before !== text);
    return [{ id, title: was?.title ?? is.title, kind: was ? "changed" : "new", fields }];
  });
}
