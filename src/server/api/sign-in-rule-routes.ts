import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { SignInRuleLook, SignInRules, SignInRuleWanted } from "#contract/sign-in-rule.ts";
import { demandSecondFactor, keptOut, liftSecondFactor, shownTwo, signInRules } from "#db/sign-in-rule.ts";
import { Refused } from "#app/refusal.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { inWorkspace, type Desk } from "./desk.ts";
import { problem } from "./refuse.ts";
import { sessionOf } from "./session.ts";

/** What a workspace demands of everybody's sign-in. */
export function signInRuleRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db } = desk;

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/sign-in-rules", summary: "What the workspace demands of everybody's sign-in", responses: { 200: json(SignInRules, "the rules"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const rules = await signInRules(db, account, workspace);
    const session = sessionOf(c);
    return c.json({ rules: rules.map(({ since, domains, ...rule }) => ({ ...rule, domains: [...domains], since: since.toISOString() })), shown: session !== undefined && (await shownTwo(db, session)) }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/sign-in-rules/look", summary: "Whom such a rule would keep out; nothing is changed", request: body(SignInRuleWanted), responses: { 200: json(SignInRuleLook, "who has no second factor"), ...refusals } }), async (c) => {
    const { account, workspace, role } = await inWorkspace(desk, c);
    if (role !== "owner") throw new Refused({ code: "may-not", what: "make rules for signing in" });
    const { domains } = c.req.valid("json");
    const session = sessionOf(c);
    return c.json({ keptOut: await keptOut(db, account, workspace, domains), you: session === undefined || !(await shownTwo(db, session, domains)) }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "put", path: "/workspaces/{workspace}/sign-in-rules", summary: "Demand two factors of everybody in the workspace, for one's own party", request: body(SignInRuleWanted), responses: nothing("demanded from now on") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const session = sessionOf(c);
    const done = session && (await demandSecondFactor(db, account, workspace, session, [...new Set(c.req.valid("json").domains)]));
    if (done?.ok) return c.body(null, 204);
    if (done?.denied === "in-the-way") return problem(c, 409, "Show it first", "you would lock yourself out: sign in with two factors first, then demand them", { code: "show-first" }) as never;
    throw new Refused({ code: "may-not", what: "make rules for signing in" });
  });

  api.openapi(createRoute({ method: "delete", path: "/workspaces/{workspace}/sign-in-rules", summary: "Lift one's own party's demand", responses: nothing("lifted") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const done = await liftSecondFactor(db, account, workspace);
    if (!done.ok) throw new Refused({ code: "may-not", what: "lift rules for signing in" });
    if (!done.value) throw new Refused({ code: "not-found" });
    return c.body(null, 204);
  });
}
