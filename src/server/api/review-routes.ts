import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { Refused } from "#app/refusal.ts";
import { HeldReview, PlannedReview, RaisedTrigger, Reviews } from "#contract/review.ts";
import { namesIn } from "#db/comment.ts";
import type { Denied } from "#db/denied.ts";
import { cancelReview, holdReview, planReview, raiseTrigger, reviewDecisionsOf, reviewsOf, reviewTriggersOf } from "#db/review.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { inWorkspace, type Desk } from "./desk.ts";

const FRESH = { "Cache-Control": "no-store" };
const one = z.object({ workspace: z.string(), review: z.uuid() });

/** @throws Refused */
function unlessDone(done: { readonly ok: true; readonly value: boolean } | { readonly ok: false; readonly denied: Denied }, what: string): void {
  if (!done.ok) throw new Refused(done.denied === "may-not" ? { code: "may-not", what } : done.denied === "in-the-way" ? { code: "closed" } : { code: "not-found" });
  if (!done.value) throw new Refused({ code: "not-found" });
}

/** Reviews: planned, held, remembered; and what calls for one. */
export function reviewRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db } = desk;
  const told = (workspace: string): void => desk.live.tell(workspace, "reviews");

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/reviews", summary: "Reviews with what was decided, and what calls for one", responses: { 200: json(Reviews, "the latest first"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c, "read");
    const [reviews, triggers] = await Promise.all([reviewsOf(db, account, workspace), reviewTriggersOf(db, account, workspace)]);
    const decisions = Map.groupBy(await reviewDecisionsOf(db, account, workspace, reviews.map(({ id }) => id)), ({ review }) => review);
    const actors = [...reviews.flatMap(({ plannedBy, closedBy }) => [plannedBy, ...(closedBy === null ? [] : [closedBy])]), ...triggers.map(({ by }) => by)];
    return c.json({
      reviews: reviews.map((review) => ({ ...review, decisions: (decisions.get(review.id) ?? []).map(({ review: _, ...decision }) => decision) })),
      triggers: triggers.map(({ at, ...trigger }) => ({ ...trigger, at: at.toISOString() })),
      names: await namesIn(db, account, workspace, actors),
    }, 200, FRESH);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/reviews", summary: "Plan a review, or move it to another day", request: body(PlannedReview), responses: nothing("planned") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const { id, day } = c.req.valid("json");
    unlessDone(await planReview(db, account, workspace, id, day), "plan a review");
    told(workspace);
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "delete", path: "/workspaces/{workspace}/reviews/{review}", summary: "Call a planned review off", request: { params: one }, responses: nothing("called off") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    unlessDone(await cancelReview(db, account, workspace, c.req.valid("param").review), "call a review off");
    told(workspace);
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "put", path: "/workspaces/{workspace}/reviews/{review}/held", summary: "Write down that a review was held: who was there, what was said and decided", request: { params: one, ...body(HeldReview) }, responses: nothing("written down; what was raised until then is dealt with") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    unlessDone(await holdReview(db, account, workspace, c.req.valid("param").review, c.req.valid("json")), "write a review down");
    told(workspace);
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/review-triggers", summary: "Say that something happened that calls for a review", request: body(RaisedTrigger), responses: nothing("raised") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const done = await raiseTrigger(db, account, workspace, c.req.valid("json"));
    // Raised twice is raised.
    unlessDone(done.ok ? { ok: true, value: true } : done, "call for a review");
    told(workspace);
    return c.body(null, 204);
  });
}
