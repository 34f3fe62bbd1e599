import { randomBytes } from "node:crypto";
import { OpenAPIHono } from "@hono/zod-openapi";
import { Authority } from "#app/authority/authority.ts";
import { isKnown, tagOf } from "./conditions.ts";
import { SignedOut, type Desk } from "./desk.ts";
import { agreementRoutes } from "./agreement-routes.ts";
import { contactCheckRoutes } from "./contact-check-routes.ts";
import { draftRoutes } from "./draft-routes.ts";
import { dutyRoutes } from "./duty-routes.ts";
import { eventsRoutes } from "./events-routes.ts";
import { bounded, ownPageOnly } from "./guard-api.ts";
import { authorityRoutes } from "./authority-routes.ts";
import { apiKeyRoutes } from "./api-key-routes.ts";
import { guestRoutes } from "./guest-routes.ts";
import { historyRoutes } from "./history-routes.ts";
import { memberRoutes } from "./member-routes.ts";
import { minuteTestRoutes } from "./minute-test-routes.ts";
import { once } from "./once.ts";
import { ownAccountRoutes } from "./own-account-routes.ts";
import { passkeyRoutes } from "./passkey-routes.ts";
import { contentSecurityPolicy } from "../guard.ts";
import { personRoutes } from "./person-routes.ts";
import { describe, referencePage } from "./reference.ts";
import { behindProxies } from "./proxies.ts";
import { providerRoutes } from "./provider-routes.ts";
import { answerFor, MOST_PROBLEMS, problem, shortly } from "./refuse.ts";
import { resolve } from "./session.ts";
import { reviewRoutes } from "./review-routes.ts";
import { sessionRoutes } from "./session-routes.ts";
import { talkRoutes } from "./talk-routes.ts";
import { signLinkRoutes } from "./sign-link-routes.ts";
import { versionRoutes } from "./version-routes.ts";
import { webhookRoutes } from "./webhook-routes.ts";
import { appendixRoutes } from "./appendix-routes.ts";
import { cardRoutes } from "./card-routes.ts";
import { transferRoutes } from "./transfer-routes.ts";
import { signInRuleRoutes } from "./sign-in-rule-routes.ts";
import { singleSignOnRoutes } from "./single-sign-on-routes.ts";
import { workspaceRoutes } from "./workspace-routes.ts";
import { stationeryRoutes } from "./stationery-routes.ts";
import { Turns } from "./turns.ts";

/** The HTTP API below `/api`: parse, enter the workspace, let the application decide, present. */
export function buildApi(desk: Desk, log: (line: string) => void): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return;
      const problems = result.error.issues.slice(0, MOST_PROBLEMS).map(({ path, message }) => ({ place: shortly(path.slice(0, 20).map(String).join(" › ")) || "the body", message: shortly(message) }));
      return problem(c, 422, "Does not fit", shortly(`${problems[0]?.place}: ${problems[0]?.message}`), { code: "unfit", problems });
    },
  });
  api.use((c, next) => (resolve(c, desk.accounts), next()));
  api.use(behindProxies(desk.proxies ?? []));
  if (desk.limits) api.use(desk.limits.count);
  api.use(ownPageOnly);
  api.use(bounded(desk.db));
  api.use(once(desk));
  sessionRoutes(api, desk);
  ownAccountRoutes(api, desk);
  personRoutes(api, desk);
  passkeyRoutes(api, desk);
  singleSignOnRoutes(api, desk, log);
  workspaceRoutes(api, desk);
  memberRoutes(api, desk);
  guestRoutes(api, desk);
  apiKeyRoutes(api, desk);
  webhookRoutes(api, desk);
  providerRoutes(api, desk);
  signInRuleRoutes(api, desk);
  draftRoutes(api, desk);
  eventsRoutes(api, desk);
  const authority = new Authority(desk.db, desk.drafts);
  authorityRoutes(api, desk, authority);
  talkRoutes(api, desk);
  agreementRoutes(api, desk);
  versionRoutes(api, desk, authority);
  signLinkRoutes(api, desk);
  contactCheckRoutes(api, desk);
  minuteTestRoutes(api, desk);
  reviewRoutes(api, desk);
  dutyRoutes(api, desk);
  historyRoutes(api, desk);
  transferRoutes(api, desk, log);
  const turns = new Turns();
  cardRoutes(api, desk, turns);
  appendixRoutes(api, desk, turns);
  stationeryRoutes(api, desk, turns);
  api.get("/openapi.json", (c) => {
    const words = JSON.stringify(describe(api));
    const headers = { ETag: tagOf(words), "Cache-Control": "no-cache", "Content-Type": "application/json" };
    return isKnown(c.req.header("if-none-match"), headers.ETag) ? c.body(null, 304, headers) : c.body(words, 200, headers);
  });
  api.get("/reference", (c) => {
    const nonce = randomBytes(18).toString("base64");
    return c.html(referencePage(describe(api), nonce), 200, { "Content-Security-Policy": contentSecurityPolicy(nonce), "Cache-Control": "no-store" });
  });
  api.notFound((c) => problem(c, 404, "Not here", "there is nothing at this address"));
  api.onError((thrown, c) => {
    if (thrown instanceof SignedOut) return problem(c, 401, "Not signed in", "sign in first", { code: "signed-out" });
    if (thrown instanceof SyntaxError || (thrown as { status?: number }).status === 400) return problem(c, 400, "Not JSON", "the body is not valid JSON; nothing was written");
    return answerFor(c, thrown, log);
  });
  return api;
}
