import { z } from "@hono/zod-openapi";

const id = z.string().min(1).max(120);
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\dZ$/, "an instant is written in UTC like 2026-11-21T14:00Z").refine((text) => Number.isFinite(Date.parse(text)), "this day is not in the calendar");

export const Duty = z
  .object({
    person: z.string().nullable().openapi({ description: "the person of the matrix one is" }),
    here: z.array(z.string()).openapi({ description: "persons of the matrix that members are named as: they can be asked" }),
    swaps: z.array(z.object({ id: z.uuid(), rotation: id, from: instant, until: instant, out: id, in: id, own: z.boolean().openapi({ description: "asked by oneself" }) })).openapi({ description: "turns somebody asked another to take, not answered yet" }),
  })
  .openapi("Duty");
export const NewSwap = z.strictObject({ id: z.uuid().openapi({ description: "given by the sender: asked once" }), rotation: id, from: instant, until: instant, in: id.openapi({ description: "who is asked to take the turn" }) }).openapi("NewSwap");
export const SwapAnswer = z.strictObject({ answer: z.enum(["yes", "no", "withdrawn"]) }).openapi("SwapAnswer");
