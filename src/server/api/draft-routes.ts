import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Edit } from "#core/model/edit.ts";
import { BackCommand, EditCommand, EditMade, EditTakenBack, ItemEntry, LoggedEdit } from "#contract/edit.ts";
import { Names } from "#contract/talk.ts";
import { Refused } from "#app/refusal.ts";
import { namesIn } from "#db/comment.ts";
import { DiskFull } from "#db/database.ts";
import { historyOfItem, type LoggedEdit as Logged } from "#db/draft.ts";
import { body, json, refusals } from "./answers.ts";
import { isAllowed, isKnown } from "./conditions.ts";
import { author, inWorkspace, type Desk } from "./desk.ts";
import { Paged, pagedLog } from "./paged.ts";
import { problem } from "./refuse.ts";
import { noteWhere } from "./session.ts";

/** Below this PostgreSQL needs the room for itself: reading goes on, writing is refused. In bytes. */
const LEAST_FREE = 64 * 1024 * 1024;

const logged = ({ at, undo: _, page: __, erased = false, ...entry }: Logged) => ({ ...entry, erased, edits: [...entry.edits], at: at.toISOString() });

const stale = (c: Context, revision: number): never => problem(c, 412, "A newer revision is there", `the draft is at revision ${revision}; nothing was written`, { code: "stale", revision }) as never;

/** The draft: read it, edit it, take edits back. */
export function draftRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db, drafts, free } = desk;
  const room = (): void => {
    if (free && free() < LEAST_FREE) throw new DiskFull();
  };

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/matrix", summary: "The draft, with its revision", responses: { 200: json(z.object({ revision: z.int(), document: z.looseObject({}) }), "the draft"), 304: { description: "not changed" }, ...refusals } }), async (c) => {
    const { account, workspace, revision } = await inWorkspace(desk, c, "read", "guests");
    const draft = await drafts.read(account, workspace, revision);
    const tag = `"${draft.revision}"`;
    const headers = { ETag: tag, "Cache-Control": "private, no-cache" };
    if (isKnown(c.req.header("if-none-match"), tag)) return c.body(null, 304, headers) as never;
    return c.body(draft.bytes, 200, { ...headers, "Content-Length": String(draft.bytes.length), "Content-Type": "application/json; charset=utf-8" }) as never;
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/edits", summary: "Edit the draft", request: body(EditCommand), responses: { 200: json(EditMade, "written, and on disk"), ...refusals } }), async (c) => {
    const { account, session, workspace } = await author(desk, c);
    const expected = c.req.header("if-match");
    if (expected !== undefined) {
      const { revision } = await inWorkspace(desk, c, "edit");
      if (!isAllowed(expected, `"${revision}"`)) return stale(c, revision);
    }
    room();
    const { page, ...command } = c.req.valid("json");
    const made = await drafts.edit({ account, session }, workspace, { ...command, ...(page === undefined ? {} : { page }), edits: command.edits as readonly Edit[] }).catch(async (thrown: unknown) => {
      // The commit proves the session; what was refused before it has to be proved here.
      if (thrown instanceof Refused) await inWorkspace(desk, c, "edit");
      throw thrown;
    });
    noteWhere(db, c, { account, workspace, revision: made.revision });
    return c.json({ revision: made.revision, at: made.at.toISOString(), what: made.what }, 200, { ETag: `"${made.revision}"` });
  });

  for (const how of ["undo", "redo"] as const)
    api.openapi(createRoute({ method: "post", path: `/workspaces/{workspace}/${how}`, summary: how === "undo" ? "Take one's own latest edit back" : "Make again what was taken back last", request: body(BackCommand), responses: { 200: json(EditTakenBack, "written, and on disk"), ...refusals } }), async (c) => {
      const { account, workspace, revision } = await inWorkspace(desk, c, "edit");
      if (!isAllowed(c.req.header("if-match"), `"${revision}"`)) return stale(c, revision);
      room();
      const { id, page } = c.req.valid("json");
      const made = await drafts[how](account, workspace, id, page);
      noteWhere(db, c, { account, workspace, revision: made.revision });
      return c.json({ revision: made.revision, at: made.at.toISOString(), what: made.what, edits: [...made.edits] }, 200, { ETag: `"${made.revision}"` });
    });

  const Since = z.object({ after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(1000).default(200) });
  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/edits", summary: "The log behind a revision, oldest first", request: { query: Since }, responses: { 200: json(z.object({ edits: z.array(LoggedEdit), next: z.int().nullable().openapi({ description: "the next `after`; null at the end. Long entries come in pieces smaller than `limit`" }) }), "the log"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c, "read", "guests");
    const { after, limit } = c.req.valid("query");
    const { entries, more } = await drafts.since(account, workspace, after, limit);
    return c.json({ edits: entries.map(logged), next: more ? (entries.at(-1)?.revision ?? null) : null }, 200, { "Cache-Control": "no-store" });
  });

  const Item = Paged.extend({ kind: z.string().min(1).max(60), id: z.string().min(1).max(120), limit: z.coerce.number().int().min(1).max(500).default(100) });
  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/history", summary: "What happened to one item, newest first: edits, and what was agreed, proposed and answered about a row", request: { query: Item }, responses: { 200: json(z.object({ edits: z.array(ItemEntry), names: Names, next: z.string().nullable() }), "the entries"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c, "read", "guests");
    const { kind, id, ...piece } = c.req.valid("query");
    const { items, next } = await pagedLog(piece, (most, before) => historyOfItem(db, account, workspace, kind, id, most, before));
    return c.json({ edits: items.map(({ party, ...entry }) => ({ ...logged(entry), party })), names: await namesIn(db, account, workspace, items.map(({ actor }) => actor)), next }, 200, { "Cache-Control": "no-store" });
  });
}
