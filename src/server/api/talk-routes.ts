import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { PrivateContact } from "#contract/member.ts";
import { ChangedComment, Comments, EvidenceList, NewComment, NewEvidence, Resolved } from "#contract/talk.ts";
import { changeComment, commentsOf, namesIn, removeComment, resolveThread, sayComment, type Comment } from "#db/comment.ts";
import { addEvidence, evidenceOf, removeEvidence } from "#db/evidence.ts";
import { privateContactsOf } from "#db/private-contact.ts";
import type { Denied } from "#db/denied.ts";
import { Refused } from "#app/refusal.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { inWorkspace, type Desk } from "./desk.ts";
import { Paged, paged } from "./paged.ts";

const FRESH = { "Cache-Control": "no-store" };
const one = z.object({ workspace: z.string(), comment: z.uuid() });

function denied(why: Denied, what: string): Refused {
  return new Refused(why === "may-not" ? { code: "may-not", what } : why === "in-the-way" ? { code: "unfit", problems: [{ place: "id", message: "this id belongs to something else", remedy: "make a new one" }] } : { code: "not-found" });
}

const shown = ({ said, resolved, mentions, place: _, ...comment }: Comment) => ({ ...comment, mentions: [...mentions], said: said.toISOString(), resolved: resolved?.toISOString() ?? null });

/** What is said and laid down beside the rows, in public or for one party's eyes. */
export function talkRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db, accounts } = desk;

  const About = z.object({ kind: z.string().min(1).max(60).optional(), item: z.string().min(1).max(120).optional(), ...Paged.shape });
  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/comments", summary: "Comments one may see, oldest first", request: { query: About }, responses: { 200: json(Comments, "comments"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c, "read", "guests");
    const { kind, item, ...piece } = c.req.valid("query");
    const { items, next } = await paged(piece, (most, behind) => commentsOf(db, account, workspace, item === undefined ? undefined : { kind: kind ?? "activity", item }, behind, most));
    return c.json({ comments: items.map(shown), names: await namesIn(db, account, workspace, items.flatMap(({ author, mentions, resolvedBy }) => [author, ...mentions, ...(resolvedBy === null ? [] : [resolvedBy])])), next }, 200, FRESH);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/comments", summary: "Say something about an item, or answer", request: body(NewComment), responses: nothing("said; who is mentioned gets a letter") }), async (c) => {
    const { account, name, role, workspace } = await inWorkspace(desk, c, undefined, "guests");
    const comment = c.req.valid("json");
    // There what asks for somebody stands first, whole.
    const page = accounts.page(`/w/${workspace}/agreement`);
    const letter = (to: string): Buffer => accounts.letter({ to, subject: `${name} mentioned you`, text: `${name} mentioned you in a responsibility matrix in Remit. Read it and answer there:\n\n${page}\n` });
    const done = await sayComment(db, account, workspace, comment, accounts.mails && role !== "guest" && comment.mentions.length > 0 ? letter : undefined);
    if (!done.ok) throw denied(done.denied, comment.own ? "say this for your own party: say first which party you speak for" : "comment");
    desk.post?.ring();
    desk.live.tell(workspace, "comments");
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "patch", path: "/workspaces/{workspace}/comments/{comment}", summary: "Change one's own comment", request: { params: one, ...body(ChangedComment) }, responses: nothing("changed") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c, undefined, "guests");
    const done = await changeComment(db, account, workspace, c.req.valid("param").comment, c.req.valid("json").text);
    if (!done.ok) throw denied(done.denied, "comment");
    desk.live.tell(workspace, "comments");
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "delete", path: "/workspaces/{workspace}/comments/{comment}", summary: "Take one's own comment back; owners those of their party", request: { params: one }, responses: nothing("its words are gone") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c, undefined, "guests");
    const done = await removeComment(db, account, workspace, c.req.valid("param").comment);
    if (!done.ok) throw denied(done.denied, "take it back");
    desk.live.tell(workspace, "comments");
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "put", path: "/workspaces/{workspace}/comments/{comment}/resolved", summary: "Settle a thread, or open it again", request: { params: one, ...body(Resolved) }, responses: nothing("so it is") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const done = await resolveThread(db, account, workspace, c.req.valid("param").comment, c.req.valid("json").resolved);
    if (!done.ok) throw denied(done.denied, "settle it");
    desk.live.tell(workspace, "comments");
    return c.body(null, 204);
  });

  const Row = z.object({ activity: z.string().min(1).max(120).optional(), ...Paged.shape });
  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/evidence", summary: "Evidence one may see, newest first", request: { query: Row }, responses: { 200: json(EvidenceList, "evidence"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c, "read", "guests");
    const { activity, ...piece } = c.req.valid("query");
    const { items, next } = await paged(piece, (most, behind) => evidenceOf(db, account, workspace, activity, behind, most));
    return c.json({ evidence: items.map(({ added, place: _, ...each }) => ({ ...each, added: added.toISOString() })), names: await namesIn(db, account, workspace, items.map(({ addedBy }) => addedBy)), next }, 200, FRESH);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/evidence", summary: "Lay evidence beside a row", request: body(NewEvidence), responses: nothing("it lies there") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const done = await addEvidence(db, account, workspace, c.req.valid("json"));
    if (!done.ok) throw denied(done.denied, "add evidence");
    desk.live.tell(workspace, "evidence");
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "delete", path: "/workspaces/{workspace}/evidence/{evidence}", summary: "Take evidence away again", request: { params: z.object({ workspace: z.string(), evidence: z.uuid() }) }, responses: nothing("it is gone") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const done = await removeEvidence(db, account, workspace, c.req.valid("param").evidence);
    if (!done.ok) throw denied(done.denied, "take it away");
    desk.live.tell(workspace, "evidence");
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/contacts", summary: "Numbers and addresses one's own party keeps to itself", responses: { 200: json(z.object({ contacts: z.array(PrivateContact) }), "the values"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    return c.json({ contacts: await privateContactsOf(db, account, workspace) }, 200, FRESH);
  });
}
