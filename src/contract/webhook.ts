import { z } from "@hono/zod-openapi";

/** What a webhook can be told. */
export const WebhookEvent = z.enum(["draft.edited", "member.joined", "member.left", "comment.said", "proposal.made", "proposal.answered", "contact.confirmed", "contact.tested"]);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

const name = z.string().trim().min(1).max(120);
const url = z.string().trim().min(1).max(2_000).openapi({ description: "https, a name on the internet" });
const events = z.array(WebhookEvent).min(1).max(40);

export const Webhook = z
  .object({
    id: z.uuid(),
    name: z.string(),
    url: z.string(),
    events: z.array(z.string()),
    party: z.string().nullable().openapi({ description: "whose owners look after it; it is told what that party may see" }),
    on: z.boolean(),
    offWhy: z.enum(["failing", "gone"]).nullable().openapi({ description: "why it is off, where no owner switched it off: nothing was taken for three days, or the receiver answered 410" }),
    failingSince: z.iso.datetime().nullable(),
    made: z.iso.datetime(),
    oldUntil: z.iso.datetime().nullable().openapi({ description: "until when the secret before this one signs besides" }),
  })
  .openapi("Webhook");
export const Webhooks = z.object({ webhooks: z.array(Webhook) }).openapi("Webhooks");
export const NewWebhook = z.strictObject({ name, url, events }).openapi("NewWebhook");
export const WebhookChange = z.strictObject({ name: name.optional(), url: url.optional(), events: events.optional(), on: z.boolean().optional() }).openapi("WebhookChange");
export const MadeWebhook = z.object({ id: z.uuid(), secret: z.string().openapi({ description: "shown this once; `whsec_…`, as Standard Webhooks writes it" }) }).openapi("MadeWebhook");

const Attempt = z.object({ at: z.iso.datetime(), status: z.int().nullable(), took: z.int().openapi({ description: "milliseconds" }), answer: z.string().openapi({ description: "its first 500 characters" }), fault: z.string().nullable() });
export const Delivery = z
  .object({
    id: z.uuid(),
    message: z.uuid().openapi({ description: "`webhook-id`; a replay has the same" }),
    event: z.string(),
    body: z.looseObject({}),
    made: z.iso.datetime(),
    state: z.enum(["waiting", "sent", "failed"]),
    attempts: z.array(Attempt),
    again: z.iso.datetime().nullable(),
  })
  .openapi("Delivery");
export const Deliveries = z.object({ deliveries: z.array(Delivery), next: z.string().nullable() }).openapi("Deliveries");
export const Queued = z.object({ delivery: z.uuid() }).openapi("Queued");
