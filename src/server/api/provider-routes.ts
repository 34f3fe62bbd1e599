import { randomBytes } from "node:crypto";
import { resolveTxt } from "node:dns/promises";
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { IssuerTrouble } from "#accounts/single-sign-on.ts";
import { Nothing } from "#contract/account.ts";
import { IdentityProvider, IdentityProviderChange, NewIdentityProvider } from "#contract/single-sign-on.ts";
import type { Denied } from "#db/denied.ts";
import { changeProvider, proveDomain, providersOf, registerProvider, removeProvider, type IdentityProvider as Provider } from "#db/identity-provider.ts";
import { Refused } from "#app/refusal.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { inWorkspace, type Desk } from "./desk.ts";
import { unfit } from "./proof.ts";
import { problem } from "./refuse.ts";

const one = z.object({ workspace: z.string(), provider: z.uuid() });
/** Where the record stands, beside what else a domain says. */
const recordOf = ({ domain, challenge }: { readonly domain: string; readonly challenge: string }) => ({ name: `_remit.${domain}`, value: `remit-domain=${challenge}` });

export const callbackOf = (accounts: Desk["accounts"], domain: string): string => accounts.page(`/api/session/single-sign-on/${domain}/callback`);

function denied(c: Context, why: Denied): never {
  if (why === "may-not") return problem(c, 403, "Not entitled", "owners look after the single sign-on of their own party", { code: "may-not" }) as never;
  if (why === "in-the-way") return problem(c, 409, "In the way", "another provider speaks for this domain already, or there are twenty in this workspace; remove one first", { code: "in-the-way" }) as never;
  throw new Refused({ code: "not-found" });
}

/** An organisation's own sign-in, looked after by the owners of its party. */
export function providerRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db, accounts, txt = resolveTxt } = desk;
  const shown = (provider: Provider) => {
    const { challenge: _, made, proved, ...rest } = provider;
    return { ...rest, made: made.toISOString(), proved: proved?.toISOString() ?? null, record: recordOf(provider), callback: callbackOf(accounts, provider.domain) };
  };
  /** @throws Refused */
  const owner = async (c: Context) => {
    const here = await inWorkspace(desk, c);
    if (here.role !== "owner") throw new Refused({ code: "may-not", what: "look after single sign-on" });
    return here;
  };
  const provider = async (account: string, workspace: string, id: string): Promise<Provider> => {
    const found = (await providersOf(db, account, workspace)).find((each) => each.id === id);
    if (!found) throw new Refused({ code: "not-found" });
    return found;
  };

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/single-sign-on", summary: "Single sign-on of the organisations", responses: { 200: json(z.object({ providers: z.array(IdentityProvider), callback: z.string().openapi({ description: "the redirect address; `{domain}` stands for the domain" }) }), "the providers"), ...refusals } }), async (c) => {
    const { account, workspace } = await owner(c);
    return c.json({ providers: (await providersOf(db, account, workspace)).map(shown), callback: callbackOf(accounts, "{domain}") }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/single-sign-on", summary: "Register a provider for a domain; it serves nobody before the domain is proved", request: body(NewIdentityProvider), responses: { 201: json(IdentityProvider, "registered"), ...refusals } }), async (c) => {
    const { account, workspace } = await owner(c);
    const { secret, issuer, ...wanted } = c.req.valid("json");
    let discovery: Readonly<Record<string, unknown>>;
    try {
      discovery = await accounts.sso.discover(issuer);
    } catch (thrown) {
      if (thrown instanceof IssuerTrouble) return unfit(c, "issuer", thrown.message);
      throw thrown;
    }
    const made = await registerProvider(db, account, workspace, { ...wanted, issuer, discovery, clientSecret: accounts.seal(secret), challenge: randomBytes(16).toString("hex") });
    if (!made.ok) return denied(c, made.denied);
    return c.json(shown(await provider(account, workspace, made.value)), 201, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "patch", path: "/workspaces/{workspace}/single-sign-on/{provider}", summary: "Change a provider's name, client or secret", request: { params: one, ...body(IdentityProviderChange) }, responses: nothing("changed") }), async (c) => {
    const { account, workspace } = await owner(c);
    const { secret, ...wanted } = c.req.valid("json");
    const done = await changeProvider(db, account, workspace, c.req.valid("param").provider, { ...wanted, ...(secret === undefined ? {} : { clientSecret: accounts.seal(secret) }) });
    return done.ok ? c.body(null, 204) : denied(c, done.denied);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/single-sign-on/{provider}/check", summary: "Look for the TXT record that proves the domain", request: { params: one, ...body(Nothing) }, responses: { 200: json(IdentityProvider, "proved: it serves its domain from now on"), ...refusals } }), async (c) => {
    const { account, workspace } = await owner(c);
    const { provider: id } = c.req.valid("param");
    const wanted = await provider(account, workspace, id);
    const record = recordOf(wanted);
    const said = (await txt(record.name).catch(() => [])).map((pieces) => pieces.join(""));
    if (!said.includes(record.value))
      return problem(c, 409, "Not proved yet", said.length === 0 ? `there is no TXT record at ${record.name} yet; a new one can take an hour to be seen everywhere` : `the TXT record at ${record.name} says something else: \`${(said[0] ?? "").slice(0, 200)}\``, { code: "unproved" }) as never;
    const done = await proveDomain(db, account, workspace, id);
    if (!done.ok) return denied(c, done.denied);
    return c.json(shown(await provider(account, workspace, id)), 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "delete", path: "/workspaces/{workspace}/single-sign-on/{provider}", summary: "Remove a provider; whoever it signed in is signed out", request: { params: one }, responses: nothing("removed") }), async (c) => {
    const { account, workspace } = await owner(c);
    const done = await removeProvider(db, account, workspace, c.req.valid("param").provider);
    return done.ok ? c.body(null, 204) : denied(c, done.denied);
  });
}
