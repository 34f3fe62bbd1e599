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
  | { readonly kind: "refused"; readonly code: string; readonly words: string; readonly theirs?: Theirs }
  /** Not heard, or not now: it is sent again. */
  | { readonly kind: "later"; readonly why: string }
  | { readonly kind: "signed-out" };

/** How a store reaches its server. */
export interface Wire {
  read(): Promise<{ readonly revision: number; readonly document: MatrixDocument }>;
  send(command: Command): Promise<Answer>;
  back(how: "undo" | "redo", command: Command): Promise<Answer>;
  since(revision: number): Promise<readonly Logged[]>;
  /** Edits that touched an item, newest first. */
  history(kind: string, id: string): Promise<readonly Logged[]>;
  /** Calls back with each revision the server tells of, and with `undefined` when the line is cut. Until stopped. */
  follow(heard: (revision: number | undefined) => void): () => void;
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
    const said = (await answer.json().catch(() => ({}))) as { revision?: number; edits?: readonly Edit[]; what?: string; code?: string; detail?: string; theirs?: Theirs };
    // A rule of the workspace keeps the session out until it has shown more: what was typed waits for that.
    if (said.code === "second-factor") return { kind: "later", why: "this workspace asks for a second factor now; load the page again" };
    if (answer.ok) return { kind: "made", revision: said.revision ?? 0, what: said.what ?? "", ...(said.edits ? { edits: said.edits } : {}) };
    return { kind: "refused", code: said.code ?? String(answer.status), words: said.detail ?? "the server refused it", ...(said.theirs ? { theirs: said.theirs } : {}) };
  };
  return {
    read: () => get("/matrix"),
    send: ({ id, what, edits, base, page }) => post("/edits", { id, base, page, what, edits }),
    back: (how, { id, page }) => post(`/${how}`, { id, page }),
    since: async (revision) => {
      const all: Logged[] = [];
      for (;;) {
        const { edits } = await get<{ edits: readonly Logged[] }>(`/edits?after=${all.at(-1)?.revision ?? revision}&limit=500`);
        all.push(...edits);
        if (edits.length < 500) return all;
      }
    },
    history: (kind, id) => get<{ edits: readonly Logged[] }>(`/history?kind=${encodeURIComponent(kind)}&id=${encodeURIComponent(id)}`).then(({ edits }) => edits),
    follow: (heard) => {
      const stop = new AbortController();
      // A browser opens six connections to a server, and every stream keeps one: the tabs share a single stream.
      void oneOfAll(`remit-live:${origin}${workspace}`, heard, stop.signal, async (heard) => {
        for (let pause = 250; !stop.signal.aborted; pause = Math.min(pause * 2, 5_000)) {
          try {
            const answer = await ask(`${at}/events`, { signal: stop.signal, headers: { accept: "text/event-stream" } });
            if (!answer.ok || !answer.body) throw new Unreachable(String(answer.status));
            pause = 125;
            await eachRevision(answer.body, heard);
          } catch {
            // Cut or refused; told below, and tried again.
          }
          if (stop.signal.aborted) return;
          heard(undefined);
          await new Promise((settle) => setTimeout(settle, pause));
        }
      });
      return () => stop.abort();
    },
  };
}

/**
 * Lets one of all tabs of this browser do the listening, and all of them hear. When that tab is closed the next
 * one takes over. Where a browser cannot share, each tab listens for itself.
 */
async function oneOfAll(name: string, heard: (revision: number | undefined) => void, stopped: AbortSignal, listen: (heard: (revision: number | undefined) => void) => Promise<void>): Promise<void> {
  if (typeof BroadcastChannel === "undefined" || typeof navigator === "undefined" || !("locks" in navigator)) return listen(heard);
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: { data: unknown }) => heard(typeof data === "number" ? data : undefined);
  stopped.addEventListener("abort", () => channel.close());
  const tell = (revision: number | undefined): void => {
    heard(revision);
    if (!stopped.aborted) channel.postMessage(revision ?? null);
  };
  await navigator.locks.request(name, { signal: stopped }, () => listen(tell)).catch(() => undefined);
}

/** Reads an event stream to its end. Only `data:` lines with a number matter. */
async function eachRevision(body: ReadableStream<Uint8Array>, heard: (revision: number) => void): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (/^data: ?\d+\s*$/.test(line)) heard(Number(line.slice(5)));
  }
}
