import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { buildApp } from "./app.ts";
import { loadAssets } from "./assets.ts";
import { addressOf, explainListenError, readSettings } from "./settings.ts";

/** How long open answers may take to finish once somebody stops the server. */
const PATIENCE = 3_000;

function stop(message: string): never {
  process.stderr.write(`remit: ${message}\n`);
  process.exit(1);
}

const read = readSettings(process.env);
if (!read.ok) stop(read.message);
const { settings } = read;

const folder = fileURLToPath(new URL("../../dist/web", import.meta.url));
if (!existsSync(`${folder}/index.html`)) stop("the page has not been built yet; run `npm start`, which builds it first");

let port = settings.port;
const app = buildApp({ assets: loadAssets(folder), host: settings.host, port: () => port });
const server = serve({ fetch: app.fetch, hostname: settings.host, port: settings.port }, (info: AddressInfo) => {
  port = info.port;
  process.stdout.write(`Remit is at ${addressOf({ host: settings.host, port })}\n`);
});
server.on("error", (error: NodeJS.ErrnoException) => stop(explainListenError(error, settings)));

let leaving = false;
function leave(): void {
  if (leaving) process.exit(0);
  leaving = true;
  server.close(() => process.exit(0));
  if ("closeIdleConnections" in server) server.closeIdleConnections();
  setTimeout(() => process.exit(0), PATIENCE).unref();
}
process.on("SIGTERM", leave);
process.on("SIGINT", leave);
