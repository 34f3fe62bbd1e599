import { bodyLimit } from "hono/body-limit";
import type { Context, MiddlewareHandler } from "hono";
import { problem } from "./refuse.ts";
import { keyOf } from "./session.ts";

/** A paste of 5,000 rows by 40 roles is about 12 MB. In bytes. */
const LARGEST = 24 * 1024 * 1024;

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
const counted = bodyLimit({ maxSize: LARGEST, onError: tooLarge });

/**
 * Refuses a body beyond the bound. One that says its length is judged by that, since no more of it is ever read;
 * one in pieces is counted while it comes, which costs a stream of its own.
 */
export const bounded: MiddlewareHandler = (c, next) => {
  const length = c.req.header("content-length");
  if (isImport(c)) return length !== undefined && Number(length) > LARGEST_ARCHIVE ? Promise.resolve(problem(c, 413, "Too large", "an archive of more than 256 MB is not taken; nothing was written")) : next();
  if (length === undefined || c.req.header("transfer-encoding") !== undefined) return counted(c, next);
  return Number(length) <= LARGEST ? next() : Promise.resolve(tooLarge(c));
};
