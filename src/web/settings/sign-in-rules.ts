import type { z } from "@hono/zod-openapi";
import type { SignInRuleLook, SignInRules } from "#contract/sign-in-rule.ts";
import { ask } from "../account/asking.ts";

export type Rules = z.infer<typeof SignInRules>;
/** Whom a rule would keep out. */
export type Look = z.infer<typeof SignInRuleLook>;

const at = (workspace: string): string => `/workspaces/${workspace}/sign-in-rules`;
export const rulesOf = (workspace: string): Promise<Rules> => ask("GET", at(workspace));
export const lookAt = (workspace: string, domains: readonly string[]): Promise<Look> => ask("POST", `${at(workspace)}/look`, { domains });
export const demand = (workspace: string, domains: readonly string[]): Promise<void> => ask("PUT", at(workspace), { domains });
export const lift = (workspace: string): Promise<void> => ask("DELETE", at(workspace), {});

/** Domains as people write them one after another. */
export const domainsIn = (words: string): string[] => words.toLowerCase().split(/[\s,;]+/).map((word) => word.replace(/^.*@/, "")).filter(Boolean);
