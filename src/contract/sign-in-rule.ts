import { z } from "@hono/zod-openapi";
import { domain } from "./single-sign-on.ts";

export const SignInRules = z
  .object({
    rules: z.array(z.object({ party: z.string().nullable(), domains: z.array(z.string()), since: z.iso.datetime() })).openapi({ description: "parties that demand two factors of everybody in the workspace" }),
    shown: z.boolean().openapi({ description: "whether this sign-in has shown two factors, so that one may demand them" }),
  })
  .openapi("SignInRules");
export const SignInRuleWanted = z.strictObject({ domains: z.array(domain).max(20).default([]).openapi({ description: "domains whose single sign-on counts as two factors" }) }).openapi("SignInRuleWanted");
