import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { Deliveries, MadeWebhook, NewWebhook, Queued, WebhookChange, Webhooks } from "#contract/webhook.ts";
import type { Denied } from "#db/denied.ts";
import { changeWebhook, deliveriesOf, makeWebhook, removeWebhook, replayDelivery, rotateWebhook, testWebhook, webhooksOf, type Delivery, type Webhook } from "#db/webhook.ts";
import { Refused } from "#app/refusal.ts";
import { unfitAddress } from "../webhooks/address.ts";
import { newSecret } from "../webhooks/carrier.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { inWorkspace, type Desk, type InWorkspace } from "./desk.ts";
import { paged, Paged } from "./paged.ts";
import { problem } from "./refuse.ts";

const shown = ({ events, failingSince, made, oldUntil, ...hook }: Webhook) => ({ ...hook, events: [...events], failingSince: failingSince?.toISOString() ?? null, made: made.toISOString(), oldUntil: oldUntil?.toISOString() ?? null });
const shownDelivery = ({ body, made, attempts, again, place: _, ...delivery }: Delivery) => ({ ...delivery, body: { ...body }, made: made.toISOString(), attempts: attempts.map((one) => ({ ...one })), again: again?.toISOString() ?? null });

const one = z.object({ workspace: z.string(), webhook: z.uuid() });
const fresh = { "Cache-Control": "no-store" };

function denied(c: Context, why: Denied): never {
  if (why === "may-not") throw new Refused({ code: "may-not", what: "look after its webhooks" });
  if (why === "in-the-way") return problem(c, 409, "In the way", "a webhook that is off is told nothing, and a party has twenty at most", { code: "in-the-way" }) as never;
  throw new Refused({ code: "not-found" });
}

/** Webhooks: owners have addresses told what happens here. */
export function webhookRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db, keys, webhooks } = desk;

  const owner = async (c: Context): Promise<InWorkspace> => {
    const here = await inWorkspace(desk, c);
    if (here.role !== "owner") throw new Refused({ code: "may-not", what: "look after its webhooks" });
    return here;
  };
  const fit = (url: string | undefined): void => {
    const message = url === undefined ? undefined : unfitAddress(url, webhooks?.near === true);
    if (message !== undefined) throw new Refused({ code: "unfit", problems: [{ place: "url", message }] });
  };

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/webhooks", summary: "The webhooks of one's party", responses: { 200: json(Webhooks, "the webhooks; at most twenty of a party"), ...refusals } }), async (c) => {
    const { account, workspace } = await owner(c);
    return c.json({ webhooks: (await webhooksOf(db, account, workspace)).map(shown) }, 200, fresh);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/webhooks", summary: "Make a webhook; its secret is shown this once", request: body(NewWebhook), responses: { 201: json(MadeWebhook, "the secret"), ...refusals } }), async (c) => {
    const { account, workspace } = await owner(c);
    const wanted = c.req.valid("json");
    fit(wanted.url);
    const secret = newSecret();
    const made = await makeWebhook(db, account, workspace, { ...wanted, events: [...new Set(wanted.events)] }, keys.seal(secret));
    return made.ok ? c.json({ id: made.value, secret }, 201, fresh) : denied(c, made.denied);
  });

  api.openapi(createRoute({ method: "patch", path: "/workspaces/{workspace}/webhooks/{webhook}", summary: "Change a webhook, or switch it off and on", request: { params: one, ...body(WebhookChange) }, responses: nothing("changed") }), async (c) => {
    const { account, workspace } = await owner(c);
    const change = c.req.valid("json");
    fit(change.url);
    const done = await changeWebhook(db, account, workspace, c.req.valid("param").webhook, { ...change, ...(change.events ? { events: [...new Set(change.events)] } : {}) });
    return done.ok ? c.body(null, 204) : denied(c, done.denied);
  });

  api.openapi(createRoute({ method: "delete", path: "/workspaces/{workspace}/webhooks/{webhook}", summary: "Remove a webhook, with what is known of its deliveries", request: { params: one }, responses: nothing("removed") }), async (c) => {
    const { account, workspace } = await owner(c);
    const done = await removeWebhook(db, account, workspace, c.req.valid("param").webhook);
    return done.ok ? c.body(null, 204) : denied(c, done.denied);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/webhooks/{webhook}/secret", summary: "Make a new secret; the one before signs besides for a day", request: { params: one }, responses: { 200: json(MadeWebhook, "the secret, shown this once"), ...refusals } }), async (c) => {
    const { account, workspace } = await owner(c);
    const { webhook } = c.req.valid("param");
    const secret = newSecret();
    const done = await rotateWebhook(db, account, workspace, webhook, keys.seal(secret));
    return done.ok ? c.json({ id: webhook, secret }, 200, fresh) : denied(c, done.denied);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/webhooks/{webhook}/test", summary: "Send a test", request: { params: one }, responses: { 202: json(Queued, "on its way; the log says how it went"), ...refusals } }), async (c) => {
    const { account, workspace } = await owner(c);
    const done = await testWebhook(db, account, workspace, c.req.valid("param").webhook);
    if (!done.ok) return denied(c, done.denied);
    webhooks?.ring();
    return c.json({ delivery: done.value }, 202, fresh);
  });

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/webhooks/{webhook}/deliveries", summary: "What a webhook was told, newest first; kept for 30 days", request: { params: one, query: Paged }, responses: { 200: json(Deliveries, "the log"), ...refusals } }), async (c) => {
    const { account, workspace } = await owner(c);
    const { webhook } = c.req.valid("param");
    const { items, next } = await paged(c.req.valid("query"), (most, below) => deliveriesOf(db, account, workspace, webhook, most, below));
    return c.json({ deliveries: items.map(shownDelivery), next }, 200, fresh);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/webhooks/{webhook}/deliveries/{delivery}/replay", summary: "Send a message once more", request: { params: one.extend({ delivery: z.uuid() }) }, responses: { 202: json(Queued, "on its way"), ...refusals } }), async (c) => {
    const { account, workspace } = await owner(c);
    const { webhook, delivery } = c.req.valid("param");
    const done = await replayDelivery(db, account, workspace, webhook, delivery);
    if (!done.ok) return denied(c, done.denied);
    webhooks?.ring();
    return c.json({ delivery: done.value }, 202, fresh);
  });
}
