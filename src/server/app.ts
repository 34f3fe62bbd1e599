import { randomBytes } from "node:crypto";
import { Hono, type Context, type Env } from "hono";
import { acceptedCodings, type Asset } from "./assets.ts";
import { contentSecurityPolicy, ownHostOnly, problem, readingOnly, shield } from "./guard.ts";

/** What the application needs to know of the world. */
export interface Surroundings {
  readonly assets: ReadonlyMap<string, Asset>;
  readonly host: string;
  readonly port: () => number;
  /** The address browsers know, where a proxy stands before this server. */
  readonly outside?: string;
  /** The API; without it only the first page is handed out, which sends nothing anywhere. */
  readonly api?: Hono<Env>;
  /** Whether a request comes from somebody who is signed in: then the first page is their workspace. */
  readonly signedIn?: (c: Context) => Promise<boolean>;
  /** A fresh value per page; random unless a test says otherwise. */
  readonly nonce?: () => string;
  /** Where an unforeseen error is told; the answer never shows it. */
  readonly log?: (message: string) => void;
}

/** Stands in the built page wherever the nonce of the answer belongs. */
const NONCE_MARK = "__CSP_NONCE__";

/** For a person who followed an address that leads nowhere. */
const NOWHERE = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not here – Remit</title><link rel="icon" href="/icon.svg" type="image/svg+xml"><h1>There is nothing at this address</h1><p>It was mistyped, or what stood here is gone. <a href="/">Go to Remit</a>.</p></html>';

/** Addresses of pages inside a workspace: all of them are the one page. */
const PAGES = /^\/(?:enter|still-correct|minute-test|sign|account|w(?:\/[\w-]+)*)\/?$/;

/** The whole HTTP side of the first page: hand out the built files, safely. */
export function buildApp({ assets, host, port, outside, api, signedIn, nonce = () => randomBytes(18).toString("base64"), log = console.error }: Surroundings): Hono {
  const app = new Hono();
  app.use(shield);
  app.use(ownHostOnly(host, port, outside));
  if (api) app.route("/api", api);
  app.use(readingOnly);

  app.get("/healthz", (c) => c.json({ status: "ok" }, 200, { "Cache-Control": "no-store" }));

  app.get("/", async (c, next) => (signedIn && (await signedIn(c)) ? c.redirect("/w") : next()));

  app.get("*", async (c) => {
    const path = c.req.path === "/" || (api && PAGES.test(c.req.path)) ? "/index.html" : c.req.path;
    const asset = assets.get(path);
    if (!asset) return c.notFound();
    if (path === "/index.html") {
      const fresh = nonce();
      const { bytes } = await asset.body(["identity"]);
      return c.body(new TextDecoder().decode(bytes).replaceAll(NONCE_MARK, fresh), 200, {
        "Content-Type": asset.type,
        "Cache-Control": "no-store",
        "Content-Security-Policy": contentSecurityPolicy(fresh, c.req.path !== "/"),
      });
    }
    const { coding, bytes } = await asset.body(acceptedCodings(c.req.header("accept-encoding")));
    return c.body(bytes, 200, {
      "Content-Type": asset.type,
      "Content-Length": String(bytes.length),
      "Cache-Control": asset.hashed ? "public, max-age=31536000, immutable" : "no-cache",
      Vary: "Accept-Encoding",
      ...(coding === "identity" ? {} : { "Content-Encoding": coding }),
    });
  });

  app.notFound((c) => (c.req.header("accept")?.includes("text/html") ? c.html(NOWHERE, 404, { "Cache-Control": "no-store" }) : problem(c, 404, "Not here", "there is nothing at this address; the page is at /")));
  app.onError((error, c) => {
    log(`remit: ${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`);
    return problem(c, 500, "Something went wrong here", "the fault is in the server and has been written to its log");
  });
  return app;
}
