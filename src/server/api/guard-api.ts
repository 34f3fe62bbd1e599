import { bodyLimit } from "hono/body-limit";
import type { Context, MiddlewareHandler } from "hono";
import { actorOf, enterBySession } from "#db/account.ts";
import type { Database } from "#db/database.ts";
import { UUID } from "./desk.ts";
import { problem } from "./refuse.ts";
import { keyOf, sessionOf } from "./session.ts";

/** A paste of 5,000 rows by 40 roles is about 12 MB. In bytes. */
const LARGEST = 24 * 1024 * 1024;

/** Whoever is not signed in has little to say: a password, a link, a name. In bytes. */
const LARGEST_BEFORE = 64 * 1024;
const BEFORE = /^(?:\/api)?\/(?:session|invitations|guests|contact-checks|minute-tests)(?:\/|$)/;

/** An exported workspace on its way back in. In bytes. */
export const LARGEST_ARCHIVE = 256 * 1024 * 1024;
/** Takes an archive instead of JSON, and counts it itself while it comes. */
const isImport = (c: Context): boolean => c.req.method === "POST" && c.req.path.endsWith("/workspaces/import");

const SAFE: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A page of another origin can make a browser send requests with its cookies. What writes must therefore
 * come from our own page, which the browser says, and be JSON, which a foreign form cannot send.
 */
export const ownPageOnly: MiddlewareHandler = async (c, next) => {
  if (SAFE.has(c.req.method)) return next();
  // A key is sent on purpose, never by a browser of itself.
  if (keyOf(c) !== undefined) return c.req.header("content-type")?.startsWith("application/json") ? next() : problem(c, 415, "Not JSON", "send JSON, with the content type application/json");
  const site = c.req.header("sec-fetch-site");
  const origin = c.req.header("origin");
  if (site !== undefined && site !== "same-origin" && site !== "none") return problem(c, 403, "From another page", "this request comes from a page of another address");
  if (origin !== undefined && origin !== "null" && new URL(origin).host !== c.req.header("host")) return problem(c, 403, "From another page", "this request comes from a page of another address");
  if (origin === "null") return problem(c, 403, "From another page", "this request comes from a page without an address");
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  // No more than JSON can a foreign form send this one.
  if (type === "application/zip" && isImport(c)) return next();
  if (type !== "application/json") return problem(c, 415, "Not JSON", "send JSON, with the content type application/json");
  return next();
};

const tooLarge = (c: Context): Response => problem(c, 413, "Too large", "more than 24 MB at once are not taken; nothing was written");
const tooLargeBefore = (c: Context): Response => problem(c, 413, "Too large", "more than 64 kB at once are not taken here, or from whoever is not signed in; nothing was written");
const counted = { known: bodyLimit({ maxSize: LARGEST, onError: tooLarge }), unknown: bodyLimit({ maxSize: LARGEST_BEFORE, onError: tooLargeBefore }) };

/** Whether whoever asks is somebody; what a made-up key or an old session says is not believed. */
async function isSomebody(db: Database, c: Context): Promise<boolean> {
  const session = sessionOf(c);
  if (session === undefined) return false;
  if (keyOf(c) === undefined) return (await actorOf(db, session)) !== undefined;
  const workspace = /\/workspaces\/([0-9a-f-]{36})(?:\/|$)/.exec(c.req.path)?.[1];
  return workspace !== undefined && UUID.test(workspace) && ((await enterBySession(db, session, workspace))?.role ?? null) !== null;
}

/**
 * Refuses a body beyond the bound. One that says its length is judged by that, since no more of it is ever read;
 * one in pieces is counted while it comes, which costs a stream of its own.
 */
export const bounded = (db: Database): MiddlewareHandler => async (c, next) => {
  const length = c.req.header("content-length");
  if (isImport(c)) return length !== undefined && Number(length) > LARGEST_ARCHIVE ? problem(c, 413, "Too large", "an archive of more than 256 MB is not taken; nothing was written") : next();
  if (SAFE.has(c.req.method)) return next();
  const inPieces = length === undefined || c.req.header("transfer-encoding") !== undefined;
  // Most bodies are small, and nobody is asked about for those.
  if (!inPieces && Number(length) <= LARGEST_BEFORE) return next();
  const known = !BEFORE.test(c.req.path) && (await isSomebody(db, c));
  if (inPieces) return counted[known ? "known" : "unknown"](c, next);
  if (!known) return tooLargeBefore(c);
  return Number(length) <= LARGEST ? next() : tooLarge(c);
};
