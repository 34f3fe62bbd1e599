import { z } from "@hono/zod-openapi";

const revisions = z.array(z.int().min(1)).max(100_000);

/** What shows that it is really oneself, for what cannot be undone. */
export const Erasure = z
  .strictObject({ password: z.string().max(1_000).optional(), code: z.string().trim().min(6).max(40).optional().openapi({ description: "of the authenticator, where there is a second factor" }), backup: z.boolean().default(false) })
  .openapi("Erasure");

export const Traces = z
  .object({
    name: z.string(),
    draft: z.array(z.object({ item: z.object({ kind: z.string(), id: z.string() }).optional(), name: z.string(), field: z.string() })),
    beside: z.array(z.object({ kind: z.enum(["comments", "evidence", "reasons", "proposals"]), n: z.int() })).openapi({ description: "what their own side said beside the rows" }),
    entries: z.array(z.object({ revision: z.int(), at: z.iso.datetime(), actor: z.uuid(), party: z.string().nullable(), what: z.string(), own: z.boolean().openapi({ description: "whether its words may be erased: those of another party are for its owners" }) })),
  })
  .openapi("Traces");
export const PersonErasure = z.strictObject({ revisions: revisions.openapi({ description: "entries of the list whose words go" }) }).openapi("PersonErasure");
export const WordsErased = z.object({ erased: revisions, locked: z.array(z.string()).openapi({ description: "agreed rows that still name them: open them first" }) }).openapi("WordsErased");
