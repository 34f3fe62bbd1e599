import { createHmac, randomBytes } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { guestSessionOf } from "./guest-session.ts";
import { problem } from "./refuse.ts";
import { fromOf, sessionOf } from "./session.ts";

/** How much of a kind may be asked in how many seconds. */
interface Kind {
  readonly points: number;
  readonly duration: number;
}

/** People who type, paste and undo stay far below; what costs much, or writes letters to others, is tighter. */
const KINDS = {
  /** Everything, of somebody the server knows. */
  known: { points: 3_000, duration: 60 },
  /** Everything from one address of whoever is not known yet. */
  stranger: { points: 600, duration: 60 },
  history: { points: 20, duration: 60 },
  founding: { points: 20, duration: 600 },
  letters: { points: 40, duration: 600 },
  /** Letters somebody has sent to people of a matrix, however many go with one request. */
  written: { points: 300, duration: 3_600 },
  /** Letters to one address that whoever reads it never asked for, whoever has them sent. */
  addressed: { points: 6, duration: 86_400 },
  /** Proofs, each of which may take a thread some seconds. */
  proofs: { points: 60, duration: 60 },
  calls: { points: 30, duration: 60 },
  /** What asks another server on somebody's word. */
  asking: { points: 20, duration: 60 },
  comments: { points: 60, duration: 60 },
  /** Beginnings of sign-ins, each of which is remembered. */
  entering: { points: 120, duration: 60 },
} as const satisfies Record<string, Kind>;
type KindName = keyof typeof KINDS;

const TIGHT: readonly (readonly [string, RegExp, KindName])[] = [
  ["GET", /\/(?:history\/file|export)$/, "history"],
  ["GET", /\/workspaces\/[^/]+\/proof$/, "proofs"],
  ["POST", /^(?:\/api)?\/workspaces(?:\/import)?$/, "founding"],
  ["POST", /\/workspaces\/[^/]+\/(?:invitations|guests|contact-checks|contact-tests|swaps|minute-tests)$/, "letters"],
  ["POST", /\/(?:test|replay)$/, "calls"],
  ["POST", /\/workspaces\/[^/]+\/single-sign-on(?:\/[^/]+\/check)?$/, "asking"],
  // Who is named in one is written to: counted by the path, since the body is not read here.
  ["POST", /\/workspaces\/[^/]+\/comments$/, "comments"],
  ["POST", /\/session\/(?:single-sign-on(?:\/look)?|passkey\/begin)$/, "entering"],
];

/** Event streams one actor may keep open. */
const MOST_STREAMS = 100;
/** Sessions whose actor is remembered; beyond, all are asked once more. */
const MOST_KNOWN = 20_000;
/** Addresses share so many counters: memory stays bounded, whoever asks from wherever. */
const COUNTERS = 16_384;

/** The network somebody asks from: an address, or the 64 bits of an IPv6 address that one connection has to itself. */
export function networkOf(address: string): string {
  const plain = address.split("%")[0] ?? "";
  if (plain.includes(".")) return plain.slice(plain.lastIndexOf(":") + 1);
  const [head = "", tail] = plain.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups = tail === undefined ? before : [...before, ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0"), ...after];
  return groups.slice(0, 4).map((group) => group.toLowerCase().replace(/^0+(?=.)/, "")).join(":");
}

/**
 * How much everybody may ask, counted in this process without a message to anybody. Whose session it is says whoever
 * proved it; until then the address counts, so that made-up cookies buy nothing.
 */
export class Limits {
  readonly #counters: Readonly<Record<KindName, RateLimiterMemory>>;
  readonly #known = new Map<string, string>();
  readonly #streams = new Map<string, number>();
  readonly #salt = randomBytes(16);

  /** @param factor multiplies what may be asked. */
  constructor(factor = 1) {
    this.#counters = Object.fromEntries(Object.entries(KINDS).map(([name, { points, duration }]) => [name, new RateLimiterMemory({ points: Math.ceil(points * factor), duration })])) as never;
  }

  /** A session was proved: from now on its actor is counted. */
  prove(session: Buffer, actor: string): void {
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(session.toString("base64"), actor);
  }

  /** Whether one more letter of somebody's may go to an address. Counted with the question. */
  async mayWrite(actor: string, address: string): Promise<boolean> {
    const to = createHmac("sha256", this.#salt).update(address.trim().toLowerCase()).digest("base64url");
    try {
      await this.#counters.written.consume(actor);
      await this.#counters.addressed.consume(to);
      return true;
    } catch (thrown) {
      if (thrown instanceof RateLimiterRes) return false;
      throw thrown;
    }
  }

  /** Somebody opens a stream. @returns how it is closed; nothing when they have too many. */
  open(actor: string): (() => void) | undefined {
    const now = this.#streams.get(actor) ?? 0;
    if (now >= MOST_STREAMS) return undefined;
    this.#streams.set(actor, now + 1);
    let closed = false;
    return () => {
      if (closed) return;
      closed = true;
      const left = (this.#streams.get(actor) ?? 1) - 1;
      if (left > 0) this.#streams.set(actor, left);
      else this.#streams.delete(actor);
    };
  }

  /** Counts a request; an answer only where it was one too many. */
  readonly count: MiddlewareHandler = async (c, next) => {
    const { method, path } = c.req;
    const session = sessionOf(c) ?? guestSessionOf(c);
    const actor = session && this.#known.get(session.toString("base64"));
    const who = actor ?? this.counterOf(fromOf(c).address);
    // What is read is asked for most often, and few of it costs much. HEAD costs what GET does.
    const reads = method === "GET" || method === "HEAD";
    const tight = reads && !/\/(?:file|export|proof)$/.test(path) ? undefined : TIGHT.find(([how, at]) => how === (reads ? "GET" : method) && at.test(path))?.[2];
    for (const kind of [actor === undefined ? "stranger" : "known", ...(tight ? [tight] : [])] as const) {
      try {
        await this.#counters[kind].consume(who);
      } catch (thrown) {
        if (!(thrown instanceof RateLimiterRes)) throw thrown;
        return tooMany(c, kind, Math.max(1, Math.ceil(thrown.msBeforeNext / 1_000)), this.#counters[kind].points);
      }
    }
    await next();
    // A session that is over speaks for nobody.
    if (actor !== undefined && c.res.status === 401) this.#known.delete(session?.toString("base64") ?? "");
  };

  /** Which counter an address has, with some others. */
  counterOf(address: string): string {
    return `:${createHmac("sha256", this.#salt).update(networkOf(address)).digest().readUInt32BE() % COUNTERS}`;
  }
}

/** @param again seconds. */
export function tooMany(c: Context, kind: string, again: number, points: number): Response {
  c.header("Retry-After", String(again));
  if (kind in KINDS) c.header("RateLimit-Policy", `"${kind}";q=${points};w=${KINDS[kind as KindName].duration}`);
  c.header("RateLimit", `"${kind}";r=0;t=${again}`);
  return problem(c, 429, "Too many requests", `so much at once is not taken; nothing was done, try again in ${again === 1 ? "a second" : `${again} seconds`}`, { code: "too-many" });
}

/** Answers an actor who has too many streams open. */
export const tooManyStreams = (c: Context): Response => tooMany(c, "streams", 20, MOST_STREAMS);
