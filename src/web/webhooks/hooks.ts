import type { z } from "@hono/zod-openapi";
import type { Delivery as DeliveryShape, MadeWebhook, NewWebhook, Webhook as WebhookShape, WebhookChange, WebhookEvent } from "#contract/webhook.ts";
import { ask } from "../account/asking.ts";

export type Webhook = z.infer<typeof WebhookShape>;
export type Delivery = z.infer<typeof DeliveryShape>;
export type Event = WebhookEvent;
export type Secret = z.infer<typeof MadeWebhook>;

/** What one can be told of, in the order it is offered. */
export const EVENTS: readonly Event[] = ["draft.edited", "member.joined", "member.left", "comment.said", "proposal.made", "proposal.answered", "contact.confirmed", "contact.tested"];

const at = (workspace: string, webhook = ""): string => `/workspaces/${workspace}/webhooks${webhook === "" ? "" : `/${webhook}`}`;
export const webhooksOf = (workspace: string): Promise<{ readonly webhooks: readonly Webhook[] }> => ask("GET", at(workspace));
export const makeWebhook = (workspace: string, webhook: z.input<typeof NewWebhook>): Promise<Secret> => ask("POST", at(workspace), webhook);
export const changeWebhook = (workspace: string, webhook: string, change: z.input<typeof WebhookChange>): Promise<void> => ask("PATCH", at(workspace, webhook), change);
export const removeWebhook = (workspace: string, webhook: string): Promise<void> => ask("DELETE", at(workspace, webhook), {});
export const newSecret = (workspace: string, webhook: string): Promise<Secret> => ask("POST", `${at(workspace, webhook)}/secret`, {});
export const testWebhook = (workspace: string, webhook: string): Promise<unknown> => ask("POST", `${at(workspace, webhook)}/test`, {});
export const deliveriesOf = (workspace: string, webhook: string, after?: string): Promise<{ readonly deliveries: readonly Delivery[]; readonly next: string | null }> =>
  ask("GET", `${at(workspace, webhook)}/deliveries?limit=20${after === undefined ? "" : `&after=${encodeURIComponent(after)}`}`);
export const replay = (workspace: string, webhook: string, delivery: string): Promise<unknown> => ask("POST", `${at(workspace, webhook)}/deliveries/${delivery}/replay`, {});
