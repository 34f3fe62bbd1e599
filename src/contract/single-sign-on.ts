import { z } from "@hono/zod-openapi";
import { email } from "./account.ts";

const name = z.string().trim().min(1).max(120);
const client = z.string().trim().min(1).max(500);
const secret = z.string().trim().min(1).max(1_000);
/** A domain as it stands behind the @ of an address. */
export const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/, "a domain looks like alder.example");
const silent = z.boolean().openapi({ description: "whether an address counts of which the provider does not say whether it was verified; one it calls unverified never does" });

export const IdentityProvider = z
  .object({
    id: z.uuid(),
    party: z.string().nullable().openapi({ description: "the party whose owners look after it" }),
    name: z.string(),
    domain: z.string(),
    issuer: z.string(),
    client: z.string(),
    silent,
    made: z.iso.datetime(),
    proved: z.iso.datetime().nullable().openapi({ description: "until then it serves nobody" }),
    provedBy: z.enum(["record", "operator"]).nullable(),
    record: z.object({ name: z.string(), value: z.string() }).openapi({ description: "the TXT record that proves the domain" }),
    callback: z.string().openapi({ description: "the redirect address to name at the provider" }),
  })
  .openapi("IdentityProvider");
export const NewIdentityProvider = z.strictObject({ name, domain, issuer: z.url().max(500), client, secret, silent: silent.default(false) }).openapi("NewIdentityProvider");
export const IdentityProviderChange = z.strictObject({ name: name.optional(), client: client.optional(), secret: secret.optional(), silent: silent.optional() }).openapi("IdentityProviderChange");

export const AddressTyped = z.strictObject({ email }).openapi("AddressTyped");
export const ProviderOfAddress = z.object({ provider: z.string().nullable().openapi({ description: "how the organisation of this domain calls its sign-in; says nothing of whether the address has an account" }) }).openapi("ProviderOfAddress");

/** A page of a workspace, or the entrance: nothing else is ever gone back to. */
const ownPage = z.string().max(1_000).regex(/^(?:\/enter|\/w\/[\w?&=#%.,:+~/-]+)$/).refine((path) => !path.includes("//") && !path.includes(".."), "a page of this Remit");
export const SignOnBegun = z.strictObject({ email, back: ownPage.optional() }).openapi("SignOnBegun");
export const SignOnWay = z.object({ to: z.url().openapi({ description: "where the browser goes now" }) }).openapi("SignOnWay");
/** A code where the account has a second factor, else its password. */
export const SignOnTie = z.strictObject({ code: z.string().trim().min(6).max(40).optional(), backup: z.boolean().default(false), password: z.string().min(1).max(1_000).optional() }).openapi("SignOnTie");
export const SignedOn = z.object({ back: z.string() }).openapi("SignedOn");
