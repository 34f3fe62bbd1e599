import { COLLECTIONS, MatrixDocument, type ItemKind } from "#core/model/document.ts";
import { EditRefused, type Edit } from "#core/model/edit.ts";
import { KINDS, listPath } from "#core/model/items.ts";
import { applyBatch, type Batch } from "#core/model/edit-batch.ts";
import { readDocument, type DocumentProblem } from "#core/model/read.ts";
import { Refused } from "../refusal.ts";
import type { Change } from "./change.ts";

/**
 * The document after the edits, and the way back.
 * @throws Refused for an edit of something that is not there.
 */
export function edited(document: MatrixDocument, edits: readonly Edit[]): Batch {
  for (const edit of edits)
    if (edit.do === "set-matrix" && (LISTS.has(edit.field) || edit.field === "remit"))
      throw new Refused({ code: "unfit", problems: [{ place: edit.field, message: `\`${edit.field}\` is not set as a whole`, remedy: "add, change or remove its items" }] });
  for (const edit of edits) {
    if (edit.do !== "replace") continue;
    const read = readDocument(edit.document);
    if (!read.ok) throw new Refused({ code: "unfit", problems: read.problems.slice(0, 20).map(said) });
  }
  try {
    return applyBatch(document, edits);
  } catch (thrown) {
    if (thrown instanceof EditRefused) throw new Refused({ code: "unfit", problems: [{ place: `${thrown.problem.kind} ${thrown.problem.id}`, message: thrown.message }] });
    throw thrown;
  }
}

const LISTS: ReadonlySet<string> = new Set([...Object.values(COLLECTIONS), "directory"]);

type Checked = { readonly safeParse: (value: unknown) => { readonly success: boolean } };
type Shaped = { readonly _zod: { readonly def: { readonly shape?: Record<string, Shaped>; readonly element?: Shaped; readonly innerType?: Shaped } } };

/** The schema of one item of a kind, out of the document's. */
function schemaOf(kind: ItemKind): Checked {
  const open = (schema: Shaped | undefined): Shaped | undefined => (schema?._zod.def.innerType ? open(schema._zod.def.innerType) : schema);
  const list = listPath(kind).reduce<Shaped | undefined>((inside, step) => open(inside?._zod.def.shape?.[step]), MatrixDocument as unknown as Shaped);
  return list?._zod.def.element as unknown as Checked;
}

const SCHEMAS = new Map<string, Checked>(KINDS.map((kind) => [kind, schemaOf(kind)]));

/**
 * Refuses a change after which the draft would be no Matrix document. Only what changed is looked at; the
 * whole is read just to say what is wrong.
 * @throws Refused
 */
export function refuseUnfit(after: MatrixDocument, { puts, matrix }: Change): void {
  const unfit = puts.some(({ kind, body }) => !SCHEMAS.get(kind)?.safeParse(body).success);
  if (!unfit && !matrix) return;
  const read = readDocument(unfit ? after : { ...matrix?.body, parties: [], roles: [], activities: [] });
  if (!read.ok) throw new Refused({ code: "unfit", problems: read.problems.slice(0, 20).map(said) });
}

const said = ({ place, message, remedy }: DocumentProblem) => ({ place, message, ...(remedy === undefined ? {} : { remedy }) });
