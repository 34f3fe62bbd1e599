import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Context } from "hono";
import { openAccounts } from "#accounts/accounts.ts";
import { keysFrom, type Keys } from "#accounts/keys.ts";
import { openPost } from "#accounts/post.ts";
import { Drafts } from "#app/draft/drafts.ts";
import type { Signer } from "#app/history/sign.ts";
import { actorOf, openOwnerLink } from "#db/account.ts";
import { CannotStart } from "#db/embedded/cannot-start.ts";
import { addressOf, noteRunning } from "#ops/running-at.ts";
import { buildApi } from "./api/api.ts";
import { messengerOf } from "./api/contact-check-routes.ts";
import { Limits } from "./api/limits.ts";
import { openLive } from "./api/live.ts";
import { hashOf, newToken, resolve, sessionOf } from "./api/session.ts";
import { openCarrier } from "./webhooks/carrier.ts";
import { buildApp } from "./app.ts";
import { loadAssets } from "./assets.ts";
import { askRounds } from "./contact-rounds.ts";
import { keepDuties } from "./duties.ts";
import { masterKey, NoMasterKey } from "./master-key.ts";
import { explainListenError, readSettings, type Settings } from "./settings.ts";
import { gatherNotices } from "./notice-letters.ts";
import { openSignedHeads } from "./signed-heads.ts";
import { openStorage } from "./storage.ts";

/** How long open answers may take to finish once somebody stops the server. */
const PATIENCE = 3_000;
/** What a slow sender may take, in milliseconds: a large paste over a poor line is still taken, a trickle is not kept for ever. */
const SLOWEST = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 2_000 };
/** How long the link of the first owner can be used. */
const LINK_MINUTES = 15;

const tell = (line: string): void => void process.stderr.write(`remit: ${line}\n`);

function stop(message: string, remedy?: string): never {
  tell(message);
  if (remedy !== undefined) process.stderr.write(`  ${remedy}\n`);
  process.exit(1);
}

const read = readSettings(process.env);
if (!read.ok) stop(read.message);
const { settings } = read;
let port = settings.port;
let forget = (): void => undefined;

const folder = fileURLToPath(new URL("../../dist/web", import.meta.url));
if (!existsSync(`${folder}/index.html`)) stop("the page has not been built yet; run `npm start`, which builds it first");

/** The key, or the end: without it no cookie can be signed. */
function keysOf({ data, masterKey: given }: Settings): Keys {
  try {
    return keysFrom(masterKey(data, given));
  } catch (thrown) {
    if (thrown instanceof NoMasterKey) stop(thrown.message);
    throw thrown;
  }
}

const storage = await openStorage(settings, tell).catch((thrown: unknown) => {
  if (thrown instanceof CannotStart) stop(thrown.message, thrown.remedy);
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  stop(settings.databaseUrl === undefined ? words : `the database of DATABASE_URL cannot be used: ${words}`);
});
const { db } = storage;
const keys = keysOf(settings);
const live = await openLive(db);
const near = settings.webhooksNear === true;
const carrier = openCarrier(db, keys, { near, longest: 10_000 }, tell);
// Where the database is somewhere else, its servers and their folders come and go: nothing beside the key is kept there.
const signer: Signer = settings.databaseUrl === undefined ? { ...keys.history, memory: openSignedHeads(settings.data, tell) } : keys.history;
const outside = (): string => settings.url ?? addressOf({ host: settings.host, port });
const accounts = openAccounts({ address: storage.address, keys, url: outside, mails: settings.smtp !== undefined, privateIssuers: settings.privateIssuers === true });
const post = settings.smtp && openPost(db, keys, settings.smtp.url, settings.smtp.from, tell, () => gatherNotices(db, accounts));
const drafts = new Drafts(db);
const limits = settings.limits > 0 ? new Limits(settings.limits) : undefined;
const duties = keepDuties(db, signer, tell, undefined, [["ask whether numbers are still correct", "1 hour", async () => {
  if ((await askRounds(db, drafts, messengerOf({ accounts, ...(limits ? { limits } : {}) }))) > 0 && post) post.ring();
}]]);
const api = buildApi({ db, drafts, live, accounts, keys, webhooks: { ring: carrier.ring, near }, signer, ...(settings.proxies ? { proxies: settings.proxies } : {}), ...(limits ? { limits } : {}), ...(post ? { post } : {}), ...(storage.free ? { free: storage.free } : {}) }, tell);

/** A session that cannot be asked about just now counts as none: the first page needs no database. */
const signedIn = async (c: Context): Promise<boolean> => {
  resolve(c, accounts);
  const session = sessionOf(c);
  return session !== undefined && (await actorOf(db, session).catch(() => undefined)) !== undefined;
};

const app = buildApp({ assets: loadAssets(folder), host: settings.host, port: () => port, ...(settings.url === undefined ? {} : { outside: settings.url }), api, signedIn });
const server = serve({ fetch: app.fetch, hostname: settings.host, port: settings.port, serverOptions: SLOWEST }, (info: AddressInfo) => {
  port = info.port;
  // A database somewhere else has servers on many machines; the packaged one has this one.
  if (settings.databaseUrl === undefined) forget = noteRunning(settings.data, outside());
  void welcome();
});
server.on("error", (error: NodeJS.ErrnoException) => {
  tell(explainListenError(error, settings));
  void storage.close().finally(() => process.exit(1));
});

/** The address, and while nobody owns this Remit a link that makes whoever opens it the owner. */
async function welcome(): Promise<void> {
  const address = addressOf({ host: settings.host, port });
  process.stdout.write(`Remit is at ${address}\n`);
  const token = newToken();
  if (await openOwnerLink(db, hashOf(token), new Date(Date.now() + LINK_MINUTES * 60_000)))
    process.stdout.write(`Open this link within ${LINK_MINUTES} minutes to sign in as the owner; it works once:\n  ${address}/enter#${token}\n`);
}

let leaving = false;
function leave(): void {
  if (leaving) return;
  leaving = true;
  forget();
  const end = (): void => void Promise.all([live.close(), post?.close(), carrier.close(), accounts.close(), duties.close()]).then(() => storage.close()).finally(() => process.exit(0));
  server.close(end);
  if ("closeIdleConnections" in server) server.closeIdleConnections();
  setTimeout(() => {
    // Streams to open pages never end by themselves.
    if ("closeAllConnections" in server) server.closeAllConnections();
  }, 200).unref();
  setTimeout(end, PATIENCE).unref();
}
process.on("SIGTERM", leave);
process.on("SIGINT", leave);
