import type { z } from "@hono/zod-openapi";
import type { IdentityProvider, IdentityProviderChange, NewIdentityProvider } from "#contract/single-sign-on.ts";
import { ask } from "../account/asking.ts";

export type Provider = z.infer<typeof IdentityProvider>;
export interface Providers {
  readonly providers: readonly Provider[];
  /** The redirect address; `{domain}` stands for the domain. */
  readonly callback: string;
}

const at = (workspace: string): string => `/workspaces/${workspace}/single-sign-on`;
export const providersOf = (workspace: string): Promise<Providers> => ask("GET", at(workspace));
export const addProvider = (workspace: string, provider: z.input<typeof NewIdentityProvider>): Promise<Provider> => ask("POST", at(workspace), provider);
export const changeProvider = (workspace: string, id: string, change: z.input<typeof IdentityProviderChange>): Promise<void> => ask("PATCH", `${at(workspace)}/${id}`, change);
export const checkProvider = (workspace: string, id: string): Promise<Provider> => ask("POST", `${at(workspace)}/${id}/check`, {});
export const removeProvider = (workspace: string, id: string): Promise<void> => ask("DELETE", `${at(workspace)}/${id}`, {});
