import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";
import { idFrom } from "#core/model/id.ts";

const idsOf = ({ activities }: MatrixDocument): Set<string> => new Set(activities.map(({ id }) => id as string));
const placeOf = ({ activities }: MatrixDocument, id: string): number => activities.findIndex((row) => row.id === id);

/** An empty row behind another, in the same area and stage; at the end where there is none. */
export function addRow(document: MatrixDocument, behind: string | undefined, title: string): { readonly edits: Edit[]; readonly id: string } {
  const place = behind === undefined ? -1 : placeOf(document, behind);
  const near = document.activities[place];
  const before = place < 0 ? undefined : document.activities[place + 1]?.id;
  const id = idFrom(title, idsOf(document));
  const item: Activity = { id, title, ...(near?.area === undefined ? {} : { area: near.area }), ...(near?.stage === undefined ? {} : { stage: near.stage }), assignments: [] };
  return { id, edits: [{ do: "add", kind: "activity", item, ...(before === undefined ? {} : { before }) }] };
}

/** Copies behind the last of the rows, in their order. */
export function duplicateRows(document: MatrixDocument, rows: readonly Activity[]): { readonly edits: Edit[]; readonly ids: string[] } {
  const taken = idsOf(document);
  const last = Math.max(...rows.map(({ id }) => placeOf(document, id)));
  const before = document.activities[last + 1]?.id;
  const ids: string[] = [];
  const edits = rows.map((row): Edit => {
    const id = idFrom(row.title, taken);
    ids.push(id);
    return { do: "add", kind: "activity", item: { ...row, id }, ...(before === undefined ? {} : { before }) };
  });
  return { edits, ids };
}

export const deleteRows = (rows: readonly Activity[]): Edit[] => rows.map(({ id }): Edit => ({ do: "remove", kind: "activity", id }));

/**
 * Rows moved one place up or down past the row that stands there on the screen.
 * @param neighbour the row above the first, or below the last.
 */
export function moveRows(document: MatrixDocument, rows: readonly Activity[], neighbour: Activity, way: "up" | "down"): Edit[] {
  const before = way === "up" ? neighbour.id : document.activities[placeOf(document, neighbour.id) + 1]?.id;
  // A row in front of which they would stand may be one of them: then nothing moves.
  if (rows.some(({ id }) => id === before)) return [];
  return rows.map(({ id }): Edit => ({ do: "move", kind: "activity", id, ...(before === undefined ? {} : { before }) }));
}
