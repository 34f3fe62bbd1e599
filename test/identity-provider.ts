import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider, type Configuration } from "oidc-provider";

/** What the provider says of whoever signs in there. */
export interface Somebody {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

export interface IdentityServer {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  /** Who sits before it. Nobody: the person says no. */
  who: Somebody | undefined;
  /** Requests it has seen, by path. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** A real OpenID provider on this machine. @param page whether a person presses a button there; else it knows who they are. */
export async function identityServer(callbacks: readonly string[], { page = false, configuration = {} }: { readonly page?: boolean; readonly configuration?: Configuration } = {}): Promise<IdentityServer> {
  const server = createServer();
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const told: IdentityServer = { issuer, client: "remit", secret: "the secret of the client", who: undefined, asked: [], close: () => new Promise((settle) => (server.closeAllConnections(), server.close(() => settle()))) };
  const provider = new Provider(issuer, {
    clients: [{ client_id: told.client, client_secret: told.secret, redirect_uris: [...callbacks], grant_types: ["authorization_code"], response_types: ["code"] }],
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/sign-in/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ ...told.who, sub: id }) }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client?.clientId ?? "", accountId: context.oidc.session?.accountId ?? "" });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
    ...configuration,
  });
  const answer = provider.callback();
  const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (page && request.method === "GET") {
      response.setHeader("content-type", "text/html");
      response.end(`<!doctype html><title>The organisation</title><h1>The organisation</h1><form method="post"><button>Continue</button></form>`);
      return;
    }
    // A browser that is still signed in there is asked again: another person may sit before it.
    await provider.interactionFinished(request, response, told.who ? { login: { accountId: told.who.sub, remember: false } } : { error: "access_denied" });
  };
  server.on("request", (request, response) => {
    told.asked.push((request.url ?? "").split("?")[0] ?? "");
    if (request.url?.startsWith("/sign-in/")) void interact(request, response).catch((thrown: unknown) => response.writeHead(500).end(String(thrown)));
    else void answer(request, response);
  });
  return told;
}

/** Goes through the provider as a browser does. @returns the address it sends the browser back to. */
export async function throughProvider(to: string, issuer: string): Promise<URL> {
  const jar = new Map<string, string>();
  for (let at = to; ; ) {
    if (!at.startsWith(issuer)) return new URL(at);
    const answer = await fetch(at, { redirect: "manual", headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") } });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const next = answer.headers.get("location");
    if (next === null) throw new Error(`the provider stays: ${answer.status} ${await answer.text()}`);
    at = new URL(next, at).href;
  }
}
