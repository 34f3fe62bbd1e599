import { z } from "@hono/zod-openapi";

const scope = z.enum(["read", "edit"]);

export const ApiKey = z
  .object({ id: z.uuid(), name: z.string(), scopes: z.array(scope), account: z.uuid(), made: z.iso.datetime(), until: z.iso.datetime(), revoked: z.boolean(), used: z.iso.datetime().nullable() })
  .openapi("ApiKey");
export const NewApiKey = z.strictObject({ name: z.string().trim().min(1).max(120), edit: z.boolean().default(false).openapi({ description: "may edit, not only read" }), days: z.int().min(1).max(366).default(90) }).openapi("NewApiKey");
export const MadeApiKey = z.object({ id: z.uuid(), key: z.string().openapi({ description: "shown this once" }), until: z.iso.datetime() }).openapi("MadeApiKey");
