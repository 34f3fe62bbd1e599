import type { MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";

/** A command as it travels: edits that stand or fall together. */
export interface Command {
  readonly id: string;
  readonly what: string;
  readonly edits: readonly Edit[];
  /** The revision that was seen when it was typed, and the open page it was typed in. */
  readonly base: number;
  readonly page: string;
}

export interface Logged {
  readonly revision: number;
  readonly id: string;
  readonly actor: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly what: string;
  readonly edits: readonly Edit[];
  /** Its words are gone, and with them what it changed. */
  readonly erased?: boolean;
}

/** Whose edit was first: somebody's, or one's own in another window. */
export interface Theirs {
  readonly what: string;
  readonly own: boolean;
}

/** What the server said to a command. */
export type Answer =
  | { readonly kind: "made"; readonly revision: number; readonly edits?: readonly Edit[]; readonly what: string }
  /** Not made, and sending it again will not help. */
  | { readonly kind: "refused"; readonly code: string; readonly words: string; readonly theirs?: Theirs; readonly rows?: readonly string[] }
  /** Not heard, or not now: it is sent again. */
  | { readonly kind: "later"; readonly why: string }
  | { readonly kind: "signed-out" };

/** How a store reaches its server. */
export interface Wire {
  read(): Promise<{ readonly revision: number; readonly document: MatrixDocument }>;
  send(command: Command): Promise<Answer>;
  back(how: "undo" | "redo", command: Command): Promise<Answer>;
  since(revision: number): Promise<readonly Logged[]>;
  /** What happened to an item, newest first. */
  history(kind: string, id: string, after?: string): Promise<{ readonly edits: readonly (Logged & { readonly party: string | null })[]; readonly names: readonly { readonly actor: string; readonly name: string }[]; readonly next: string | null }>;
  /** Calls back with each revision the server tells of, and with `undefined` when the line is cut. Until stopped. */
  follow(heard: (revision: number | undefined) => void): () => void;
  /** Where the same line tells of other things; the last one given is told. */
  news?: (event: "news" | "presence", data: string) => void;
}

/** The server cannot be used just now, in words for the page. */
export class Unreachable extends Error {}

/** The session is over: whoever is at it signs in again, and what waits stays in the browser. */
export class SignedOut extends Error {}

const WHY: Readonly<Record<number, string>> = {
  502: "the server is starting",
  503: "the database does not answer",
  504: "the server does not answer",
  507: "the disk of the server is full",
};

/** The wire of a workspace over HTTP. @param ask `fetch`, unless a test brings its own. */
export function httpWire(workspace: string, ask: typeof fetch = (...request) => fetch(...request), origin = ""): Wire {
  const at = `${origin}/api/workspaces/${workspace}`;
  const get = async <T>(path: string): Promise<T> => {
    const answer = await ask(`${at}${path}`, { headers: { accept: "application/json" } }).catch(() => {
      throw new Unreachable("the server cannot be reached");
    });
    if (answer.status >= 500) throw new Unreachable(WHY[answer.status] ?? "the server has a fault");
    if (answer.status === 401) throw new SignedOut();
    if (!answer.ok) throw new Error(String(answer.status));
    return (await answer.json()) as T;
  };
  const post = async (path: string, body: object): Promise<Answer> => {
    const answer = await ask(`${at}${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }).catch(() => undefined);
    if (!answer) return { kind: "later", why: "the server cannot be reached" };
    if (answer.status === 401) return { kind: "signed-out" };
    if (answer.status === 429 || answer.status >= 500) {
      await answer.body?.cancel();
      return { kind: "later", why: WHY[answer.status] ?? "the server has a fault" };
    }
    const said = (await answer.json().catch(() => ({}))) as { revision?: number; edits?: readonly Edit[]; what?: string; code?: string; detail?: string; theirs?: Theirs; rows?: readonly string[] };
    // A rule of the workspace keeps the session out until it has shown more: what was typed waits for that.
    if (said.code === "second-factor") return { kind: "later", why: "this workspace asks for a second factor now; load the page again" };
    if (answer.ok) return { kind: "made", revision: said.revision ?? 0, what: said.what ?? "", ...(said.edits ? { edits: said.edits } : {}) };
    return { kind: "refused", code: said.code ?? String(answer.status), words: said.detail ?? "the server refused it", ...(said.theirs ? { theirs: said.theirs } : {}), ...(said.rows ? { rows: said.rows } : {}) };
  };
  const wire: Wire = {
    read: () => get("/matrix"),
    send: ({ id, what, edits, base, page }) => post("/edits", { id, base, page, what, edits }),
    back: (how, { id, page }) => post(`/${how}`, { id, page }),
    since: async (revision) => {
      const all: Logged[] = [];
      for (let after = revision; ; ) {
        const { edits, next } = await get<{ edits: readonly Logged[]; next: number | null }>(`/edits?after=${after}&limit=500`);
        all.push(...edits);
        if (next === null) return all;
        after = next;
      }
    },
    history: (kind, id, after) => get(`/history?${new URLSearchParams({ kind, id, ...(after === undefined ? {} : { after }) })}`),
    follow: (heard) => {
      const stop = new AbortController();
      // A browser opens six connections to a server, and every stream keeps one: the tabs share a single stream.
      const told: Told = (event, data) => (event === "revision" ? heard(data === "" ? undefined : Number(data)) : wire.news?.(event, data));
      void oneOfAll(`remit-live:${origin}${workspace}`, told, stop.signal, async (told) => {
        for (let pause = 250; !stop.signal.aborted; pause = Math.min(pause * 2, 5_000)) {
          try {
            const answer = await ask(`${at}/events`, { signal: stop.signal, headers: { accept: "text/event-stream" } });
            if (!answer.ok || !answer.body) throw new Unreachable(String(answer.status));
            pause = 125;
            await eachEvent(answer.body, told);
          } catch {
            // Cut or refused; told below, and tried again.
          }
          if (stop.signal.aborted) return;
          told("revision", "");
          await new Promise((settle) => setTimeout(settle, pause));
        }
      });
      return () => stop.abort();
    },
  };
  return wire;
}

/** An event of the line; a revision without a number: it is cut, and something may have been missed. */
type Told = (event: "revision" | "news" | "presence", data: string) => void;

/**
 * Lets one of all tabs of this browser do the listening, and all of them hear. When that tab is closed the next
 * one takes over. Where a browser cannot share, each tab listens for itself.
 */
async function oneOfAll(name: string, heard: Told, stopped: AbortSignal, listen: (told: Told) => Promise<void>): Promise<void> {
  if (typeof BroadcastChannel === "undefined" || typeof navigator === "undefined" || !("locks" in navigator)) return listen(heard);
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: { data: [Parameters<Told>[0], string] }) => heard(...data);
  stopped.addEventListener("abort", () => channel.close());
  const tell: Told = (event, data) => {
    heard(event, data);
    if (!stopped.aborted) channel.postMessage([event, data]);
  };
  await navigator.locks.request(name, { signal: stopped }, () => listen(tell)).catch(() => undefined);
}

/** Reads an event stream to its end: lines `event:` and `data:`, an empty line after each event. */
async function eachEvent(body: ReadableStream<Uint8Array>, told: Told): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let [rest, event] = ["", ""];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line.startsWith("event:")) event = line.slice(6).trim();
      else if (line.startsWith("data:")) {
        const data = line.slice(5).trim();
        if (event === "revision" ? /^\d+$/.test(data) : event === "news" || event === "presence") told(event as "news", data);
      }
    }
  }
}
