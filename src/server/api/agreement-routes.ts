import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { Refused } from "#app/refusal.ts";
import { accept, close, propose } from "#app/agreement/propose.ts";
import { stand } from "#app/agreement/stand.ts";
import { Agreement, Entry, NewProposal, ProposalAnswer, Proposals, ProposalState, TakenStand } from "#contract/agreement.ts";
import type { Edit } from "#core/model/edit.ts";
import { agreementOf, proposalsOf } from "#db/agreement.ts";
import { namesIn } from "#db/comment.ts";
import { body, json, refusals } from "./answers.ts";
import { inWorkspace, type Desk } from "./desk.ts";
import { Paged, paged } from "./paged.ts";
import { noteWhere } from "./session.ts";

const FRESH = { "Cache-Control": "no-store" };

/** What the parties agree on, row by row, and how a row changes once they do. */
export function agreementRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db, drafts } = desk;

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/agreement", summary: "Which rows are agreed or contested, and by whom", responses: { 200: json(Agreement, "as it stands"), ...refusals } }), async (c) => {
    const { account, workspace, revision } = await inWorkspace(desk, c, "read", "guests");
    const { deciding, stands, agreed } = await agreementOf(db, account, workspace);
    return c.json({ revision, deciding: [...deciding], agreed: [...agreed], stands: stands.map(({ at, ...each }) => ({ ...each, at: at.toISOString() })), names: await namesIn(db, account, workspace, stands.map(({ by }) => by)) }, 200, FRESH);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/stands", summary: "Agree to rows for one's party, contest them, or take it back", request: body(TakenStand), responses: { 200: json(Entry, "said"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const revision = await stand(drafts, account, workspace, c.req.valid("json"));
    desk.live.tell(workspace, "agreement");
    noteWhere(db, c, { account, workspace, revision });
    return c.json({ revision }, 200);
  });

  const About = z.object({ state: ProposalState.optional(), activity: z.string().min(1).max(120).optional(), ...Paged.shape });
  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/proposals", summary: "Proposals, newest first", request: { query: About }, responses: { 200: json(Proposals, "proposals"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c, "read", "guests");
    const { state, activity, ...piece } = c.req.valid("query");
    const { items, next } = await paged(piece, (most, behind) => proposalsOf(db, account, workspace, { state, activity }, behind, most));
    return c.json({ proposals: items.map(({ place: _, made, answered, edits, activities, acceptedBy, ...each }) => ({ ...each, edits: [...edits], activities: [...activities], acceptedBy: [...acceptedBy], made: made.toISOString(), answered: answered?.toISOString() ?? null })), names: await namesIn(db, account, workspace, items.flatMap(({ by, answeredBy }) => [by, ...(answeredBy === null ? [] : [answeredBy])])), next }, 200, FRESH);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/proposals", summary: "Propose a change to rows that are agreed", request: body(NewProposal), responses: { 200: json(Entry, "proposed"), ...refusals } }), async (c) => {
    const { account, workspace, role, party } = await inWorkspace(desk, c);
    if ((role !== "owner" && role !== "editor") || party === null) throw new Refused({ code: "may-not", what: "propose for a party" });
    const { edits, ...wanted } = c.req.valid("json");
    const revision = await propose(db, drafts, account, workspace, { ...wanted, edits: edits as readonly Edit[] });
    desk.live.tell(workspace, "agreement");
    desk.post?.ring();
    noteWhere(db, c, { account, workspace, revision });
    return c.json({ revision }, 200);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/proposals/{proposal}/answer", summary: "Accept or decline another party's proposal, or withdraw one's own", request: { params: z.object({ workspace: z.string(), proposal: z.uuid() }), ...body(ProposalAnswer) }, responses: { 200: json(Entry, "answered"), ...refusals } }), async (c) => {
    const { account, workspace, role, party } = await inWorkspace(desk, c);
    if ((role !== "owner" && role !== "editor" && role !== "approver") || party === null) throw new Refused({ code: "may-not", what: "answer for a party" });
    const { id, answer, reason, seen } = c.req.valid("json");
    const { proposal } = c.req.valid("param");
    const revision = answer === "accept" ? await accept(db, drafts, account, workspace, proposal, id, seen ?? 0) : await close(db, drafts, account, workspace, proposal, id, reason, party);
    desk.live.tell(workspace, "agreement");
    desk.post?.ring();
    noteWhere(db, c, { account, workspace, revision });
    return c.json({ revision }, 200);
  });
}
