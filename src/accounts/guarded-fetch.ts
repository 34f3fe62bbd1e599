import { request as plain, type IncomingMessage } from "node:http";
import { request as secured } from "node:https";
import { agentOut } from "./agent-out.ts";

/** In bytes; what an issuer says of itself is a few thousand. */
const LARGEST = 512 * 1024;
/** In milliseconds, for the whole answer. */
const PATIENCE = 10_000;

/**
 * `fetch` for addresses that others wrote down: no private address unless allowed, whatever its name resolves to, no
 * redirect followed, and neither a slow nor a large answer waited for.
 */
export function guardedFetch(allowPrivate: boolean): (url: string, how?: { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }) => Promise<Response> {
  return (url, { method = "GET", headers = {}, body } = {}) =>
    new Promise((settle, refuse) => {
      const written = body === undefined || body === null ? undefined : String(body);
      const ask = url.startsWith("https:") ? secured : plain;
      const agent = agentOut(url, allowPrivate);
      const given = { method, headers: { ...headers, ...(written === undefined ? {} : { "content-length": String(Buffer.byteLength(written)) }) }, agent, signal: AbortSignal.timeout(PATIENCE) };
      const read = (answer: IncomingMessage): void => {
        const pieces: Buffer[] = [];
        let size = 0;
        answer.on("data", (piece: Buffer) => {
          size += piece.length;
          if (size > LARGEST) answer.destroy(new Error("the answer is too large"));
          else pieces.push(piece);
        });
        answer.on("error", refuse);
        answer.on("end", () => {
          const told = Object.entries(answer.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value] as [string, string]]));
          const status = answer.statusCode ?? 502;
          settle(new Response([204, 205, 304].includes(status) ? null : Buffer.concat(pieces), { status, headers: told }));
        });
      };
      const sent = ask(url, given, read);
      sent.on("error", refuse);
      sent.end(written);
    });
}
