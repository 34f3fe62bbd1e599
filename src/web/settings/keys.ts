import type { z } from "@hono/zod-openapi";
import type { ApiKey, MadeApiKey, NewApiKey } from "#contract/api-key.ts";
import { ask } from "../account/asking.ts";

export type Key = z.infer<typeof ApiKey>;
export type MadeKey = z.infer<typeof MadeApiKey>;

/** One piece of the list, newest first. */
export const keysOf = (workspace: string, after?: string): Promise<{ readonly keys: readonly Key[]; readonly next: string | null }> => ask("GET", `/workspaces/${workspace}/keys${after === undefined ? "" : `?after=${encodeURIComponent(after)}`}`);
export const makeKey = (workspace: string, key: z.input<typeof NewApiKey>): Promise<MadeKey> => ask("POST", `/workspaces/${workspace}/keys`, key);
export const revokeKey = (workspace: string, key: string): Promise<void> => ask("DELETE", `/workspaces/${workspace}/keys/${key}`, {});

/** Whether a key opens anything at a moment; one that was revoked and has run out besides counts as revoked. */
export const standingOf = ({ revoked, until }: Pick<Key, "revoked" | "until">, now: number): "open" | "revoked" | "expired" => (revoked ? "revoked" : Date.parse(until) <= now ? "expired" : "open");

/** A first request with a key, for a command line. */
export const firstRequest = (origin: string, workspace: string, key: string): string => `curl -H "Authorization: Bearer ${key}" ${origin}/api/workspaces/${workspace}/matrix`;
