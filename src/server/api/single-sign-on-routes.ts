import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { SESSION_SECONDS } from "#accounts/session-length.ts";
import { IssuerTrouble, type Checks, type Named } from "#accounts/single-sign-on.ts";
import { AddressTyped, ProviderOfAddress, SignedOn, SignOnBegun, SignOnTie, SignOnWay } from "#contract/single-sign-on.ts";
import { providerOfDomain, signInByProvider, type Assertion, type ServingProvider } from "#db/identity-provider.ts";
import { body, json, refusals } from "./answers.ts";
import { beginHere, finishHere } from "./begun-cookie.ts";
import type { Desk } from "./desk.ts";
import { codeIsRight, passwordIsRight } from "./moment.ts";
import { callbackOf } from "./provider-routes.ts";
import { problem } from "./refuse.ts";
import { fromOf, hashOf, newToken } from "./session.ts";
import { triesOf } from "./tries.ts";

/** How long somebody may take at their organisation's sign-in, and then to show an account that was here before. In seconds. */
const AWAY = 900;
const SHOWING = 600;

/** Why nobody was signed in; the page has the words. */
type Trouble = "begin-again" | "refused" | "issuer" | "unverified" | "foreign" | "gone" | "taken";

interface Begun {
  readonly provider: string;
  readonly checks: Checks;
  readonly back: string;
}
interface Tie {
  readonly assertion: Assertion;
  readonly with: "code" | "password";
  readonly back: string;
}

const domainOf = (email: string): string => email.slice(email.lastIndexOf("@") + 1);

/** The way in through one's organisation. Its answer is believed for addresses of its own, proved domain and for no other. */
export function singleSignOnRoutes(api: OpenAPIHono, desk: Desk, log: (line: string) => void): void {
  const { db, accounts } = desk;
  const secure = (): boolean => accounts.page("").startsWith("https:");
  const asked = ({ issuer, client, clientSecret, discovery }: ServingProvider) => ({ issuer, client, discovery, secret: accounts.unseal(clientSecret) });

  /** Signs in whom the provider named; what is set and answered differs for a page and for a way back. */
  const signIn = async (c: Context, assertion: Assertion, shown: string | null) => {
    const session = newToken();
    const { address, agent } = fromOf(c);
    const { outcome, account } = await signInByProvider(db, assertion, shown, hashOf(session), new Date(Date.now() + SESSION_SECONDS * 1000), address, agent);
    if (outcome === "entered") c.header("Set-Cookie", accounts.cookie(session), { append: true });
    return { outcome, account };
  };

  api.openapi(createRoute({ method: "post", path: "/session/single-sign-on/look", summary: "Whether the domain of an address has single sign-on", request: body(AddressTyped), responses: { 200: json(ProviderOfAddress, "its name"), ...refusals } }), async (c) => {
    const provider = await providerOfDomain(db, domainOf(c.req.valid("json").email));
    return c.json({ provider: provider?.name ?? null }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "post", path: "/session/single-sign-on", summary: "Begin to sign in through one's organisation", request: body(SignOnBegun), responses: { 200: json(SignOnWay, "where to go"), ...refusals } }), async (c) => {
    const { email, back = "/w" } = c.req.valid("json");
    const provider = await providerOfDomain(db, domainOf(email));
    if (!provider) return problem(c, 404, "Not here", "there is no single sign-on for addresses of this domain", { code: "not-found" }) as never;
    const { to, checks } = await accounts.sso.begin(asked(provider), callbackOf(accounts, provider.domain), email);
    await beginHere(db, c, "sso.sign-in", { details: { provider: provider.id, checks, back } satisfies Begun, seconds: AWAY, secure: secure(), sameSite: "Lax" });
    return c.json({ to }, 200, { "Cache-Control": "no-store" });
  });

  /** Every way out of the callback leads to a page of our own, whatever the address said. */
  const onward = (c: Context, path: string): never => c.body(null, 302, { Location: path, "Cache-Control": "no-store" }) as never;
  const trouble = (c: Context, why: Trouble): never => onward(c, `/enter?trouble=${why}`);

  api.openapi(createRoute({ method: "get", path: "/session/single-sign-on/{domain}/callback", summary: "Where the organisation's sign-in sends the browser back to", request: { params: z.object({ domain: z.string().max(253) }) }, responses: { 302: { description: "signed in, or to the entrance, which says why not" } } }), async (c) => {
    const begun = await finishHere<Begun>(db, c, "sso.sign-in");
    const provider = begun && (await providerOfDomain(db, c.req.valid("param").domain));
    // Each provider has a way back of its own: the answer of one is never taken for the answer of another.
    if (!begun || !provider || provider.id !== begun.details.provider) return trouble(c, "begin-again");
    const { search, searchParams } = new URL(c.req.url);
    let named: Named;
    try {
      named = await accounts.sso.finish(asked(provider), `${callbackOf(accounts, provider.domain)}${search}`, begun.details.checks);
    } catch (thrown) {
      if (!(thrown instanceof IssuerTrouble)) throw thrown;
      if (searchParams.get("error") === "access_denied") return trouble(c, "refused");
      log(`single sign-on of ${provider.domain}: ${thrown.message}`);
      return trouble(c, "issuer");
    }
    if (named.email === undefined) return trouble(c, "foreign");
    if (named.verified === false || (named.verified === undefined && !provider.silent)) return trouble(c, "unverified");
    const assertion: Assertion = { provider: provider.id, subject: named.subject, email: named.email, name: named.name ?? named.email.split("@")[0] ?? named.email };
    const { outcome, account } = await signIn(c, assertion, null);
    if (outcome === "entered") return onward(c, begun.details.back === "/enter" ? "/enter?back-in" : begun.details.back);
    if (outcome !== "code" && outcome !== "password") return trouble(c, outcome);
    await beginHere(db, c, "sso.tie", { account, details: { assertion, with: outcome, back: begun.details.back } satisfies Tie, seconds: SHOWING, secure: secure() });
    return onward(c, `/enter?show=${outcome}`);
  });

  api.openapi(createRoute({ method: "post", path: "/session/single-sign-on/tie", summary: "Show the account that was here before, once, so that single sign-on opens it", request: body(SignOnTie), responses: { 200: json(SignedOn, "signed in"), ...refusals } }), async (c) => {
    const { code, backup, password } = c.req.valid("json");
    const begun = await finishHere<Tie>(db, c, "sso.tie");
    const again = (): never => problem(c, 401, "Not signed in", "this took too long; begin again", { code: "begin-again" }) as never;
    if (!begun?.account) return again();
    const { account, details } = begun;
    const keep = () => beginHere(db, c, "sso.tie", { account, details, seconds: SHOWING, secure: secure() });
    const tries = triesOf(db, `tie ${account}`, fromOf(c).address);
    const until = await tries.locked();
    if (until) return problem(c, 429, "Too many tries", `nothing is tried before ${until.toISOString().slice(11, 16)} UTC`, { code: "locked" }) as never;
    const right = details.with === "code" ? code !== undefined && (await codeIsRight(desk, c, account, code, backup)) : password !== undefined && (await passwordIsRight(desk, c, account, password));
    if (!right) {
      await tries.failed();
      await keep();
      return problem(c, 401, "Not signed in", details.with === "code" ? "this code is not the right one, or was used already" : "this is not the password of that account", { code: "wrong" }) as never;
    }
    await tries.succeeded();
    const { outcome } = await signIn(c, details.assertion, account);
    if (outcome !== "entered") return again();
    return c.json({ back: details.back === "/enter" ? "/enter?back-in" : details.back }, 200);
  });
}
