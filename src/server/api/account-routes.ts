import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { foundWorkspace, type Beginning } from "#app/workspace/found.ts";
import { Problem } from "#contract/problem.ts";
import { Me, NewWorkspace, Renamed, SignIn, Workspace } from "#contract/workspace.ts";
import { endSession, followOwnerLink } from "#db/account.ts";
import { deleteWorkspace, renameWorkspace, workspacesOf, type WorkspaceOfMine } from "#db/workspace.ts";
import { Refused } from "#app/refusal.ts";
import { inWorkspace, signedIn, type Desk } from "./desk.ts";
import { problem } from "./refuse.ts";
import { dropSession, hashOf, keepSession, newToken, SESSION_SECONDS, sessionOf } from "./session.ts";

const json = <T>(schema: T, description: string) => ({ description, content: { "application/json": { schema } } });
const refusals = { default: { description: "what went wrong", content: { "application/problem+json": { schema: Problem } } } };

const shown = ({ since, ...workspace }: WorkspaceOfMine) => ({ ...workspace, since: since.toISOString() });

/** Sign-in, and the workspaces one has. */
export function accountRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db, drafts } = desk;

  api.openapi(createRoute({ method: "post", path: "/session", summary: "Sign in with the one-time link of the first owner", request: { body: { content: { "application/json": { schema: SignIn } }, required: true } }, responses: { 200: json(Me, "signed in"), ...refusals } }), async (c) => {
    const { token, name } = c.req.valid("json");
    const session = newToken();
    const account = await followOwnerLink(db, hashOf(token), name, hashOf(session), new Date(Date.now() + SESSION_SECONDS * 1000));
    if (account === undefined) return problem(c, 401, "This link no longer works", "it was used, it is older than 15 minutes, or it is not complete; start Remit again for a new one") as never;
    keepSession(c, session);
    await foundWorkspace(db, drafts, account, "Example: Alder Foods", { from: "example" });
    return c.json({ account, name, workspaces: (await workspacesOf(db, account)).map(shown) }, 200);
  });

  api.openapi(createRoute({ method: "get", path: "/session", summary: "Who is signed in, and in which workspaces", responses: { 200: json(Me, "signed in"), ...refusals } }), async (c) => {
    const { account, name } = await signedIn(desk, c);
    return c.json({ account, name, workspaces: (await workspacesOf(db, account)).map(shown) }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "delete", path: "/session", summary: "Sign out", responses: { 204: { description: "signed out" }, ...refusals } }), async (c) => {
    const session = sessionOf(c);
    if (session) await endSession(db, session);
    dropSession(c);
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces", summary: "Found a workspace", request: { body: { content: { "application/json": { schema: NewWorkspace } }, required: true } }, responses: { 201: json(Workspace, "founded"), ...refusals } }), async (c) => {
    const { account } = await signedIn(desk, c);
    const { name, template, document, example } = c.req.valid("json");
    const beginning: Beginning = template !== undefined ? { from: "template", template } : document !== undefined ? { from: "document", document } : example ? { from: "example" } : { from: "nothing" };
    const id = await foundWorkspace(db, drafts, account, name, beginning);
    const made = (await workspacesOf(db, account)).find((each) => each.id === id);
    if (!made) throw new Refused({ code: "not-found" });
    return c.json(shown(made), 201);
  });

  api.openapi(createRoute({ method: "patch", path: "/workspaces/{workspace}", summary: "Rename a workspace", request: { body: { content: { "application/json": { schema: Renamed } }, required: true } }, responses: { 204: { description: "renamed" }, ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    if (!(await renameWorkspace(db, account, workspace, c.req.valid("json").name))) throw new Refused({ code: "may-not", what: "rename it" });
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "delete", path: "/workspaces/{workspace}", summary: "Delete a workspace with everything in it", responses: { 204: { description: "deleted" }, ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    if (!(await deleteWorkspace(db, account, workspace))) throw new Refused({ code: "may-not", what: "delete it" });
    return c.body(null, 204);
  });
}
