import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { foundWorkspace, type Beginning } from "#app/workspace/found.ts";
import { NewWorkspace, Renamed, Workspace } from "#contract/workspace.ts";
import { deleteWorkspace, renameWorkspace, workspacesOf } from "#db/workspace.ts";
import { Refused } from "#app/refusal.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { inWorkspace, signedIn, type Desk } from "./desk.ts";
import { problem } from "./refuse.ts";
import { shown } from "./who-am-i.ts";

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

  api.openapi(createRoute({ method: "patch", path: "/workspaces/{workspace}", summary: "Rename a workspace", request: body(Renamed), responses: nothing("renamed") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    if (!(await renameWorkspace(db, account, workspace, c.req.valid("json").name))) throw new Refused({ code: "may-not", what: "rename it" });
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "delete", path: "/workspaces/{workspace}", summary: "Delete a workspace with everything in it", responses: nothing("deleted") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const done = await deleteWorkspace(db, account, workspace);
    if (done === "not-mine") throw new Refused({ code: "may-not", what: "delete it" });
    if (done === "both-own-it") return problem(c, 409, "Not one side's alone", "another party has an owner here, so neither side deletes the workspace for both; leave it instead, or ask their owners to leave first", { code: "in-the-way" }) as never;
    return c.body(null, 204);
  });
}
