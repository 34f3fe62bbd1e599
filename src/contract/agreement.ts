import { z } from "@hono/zod-openapi";
import { EditShape } from "./edit.ts";
import { Names, next } from "./talk.ts";

const id = z.uuid();
const activity = z.string().min(1).max(120);
const reason = z.string().trim().min(1).max(2_000);

export const Stand = z
  .object({ activity, party: z.string(), stand: z.enum(["agreed", "contested"]), reason: z.string().nullable(), by: id, at: z.iso.datetime(), current: z.boolean().openapi({ description: "the row still stands as it did then" }) })
  .openapi("Stand");
export const Agreement = z
  .object({
    revision: z.int(),
    deciding: z.array(z.string()).openapi({ description: "parties with somebody who decides for them here" }),
    stands: z.array(Stand),
    agreed: z.array(activity).openapi({ description: "rows every deciding party agreed to as they stand; they change by proposals" }),
    names: Names,
  })
  .openapi("Agreement");
export const TakenStand = z
  .strictObject({
    id: id.openapi({ description: "given by the sender: taken once" }),
    rows: z.array(activity).min(1).max(20_000),
    stand: z.enum(["agreed", "contested", "none"]),
    reason: reason.nullable().default(null),
    seen: z.int().min(0).openapi({ description: "the revision the rows were read at" }),
  })
  .refine(({ stand, reason }) => stand !== "contested" || reason !== null, "who contests a row says why")
  .openapi("TakenStand");
export const Entry = z.object({ revision: z.int() }).openapi("Entry");

const state = z.enum(["open", "accepted", "declined", "withdrawn", "countered"]);
export const Proposal = z
  .object({
    id, base: z.int(), what: z.string(), edits: z.array(z.unknown()), activities: z.array(activity), reason: z.string().nullable(), party: z.string(), by: id, made: z.iso.datetime(),
    counters: id.nullable(), state, acceptedBy: z.array(z.string()), answer: z.string().nullable(), answeredBy: id.nullable(), answeredFor: z.string().nullable(), answered: z.iso.datetime().nullable(),
  })
  .openapi("Proposal");
export const Proposals = z.object({ proposals: z.array(Proposal), names: Names, next }).openapi("Proposals");
export const ProposalState = state;
export const NewProposal = z
  .strictObject({
    id: id.openapi({ description: "given by the sender: made once" }),
    base: z.int().min(0).openapi({ description: "the revision the sender had seen" }),
    what: z.string().trim().min(1).max(500),
    edits: z.array(EditShape).min(1).max(2_000),
    reason: reason.nullable().default(null),
    counters: id.nullable().default(null).openapi({ description: "the other party's open proposal this one answers" }),
  })
  .openapi("NewProposal");
export const ProposalAnswer = z
  .strictObject({ id: id.openapi({ description: "given by the sender: answered once" }), answer: z.enum(["accept", "decline", "withdraw"]), reason: reason.nullable().default(null), seen: z.int().min(0).optional().openapi({ description: "the revision the rows were read at; wanted to accept" }) })
  .refine(({ answer, seen }) => answer !== "accept" || seen !== undefined, "who accepts says which revision they saw")
  .refine(({ answer, reason }) => answer !== "decline" || reason !== null, "who declines says why")
  .openapi("ProposalAnswer");
