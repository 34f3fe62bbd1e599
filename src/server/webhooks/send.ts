import { request as plain, type IncomingMessage } from "node:http";
import { request as safe } from "node:https";
import { agentOut, isRefusedAddress } from "#accounts/agent-out.ts";

/** Of an answer so much is read, and so much kept. In bytes, and in characters. */
const MOST_READ = 16_384;
const MOST_KEPT = 500;

export interface Answered {
  /** Missing where nothing answered. */
  readonly status: number | null;
  /** Milliseconds. */
  readonly took: number;
  readonly answer: string;
  /** Why nothing, or no right answer, came; in words. */
  readonly fault: string | null;
}

export interface SendSettings {
  /** Whether addresses of this network may be reached. */
  readonly near: boolean;
  /** From the name's look-up to the last byte, in milliseconds. */
  readonly longest: number;
}

/** Text as the database takes it. */
const kept = (bytes: Buffer): string => bytes.toString("utf8").replaceAll("\0", "\u{fffd}").slice(0, MOST_KEPT).toWellFormed();

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nobody listens there",
  ENOTFOUND: "there is no such name",
  EAI_AGAIN: "the name cannot be looked up just now",
  ECONNRESET: "the receiver hung up",
  ETIMEDOUT: "nothing answered in time",
};
function wordsFor({ code = "", message }: NodeJS.ErrnoException): string {
  if (isRefusedAddress(message)) return "the name leads into this network, where webhooks do not go";
  if (/certificate|CERT|SSL|TLS|self.signed/i.test(`${code} ${message}`)) return "its certificate is not a good one";
  return WORDS[code] ?? "the line broke";
}

/**
 * Sends one message, bounded in time and size. No redirect is followed, and the address that is really connected to is
 * looked at: a name that leads into this network, now or at the second look-up, gets nothing.
 */
export function send(url: string, headers: Readonly<Record<string, string>>, body: string, { near, longest }: SendSettings): Promise<Answered> {
  const began = performance.now();
  return new Promise((settle) => {
    const end = (said: Omit<Answered, "took">): void => {
      clearTimeout(timer);
      sent.destroy();
      settle({ ...said, took: Math.round(performance.now() - began) });
    };
    const take = (answer: IncomingMessage): void => {
      const pieces: Buffer[] = [];
      let size = 0;
      const whole = (): void => {
        const status = answer.statusCode ?? 0;
        const fault = status >= 200 && status < 300 ? null : status >= 300 && status < 400 ? "it wants to send us elsewhere; redirects are not followed" : `it answered ${status}`;
        end({ status, answer: kept(Buffer.concat(pieces)), fault });
      };
      answer.on("data", (piece: Buffer) => {
        pieces.push(piece.subarray(0, MOST_READ - size));
        size += piece.length;
        if (size >= MOST_READ) whole();
      });
      answer.on("end", whole);
      answer.on("error", (thrown) => end({ status: answer.statusCode ?? null, answer: kept(Buffer.concat(pieces)), fault: wordsFor(thrown) }));
    };
    const agent = agentOut(url, near);
    const sent = (url.startsWith("https:") ? safe : plain)(url, { method: "POST", agent, headers: { ...headers, "content-length": String(Buffer.byteLength(body)) } }, take);
    const timer = setTimeout(() => end({ status: null, answer: "", fault: "nothing answered in time" }), longest);
    sent.on("error", (thrown) => end({ status: null, answer: "", fault: wordsFor(thrown) }));
    sent.end(body);
  });
}
