import type { Context, MiddlewareHandler } from "hono";
import { isLoopback } from "./settings.ts";

/** An answer that says what went wrong, as RFC 9457 writes it. */
export function problem(c: Context, status: 404 | 405 | 421 | 500, title: string, detail: string): Response {
  return c.body(JSON.stringify({ type: "about:blank", title, status, detail }), status, {
    "Content-Type": "application/problem+json; charset=utf-8",
    "Cache-Control": "no-store",
  });
}

/**
 * What the page may do. `connect-src` is the promise that nothing goes anywhere else, kept by the browser
 * itself: nowhere at all, or to this server alone.
 */
export function contentSecurityPolicy(nonce?: string, withApi = false): string {
  const own = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    withApi ? "connect-src 'self'" : "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers every answer carries; the page itself sets its own policy with a nonce. */
export const shield: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", contentSecurityPolicy());
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "no-referrer");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
};

/**
 * Bound to loopback, only names of this machine are answered: a foreign page that points its own
 * name at 127.0.0.1 gets nothing. So is the name a proxy before it passes on, where one is set.
 * @param port asked at each request, since a free port is known only after listening.
 */
export function ownHostOnly(host: string, port: () => number, outside?: string): MiddlewareHandler {
  const proxied = outside === undefined ? undefined : new URL(outside).host;
  if (!isLoopback(host)) return (_c, next) => next();
  return async (c, next) => {
    const named = c.req.header("host")?.toLowerCase() ?? "";
    if (named === proxied) return next();
    const colon = /:(\d{1,5})$/.exec(named);
    const name = colon ? named.slice(0, colon.index) : named;
    const at = colon ? Number(colon[1]) : 80;
    if (at === port() && (name === "localhost" || name === "127.0.0.1" || name === "[::1]" || name === host)) return next();
    return problem(c, 421, "Wrong host", `this Remit answers only at http://127.0.0.1:${port()}; open that address`);
  };
}

/** Only reading is possible here: nothing is ever sent to this server. */
export const readingOnly: MiddlewareHandler = async (c, next) => {
  if (c.req.method === "GET" || c.req.method === "HEAD") return next();
  const answer = problem(c, 405, "Only reading", "this server only hands out the page; use GET or HEAD");
  answer.headers.set("Allow", "GET, HEAD");
  return answer;
};
