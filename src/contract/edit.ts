import { z } from "@hono/zod-openapi";
import type { ItemKind } from "#core/model/document.ts";
import { KINDS } from "#core/model/items.ts";
import type { Edit } from "#core/model/edit.ts";

const kind = z.enum(KINDS as [ItemKind, ...ItemKind[]]);
const id = z.string().min(1).max(120);
const field = z.string().min(1).max(60);
const letter = z.enum(["R", "A", "C", "I", "S"]);
const cellLetter = z.strictObject({ letter, condition: z.string().max(1_000).optional(), alternative: z.boolean().optional() });
const item = z.looseObject({ id });

/** A small change of the matrix; whether it fits is decided against the matrix. */
export const EditShape = z
  .discriminatedUnion("do", [
    z.strictObject({ do: z.literal("set"), at: z.strictObject({ kind, id }), field: field.refine((name) => name !== "id", "an id does not change"), value: z.unknown() }),
    z.strictObject({ do: z.literal("set-matrix"), field, value: z.unknown() }),
    z.strictObject({ do: z.literal("assign"), activity: id, role: id, letter, condition: z.string().max(1_000).optional() }),
    z.strictObject({ do: z.literal("unassign"), activity: id, role: id, letter }),
    z.strictObject({ do: z.literal("letters"), activity: id, cells: z.record(id, z.array(cellLetter).max(5)).refine((cells) => Object.keys(cells).length <= 1_000, "so many roles at once are in no row") }),
    z.strictObject({ do: z.literal("add"), kind, item, before: id.optional() }),
    z.strictObject({ do: z.literal("move"), kind, id, before: id.optional() }),
    z.strictObject({ do: z.literal("remove"), kind, id }),
    z.strictObject({ do: z.literal("replace"), document: z.looseObject({ remit: z.number(), title: z.string() }) }),
  ])
  .openapi("Edit");

/** One command of the page: any number of edits that stand or fall together. */
export const EditCommand = z
  .strictObject({
    id: z.uuid().openapi({ description: "given by the sender; the same command sent twice is carried out once" }),
    base: z.int().min(0).openapi({ description: "the revision the sender had seen" }),
    page: z.uuid().optional().openapi({ description: "the open page it was typed in; what the same account wrote elsewhere since `base` then counts as somebody else's" }),
    what: z.string().min(1).max(500),
    edits: z.array(EditShape).min(1).max(20_000),
  })
  .openapi("EditCommand");

export const EditMade = z.object({ revision: z.int(), at: z.iso.datetime(), what: z.string() }).openapi("EditMade");

/** An undo answers with what was written, so that the page can follow. */
export const EditTakenBack = EditMade.extend({ edits: z.array(z.unknown()) }).openapi("EditTakenBack");

export const BackCommand = z.strictObject({ id: z.uuid(), page: z.uuid().optional() }).openapi("BackCommand");

export const LoggedEdit = z
  .object({ revision: z.int(), id: z.uuid(), at: z.iso.datetime(), actor: z.uuid(), what: z.string(), edits: z.array(z.unknown()), undoes: z.int().nullable(), erased: z.boolean().openapi({ description: "its words are gone: read the draft anew to know what it changed" }) })
  .openapi("LoggedEdit");
/** An entry about one item: who wrote it, for which party. */
export const ItemEntry = LoggedEdit.extend({ party: z.string().nullable().openapi({ description: "the party it was written for" }) }).openapi("ItemEntry");

export type EditCommand = Omit<z.infer<typeof EditCommand>, "edits"> & { readonly edits: readonly Edit[] };
