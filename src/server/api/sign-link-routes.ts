import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { trouble } from "#app/version/denied.ts";
import { askCode, linked, refuseLinked, signLinked } from "#app/version/by-link.ts";
import { CodeSent, DoneByLink, RefuseByLink, SignByLink, SignLink, SignLinkOffer } from "#contract/version.ts";
import { actorOf } from "#db/account.ts";
import { shownSignLink } from "#db/sign-link.ts";
import { body, json, refusals } from "./answers.ts";
import type { Desk } from "./desk.ts";
import { fromOf, hashOf, keyOf, sessionOf } from "./session.ts";
import { signingHouse } from "./version-routes.ts";

/** As much of an address as a link alone may show. */
const veiled = (address: string): string => address.replace(/^(.).*(@.*)$/, "$1…$2");

/** Signing without an account: a link shows what is to be signed, and a code that goes elsewhere signs it. */
export function signLinkRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db } = desk;
  const house = signingHouse(desk);

  /** A link that somebody of another party holds is worth nothing, whoever sent it. @throws Refused */
  const inGoodHands = async (c: Context, token: string): Promise<void> => {
    const session = keyOf(c) === undefined ? sessionOf(c) : undefined;
    const actor = session && (await actorOf(db, session));
    if (actor && (await shownSignLink(db, hashOf(token), actor.account))) throw trouble("link-burnt");
  };

  api.openapi(createRoute({ method: "post", path: "/signing/look", summary: "What a link asks to be signed", request: body(SignLink), responses: { 200: json(SignLinkOffer, "the whole text"), ...refusals } }), async (c) => {
    const { token } = c.req.valid("json");
    await inGoodHands(c, token);
    const { link, version } = await linked(house, token);
    return c.json({ workspace: link.workspaceName, number: version.number, name: link.name, party: link.partyName, digest: version.digest, validFrom: version.validFrom, validUntil: version.validUntil, until: link.until.toISOString(), address: veiled(link.address), document: JSON.parse(version.matrix) as Record<string, unknown> }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "post", path: "/signing/code", summary: "Have a code sent to the address the signatory's own party entered", request: body(SignLink), responses: { 200: json(CodeSent, "on its way; good for ten minutes"), ...refusals } }), async (c) => {
    const { token } = c.req.valid("json");
    await inGoodHands(c, token);
    const { address } = await askCode(house, token);
    desk.post?.ring();
    return c.json({ address: veiled(address) }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "post", path: "/signing/sign", summary: "Sign with a link and its code", request: body(SignByLink), responses: { 200: json(DoneByLink, "signed; the link is used up"), ...refusals } }), async (c) => {
    const { token, code, id, digest, intent } = c.req.valid("json");
    await inGoodHands(c, token);
    const { address, agent } = fromOf(c);
    const { workspace, ...done } = await signLinked(house, token, code, id, { digest, intent, address, agent });
    desk.post?.ring();
    desk.live.tell(workspace, "versions");
    return c.json(done, 200);
  });

  api.openapi(createRoute({ method: "post", path: "/signing/refuse", summary: "Refuse with a link and its code", request: body(RefuseByLink), responses: { 200: json(DoneByLink, "refused: the version is closed"), ...refusals } }), async (c) => {
    const { token, code, id, reason, rows } = c.req.valid("json");
    await inGoodHands(c, token);
    const { workspace, number } = await refuseLinked(house, token, code, id, reason, rows);
    desk.live.tell(workspace, "versions");
    return c.json({ number, complete: false }, 200);
  });
}
