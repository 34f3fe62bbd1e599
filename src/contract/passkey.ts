import { z } from "@hono/zod-openapi";

const name = z.string().trim().min(1).max(120);
/** What the browser made, as WebAuthn writes it in JSON; whether it is right is found out, not described. */
const answer = z.looseObject({ id: z.string().min(1).max(2_000), rawId: z.string().max(2_000), type: z.literal("public-key"), response: z.record(z.string(), z.unknown()) });

export const Passkey = z
  .object({ id: z.uuid(), name: z.string(), synced: z.boolean().openapi({ description: "kept by a service on several devices, not on one alone" }), made: z.iso.datetime(), used: z.iso.datetime().nullable() })
  .openapi("Passkey");
export const Passkeys = z
  .object({
    passkeys: z.array(Passkey),
    possible: z.boolean().openapi({ description: "whether this address can have passkeys: they want https and a name" }),
    instead: z.string().nullable().openapi({ description: "an address of the same Remit that can" }),
  })
  .openapi("Passkeys");
export const PasskeyQuestion = z.object({ options: z.looseObject({ challenge: z.string() }).openapi({ description: "for `navigator.credentials`, as WebAuthn writes it in JSON" }) }).openapi("PasskeyQuestion");
export const NewPasskey = z.strictObject({ name, answer }).openapi("NewPasskey");
export const PasskeyRenamed = z.strictObject({ name }).openapi("PasskeyRenamed");
export const PasskeyUsed = z.strictObject({ answer }).openapi("PasskeyUsed");
