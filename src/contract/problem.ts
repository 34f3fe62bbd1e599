import { z } from "@hono/zod-openapi";

/** What went wrong, as RFC 9457 writes it, with what the page needs to say it well. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().optional(),
    problems: z.array(z.object({ place: z.string(), message: z.string(), remedy: z.string().optional() })).optional(),
    revision: z.int().optional(),
    known: z.array(z.string()).optional().openapi({ description: "what there is, where something was asked about that is not" }),
    rows: z.array(z.string()).optional().openapi({ description: "agreed rows the edit would change" }),
    theirs: z.object({ revision: z.int(), actor: z.string(), what: z.string(), own: z.boolean() }).optional(),
  })
  .openapi("Problem");
export type Problem = z.infer<typeof Problem>;
