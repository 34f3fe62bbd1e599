import * as z from "zod/mini";
import { itemId, personId, roleId } from "./id.ts";
import { instant, line, text } from "./measure.ts";
import { Contact } from "./party.ts";
import { Verb } from "./decision.ts";

/**
 * The facts that change by themselves, beside the signed matrix: contact values, verifications,
 * absences, swaps, and the recorded acts (delegations, changes of holders). Own digest, never signed.
 */
export const Directory = z.strictObject({
  contacts: z.optional(z.array(Contact)),
  absences: z.optional(
    z.array(
      z.strictObject({
        id: itemId, person: personId, from: instant, until: instant,
        substitute: z.optional(personId), reason: z.optional(line),
      }),
    ),
  ),
  swaps: z.optional(
    z.array(z.strictObject({ id: itemId, rotation: itemId, from: instant, until: instant, out: personId, in: personId })),
  ),
  delegations: z.optional(
    z.array(
      z.strictObject({
        id: itemId, from: personId, to: personId, verbs: z.array(Verb),
        starts: instant, ends: instant, recordedBy: z.optional(personId), note: z.optional(text),
      }),
    ),
  ),
  holderChanges: z.optional(
    z.array(
      z.strictObject({ id: itemId, role: roleId, holders: z.array(personId), at: instant, by: personId }),
    ),
  ),
});
export type Directory = z.infer<typeof Directory>;
