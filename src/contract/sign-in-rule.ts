import { z } from "@hono/zod-openapi";
import { domain } from "./single-sign-on.ts";

export const SignInRules = z
  .object({
    rules: z.array(z.object({ party: z.string().nullable(), domains: z.array(z.string()), since: z.iso.datetime() })).openapi({ description: "parties that demand two factors of everybody in the workspace" }),
    shown: z.boolean().openapi({ description: "whether this sign-in has shown two factors, so that one may demand them" }),
  })
  .openapi("SignInRules");
export const SignInRuleWanted = z.strictObject({ domains: z.array(domain).max(20).default([]).openapi({ description: "domains whose single sign-on counts as two factors" }) }).openapi("SignInRuleWanted");
export const SignInRuleLook = z
  .object({
    keptOut: z.array(z.object({ account: z.uuid(), name: z.string(), party: z.string().nullable() })).openapi({ description: "members who have no second factor, and would be kept out at once" }),
    you: z.boolean().openapi({ description: "whether it would keep out whoever asks: then it is refused" }),
  })
  .openapi("SignInRuleLook");
