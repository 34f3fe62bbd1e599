import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { foundWorkspace, type Beginning } from "#app/workspace/found.ts";
import { WorkspaceHere } from "#contract/guest.ts";
import { DeletedWorkspace, NamedWorkspace, NewWorkspace, Renamed, Workspace } from "#contract/workspace.ts";
import { deletedOf, deleteWorkspace, purgeWorkspace, renameWorkspace, restoreWorkspace, workspaceAbout, workspacesOf } from "#db/workspace.ts";
import { Refused } from "#app/refusal.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { isAllowed, isKnown, tagOf } from "./conditions.ts";
import { inWorkspace, signedIn, type Desk, type InWorkspace } from "./desk.ts";
import { problem } from "./refuse.ts";
import { sessionOf } from "./session.ts";
import { shown } from "./who-am-i.ts";

const deleted = z.object({ deleted: z.uuid() });
/** What became of a deleted workspace. @throws Refused */
function decided(done: Awaited<ReturnType<typeof restoreWorkspace>>): void {
  if (!done.ok) throw new Refused({ code: "second-factor" });
  if (!done.value) throw new Refused({ code: "not-found" });
}
/** As names are compared: nobody sees how many spaces stand in one. */
const plain = (name: string): string => name.normalize("NFC").replace(/\s+/g, " ").trim();

/** The workspaces one has. */
export function workspaceRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db, drafts } = desk;

  api.openapi(createRoute({ method: "post", path: "/workspaces", summary: "Found a workspace", request: body(NewWorkspace), responses: { 201: json(Workspace, "founded"), ...refusals } }), async (c) => {
    const { account } = await signedIn(desk, c);
    const { name, template, document, example } = c.req.valid("json");
    const beginning: Beginning = template !== undefined ? { from: "template", template } : document !== undefined ? { from: "document", document } : example ? { from: "example" } : { from: "nothing" };
    const id = await foundWorkspace(db, drafts, account, name, beginning);
    const made = (await workspacesOf(db, account)).find((each) => each.id === id);
    if (!made) throw new Refused({ code: "not-found" });
    return c.json(shown(made), 201);
  });

  const representation = async ({ account, name, workspace, role, party, guest }: InWorkspace): Promise<WorkspaceHere> => {
    const about = await workspaceAbout(db, account, workspace);
    if (!about) throw new Refused({ code: "not-found" });
    return { id: workspace, ...about, role, party, barred: false, you: { id: account, name }, guest: guest ? { purpose: guest.purpose, until: guest.until.toISOString() } : null };
  };

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}", summary: "The workspace, and as what one is in it", responses: { 200: json(WorkspaceHere, "the workspace"), 304: { description: "not changed" }, ...refusals } }), async (c) => {
    const about = await representation(await inWorkspace(desk, c, "read", "guests"));
    const tag = tagOf(JSON.stringify(about));
    const headers = { ETag: tag, "Cache-Control": "private, no-cache" };
    return isKnown(c.req.header("if-none-match"), tag) ? (c.body(null, 304, headers) as never) : c.json(about, 200, headers);
  });

  api.openapi(createRoute({ method: "patch", path: "/workspaces/{workspace}", summary: "Rename a workspace; with `If-Match` only if it is as it was read", request: body(Renamed), responses: nothing("renamed") }), async (c) => {
    const here = await inWorkspace(desk, c);
    const { account, workspace, role } = here;
    if (role !== "owner" && role !== "editor") throw new Refused({ code: "may-not", what: "rename it" });
    const expected = c.req.header("if-match");
    const seen = expected === undefined ? undefined : await representation(here);
    // Between the look and the deed somebody else may rename it: the name itself is held against what was seen.
    const fits = seen === undefined || isAllowed(expected, tagOf(JSON.stringify(seen)));
    if (!fits || !(await renameWorkspace(db, account, workspace, c.req.valid("json").name, seen?.name))) return problem(c, 412, "Changed since", "it is called otherwise by now, or you are something else in it; nothing was changed", { code: "stale" }) as never;
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "delete", path: "/workspaces/{workspace}", summary: "Delete a workspace: it vanishes for everybody, and goes for good after 14 days", responses: nothing("deleted; its owners can bring it back") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const done = await deleteWorkspace(db, account, workspace);
    if (done === "not-mine") throw new Refused({ code: "may-not", what: "delete it" });
    if (done === "both-own-it") return problem(c, 409, "Not one side's alone", "another party has an owner here, so neither side deletes the workspace for both; leave it instead, or ask their owners to leave first", { code: "in-the-way" }) as never;
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "get", path: "/deleted-workspaces", summary: "Workspaces one owned when they were deleted", responses: { 200: json(z.object({ workspaces: z.array(DeletedWorkspace) }), "those that can be brought back"), ...refusals } }), async (c) => {
    const { account } = await signedIn(desk, c);
    const workspaces = await deletedOf(db, account);
    return c.json({ workspaces: workspaces.map(({ at, goes, ...one }) => ({ ...one, at: at.toISOString(), goes: goes.toISOString() })) }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "post", path: "/deleted-workspaces/{deleted}/restore", summary: "Bring a deleted workspace back, with everybody who was in it", request: { params: deleted, ...body(z.strictObject({})) }, responses: nothing("back") }), async (c) => {
    const { account } = await signedIn(desk, c);
    decided(await restoreWorkspace(db, account, sessionOf(c) ?? Buffer.alloc(0), c.req.valid("param").deleted));
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "delete", path: "/deleted-workspaces/{deleted}", summary: "Remove a deleted workspace at once and for good; its name is given, so that it is the right one", request: { params: deleted, ...body(NamedWorkspace) }, responses: nothing("gone") }), async (c) => {
    const { account } = await signedIn(desk, c);
    const id = c.req.valid("param").deleted;
    const one = (await deletedOf(db, account)).find((each) => each.id === id);
    if (!one) throw new Refused({ code: "not-found" });
    if (plain(c.req.valid("json").name) !== plain(one.name)) throw new Refused({ code: "unfit", problems: [{ place: "name", message: "that is not its name; nothing was removed" }] });
    decided(await purgeWorkspace(db, account, sessionOf(c) ?? Buffer.alloc(0), id));
    return c.body(null, 204);
  });
}
