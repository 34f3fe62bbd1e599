import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { answerForSwap, askForSwap } from "#app/duty/swap.ts";
import { Refused } from "#app/refusal.ts";
import { Duty, NewSwap, SwapAnswer } from "#contract/duty.ts";
import { placeNamed } from "#db/member.ts";
import { openSwaps, personOf, personsHere } from "#db/swap-request.ts";
import { messengerOf } from "./contact-check-routes.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { inWorkspace, type Desk } from "./desk.ts";
import { noteWhere, sessionOf } from "./session.ts";

const instant = (at: Date): string => `${at.toISOString().slice(0, 16)}Z`;

/** One's own turns: who one is in the matrix, and turns that are asked for. */
export function dutyRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db, drafts } = desk;
  const member = async (c: Context) => {
    const { account, name, workspace } = await inWorkspace(desk, c);
    const session = sessionOf(c);
    if (!session) throw new Refused({ code: "signed-out" });
    return { account, name, workspace, session };
  };

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/duty", summary: "Who one is in the matrix, and turns that are asked for", responses: { 200: json(Duty, "one's person, and open swaps"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const [person, here, swaps] = await Promise.all([personOf(db, account, workspace), personsHere(db, account, workspace), openSwaps(db, account, workspace)]);
    return c.json({ person, here, swaps: swaps.map(({ starts, ends, by, asked: _, ...one }) => ({ ...one, from: instant(starts), until: instant(ends), own: by === account })) }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/swaps", summary: "Ask another of the rotation to take a turn of one's own", request: body(NewSwap), responses: nothing("asked; nothing changes before the other says yes") }), async (c) => {
    const who = await member(c);
    await askForSwap(db, drafts, messengerOf(desk), { ...who, workspaceName: (await placeNamed(db, who.account, who.workspace, undefined, null)).workspace }, c.req.valid("json"));
    desk.post?.ring();
    desk.live.tell(who.workspace, "duty");
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/swaps/{swap}", summary: "Say yes or no to a swap, or take one's own request back", request: { params: z.object({ workspace: z.string(), swap: z.uuid() }), ...body(SwapAnswer) }, responses: nothing("so it is") }), async (c) => {
    const { session, ...who } = await member(c);
    const revision = await answerForSwap(db, drafts, who, { account: who.account, session }, c.req.valid("param").swap, c.req.valid("json").answer);
    if (revision !== undefined) noteWhere(db, c, { ...who, revision });
    desk.live.tell(who.workspace, "duty");
    return c.body(null, 204);
  });
}
