import type { MatrixDocument } from "#core/model/document.ts";
import { applyEdit, EditRefused, type Edit } from "#core/model/edit.ts";
import type { Batches } from "./order.ts";

/**
 * The document after the batches that fit it, and which those were. A batch fits when everything it
 * speaks of is there: an earlier one, or another reading of the file, may have taken it away.
 */
export function applyBatches(document: MatrixDocument, batches: Batches): { readonly document: MatrixDocument; readonly kept: Batches } {
  const kept: (readonly Edit[])[] = [];
  for (const batch of batches) {
    const after = applied(document, batch);
    if (!after) continue;
    document = after;
    kept.push(batch);
  }
  return { document, kept };
}

function applied(document: MatrixDocument, batch: readonly Edit[]): MatrixDocument | undefined {
  try {
    return batch.reduce((now, edit) => (speaksOfNobody(now, edit) ? refuse(edit) : applyEdit(now, edit)), document);
  } catch (error) {
    if (error instanceof EditRefused) return undefined;
    throw error;
  }
}

/** A letter for a role, or a role for a party, that this document does not have. */
function speaksOfNobody({ roles, parties }: MatrixDocument, edit: Edit): boolean {
  if (edit.do === "assign") return !roles.some(({ id }) => id === edit.role);
  return edit.do === "set" && edit.at.kind === "role" && edit.field === "party" && !parties.some(({ id }) => id === edit.value);
}

function refuse(edit: Edit): never {
  if (edit.do === "assign") throw new EditRefused({ code: "no-such-item", kind: "role", id: edit.role });
  throw new EditRefused({ code: "no-such-item", kind: "party", id: edit.do === "set" ? String(edit.value) : "" });
}
