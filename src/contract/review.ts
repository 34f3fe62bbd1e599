import { z } from "@hono/zod-openapi";
import { TRIGGERS } from "#core/review/triggers.ts";
import { Names } from "./talk.ts";

const id = z.uuid();
const day = z.iso.date();
const words = (most: number) => z.string().trim().max(most);
const decision = z.strictObject({
  id: id.openapi({ description: "given by the sender; a decision that changes a row is proposed under the same id" }),
  words: words(2_000).min(1), activity: z.string().min(1).max(120).nullable().default(null),
});

export const Reviews = z
  .object({
    reviews: z.array(z.object({ id, planned: z.string(), plannedBy: id, held: z.string().nullable(), attended: z.string().nullable(), minutes: z.string().nullable(), closedBy: id.nullable(), cancelled: z.boolean(), decisions: z.array(z.object({ id, words: z.string(), activity: z.string().nullable() })) })),
    triggers: z.array(z.object({ id, kind: z.string(), note: z.string().nullable(), by: id, at: z.iso.datetime(), review: id.nullable().openapi({ description: "which review dealt with it" }) })),
    names: Names,
  })
  .openapi("Reviews");
export const PlannedReview = z.strictObject({ id: id.openapi({ description: "given by the sender; planned again under the same id, it is moved" }), day }).openapi("PlannedReview");
export const HeldReview = z.strictObject({ held: day, attended: words(2_000).default(""), minutes: words(20_000).default(""), decisions: z.array(decision).max(100).default([]) }).openapi("HeldReview");
export const RaisedTrigger = z.strictObject({ id: id.openapi({ description: "given by the sender: raised once" }), kind: z.enum(TRIGGERS), note: words(2_000).min(1).nullable().default(null) }).openapi("RaisedTrigger");
