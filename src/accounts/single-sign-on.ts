import type { Configuration } from "openid-client";
import { isRefusedAddress } from "./agent-out.ts";
import { guardedFetch } from "./guarded-fetch.ts";

/** What asking a provider takes. */
export interface Provider {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  readonly discovery: Readonly<Record<string, unknown>>;
}

/** What must come back as it was sent. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom an issuer named. */
export interface Named {
  readonly subject: string;
  readonly email: string | undefined;
  /** Missing where the issuer says nothing of it. */
  readonly verified: boolean | undefined;
  readonly name: string | undefined;
}

/** The issuer cannot be used; the message says why, in words for whoever set it up. */
export class IssuerTrouble extends Error {}

/** The library is loaded when somebody first uses it. */
const library = () => import("openid-client");

export interface SingleSignOn {
  /** What an issuer says of itself. @throws IssuerTrouble */
  discover(issuer: string): Promise<Readonly<Record<string, unknown>>>;
  /** Where the browser goes, and what must come back. */
  begin(provider: Provider, back: string, email: string): Promise<{ readonly to: string; readonly checks: Checks }>;
  /** Whom the issuer named, if all that came back is as it was sent. @param arrived the whole address the browser came back to. @throws IssuerTrouble */
  finish(provider: Provider, arrived: string, checks: Checks): Promise<Named>;
}

const ENDPOINTS = ["authorization_endpoint", "token_endpoint", "jwks_uri"] as const;

/** @param allowPrivate whether issuers at private addresses, and without https, are asked: the operator says so. */
export function singleSignOn(allowPrivate: boolean): SingleSignOn {
  const fetch = guardedFetch(allowPrivate);
  const ready = async ({ client, secret, discovery }: Provider): Promise<Configuration> => {
    const oidc = await library();
    const methods = discovery["token_endpoint_auth_methods_supported"];
    const proof = Array.isArray(methods) && !methods.includes("client_secret_basic") ? oidc.ClientSecretPost(secret) : oidc.ClientSecretBasic(secret);
    const config = new oidc.Configuration(discovery as never, client, undefined, proof);
    config[oidc.customFetch] = fetch as never;
    config.timeout = 10;
    if (allowPrivate) oidc.allowInsecureRequests(config);
    // The line to the issuer is proved by https; its signature is looked at all the same.
    oidc.enableNonRepudiationChecks(config);
    return config;
  };
  return {
    discover: async (issuer) => {
      const at = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
      if (!URL.canParse(issuer) || !(issuer.startsWith("https://") || (allowPrivate && issuer.startsWith("http://")))) throw new IssuerTrouble("an issuer is an address that begins with https://");
      const answer = await fetch(at, { headers: { accept: "application/json" } }).catch((thrown: Error) => {
        throw new IssuerTrouble(isRefusedAddress(thrown.message) ? "this issuer is at a private address; whoever runs this Remit would have to allow that" : `nothing usable answers at ${at}`);
      });
      const said = answer.status === 200 ? ((await answer.json().catch(() => undefined)) as Record<string, unknown> | undefined) : undefined;
      if (!said) throw new IssuerTrouble(`there is no description of an issuer at ${at}`);
      if (said["issuer"] !== issuer) throw new IssuerTrouble(`what stands at ${at} calls itself \`${String(said["issuer"]).slice(0, 200)}\`; write the issuer exactly so, if that is the one you mean`);
      for (const endpoint of ENDPOINTS) {
        const address = said[endpoint];
        if (typeof address !== "string" || !URL.canParse(address) || !(address.startsWith("https://") || allowPrivate)) throw new IssuerTrouble(`the issuer names no usable \`${endpoint}\``);
      }
      return said;
    },
    begin: async (provider, back, email) => {
      const oidc = await library();
      const checks = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
      const to = oidc.buildAuthorizationUrl(await ready(provider), {
        redirect_uri: back,
        scope: "openid email profile",
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: "S256",
        login_hint: email,
      });
      return { to: to.href, checks };
    },
    finish: async (provider, arrived, { state, nonce, verifier }) => {
      const oidc = await library();
      const config = await ready(provider);
      try {
        const tokens = await oidc.authorizationCodeGrant(config, new URL(arrived), { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
        const claims = tokens.claims();
        if (!claims) throw new IssuerTrouble("the issuer named nobody");
        // Many issuers say little in the token and the rest to whoever asks with it.
        const facts = claims["email"] !== undefined || provider.discovery["userinfo_endpoint"] === undefined ? claims : { ...(await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)) };
        const { email, name } = facts as { email?: unknown; name?: unknown };
        const verified = facts["email_verified"];
        return {
          subject: claims.sub,
          email: typeof email === "string" ? email.toLowerCase() : undefined,
          verified: verified === undefined ? undefined : verified === true || verified === "true",
          name: typeof name === "string" && name.trim() !== "" ? name.trim().slice(0, 200) : undefined,
        };
      } catch (thrown) {
        if (thrown instanceof IssuerTrouble) throw thrown;
        throw new IssuerTrouble(thrown instanceof Error ? thrown.message : String(thrown));
      }
    },
  };
}
