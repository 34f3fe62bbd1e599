import { z } from "@hono/zod-openapi";

/** Which card, and for how long it holds. */
export const CardWanted = z.object({
  size: z.enum(["wallet", "a4"]).default("a4").openapi({ description: "`wallet`: cards of 85.6 × 54 mm to cut out and fold; `a4`: everything" }),
  days: z.coerce.number().int().min(1).max(366).default(30).openapi({ description: "so many days it holds" }),
});
