import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { stream } from "hono/streaming";
import { historyText } from "#app/history/hand-out.ts";
import { readHistory } from "#app/history/read.ts";
import { BackCommand, EditTakenBack } from "#contract/edit.ts";
import { HistoryPage, HistoryQuery, HistoryState } from "#contract/history.ts";
import { checkOf } from "#db/history-log.ts";
import { body, json, refusals } from "./answers.ts";
import { inWorkspace, type Desk } from "./desk.ts";
import { noteWhere } from "./session.ts";

const DAY = 86_400_000;
/** A moment, or the beginning of a day; where the day itself counts, its end. */
const moment = (words: string | undefined, end = false): Date | undefined => (words === undefined ? undefined : new Date(Date.parse(words) + (end && words.length === 10 ? DAY : 0)));
const revision = z.object({ workspace: z.string(), revision: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });

/** The history: to read, to take one's own back from, and as a file that proves itself. */
export function historyRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db, drafts, signer } = desk;

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/history/entries", summary: "The history in plain words, newest first: who changed what, for whom, when, and what stood there before", request: { query: HistoryQuery }, responses: { 200: json(HistoryPage, "a page of it"), ...refusals } }), async (c) => {
    const here = await inWorkspace(desk, c, "read");
    const { kind, id, from, until, limit, page, person, party, words, after: before, revision } = c.req.valid("query");
    const item = kind !== undefined && id !== undefined ? { kind, id } : undefined;
    const read = await readHistory(db, drafts, { ...here, page }, { person, party, words, before, revision, item, from: moment(from), until: moment(until, true) }, limit);
    return c.json({ ...read, people: [...read.people] }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/history/state", summary: "How far the history was looked through and signed", responses: { 200: json(HistoryState, "its state"), ...refusals } }), async (c) => {
    const { account, workspace, revision } = await inWorkspace(desk, c, "read");
    const check = await checkOf(db, account, workspace);
    return c.json({ revision, key: signer.key, checked: check?.at.toISOString() ?? null, signedTo: check?.signedTo ?? 0, broken: check?.brokenAt ?? null }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/history/{revision}/undo", summary: "Take back an entry of one's own, be it not the latest", request: { params: revision, ...body(BackCommand) }, responses: { 200: json(EditTakenBack, "written, and on disk"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c, "edit");
    const { id, page } = c.req.valid("json");
    const made = await drafts.undoAt(account, workspace, c.req.valid("param").revision, id, page);
    noteWhere(db, c, { account, workspace, revision: made.revision });
    return c.json({ revision: made.revision, at: made.at.toISOString(), what: made.what, edits: [...made.edits] }, 200, { ETag: `"${made.revision}"` });
  });

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/history/file", summary: "The whole history, chained and signed, for `remit verify`", responses: { 200: { description: "the history", content: { "application/json": { schema: z.looseObject({}) } } }, ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c, "read");
    c.header("Content-Type", "application/json; charset=utf-8");
    c.header("Content-Disposition", `attachment; filename="history-${workspace}.json"`);
    c.header("Cache-Control", "no-store");
    return stream(c, async (out) => {
      for await (const piece of historyText(desk.db, desk.signer, account, workspace)) {
        // Whoever only wanted the beginning has gone.
        if (out.aborted) break;
        await out.write(piece);
      }
    }) as never;
  });
}
