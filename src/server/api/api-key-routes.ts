import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { ApiKey, MadeApiKey, NewApiKey } from "#contract/api-key.ts";
import { apiKeysOf, makeApiKey, revokeApiKey } from "#db/api-key.ts";
import { Refused } from "#app/refusal.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { inWorkspace, type Desk } from "./desk.ts";
import { paged, Paged } from "./paged.ts";
import { hashOf, KEY_MARK, newToken } from "./session.ts";

const DAY = 86_400_000;

/** Keys with which programs read and edit one workspace. Only people make them. */
export function apiKeyRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db } = desk;

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/keys", summary: "One's keys; for owners those of their party", request: { query: Paged }, responses: { 200: json(z.object({ keys: z.array(ApiKey), next: z.string().nullable() }), "the keys, newest first"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const { items, next } = await paged(c.req.valid("query"), (most, below) => apiKeysOf(db, account, workspace, most, below));
    return c.json({ next, keys: items.map(({ made, until, revoked, used, scopes, place: _, ...key }) => ({ ...key, scopes: [...scopes], made: made.toISOString(), until: until.toISOString(), revoked: revoked !== null, used: used?.toISOString() ?? null })) }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/keys", summary: "Make a key; it is shown this once", request: body(NewApiKey), responses: { 201: json(MadeApiKey, "the key"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const { name, edit, days } = c.req.valid("json");
    const key = `${KEY_MARK}${newToken()}`;
    const until = new Date(Date.now() + days * DAY);
    const made = await makeApiKey(db, account, workspace, hashOf(key), name, edit ? ["read", "edit"] : ["read"], until);
    if (!made.ok) throw new Refused(made.denied === "may-not" ? { code: "may-not", what: "edit" } : { code: "not-found" });
    return c.json({ id: made.value, key, until: until.toISOString() }, 201, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "delete", path: "/workspaces/{workspace}/keys/{key}", summary: "Revoke a key", request: { params: z.object({ workspace: z.string(), key: z.uuid() }) }, responses: nothing("it opens nothing any more") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    if (!(await revokeApiKey(db, account, workspace, c.req.valid("param").key))) throw new Refused({ code: "not-found" });
    return c.body(null, 204);
  });
}
