import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { Whereabouts } from "#contract/talk.ts";
import { body, nothing } from "./answers.ts";
import { inWorkspace, SignedOut, type Desk } from "./desk.ts";
import { tooManyStreams } from "./limits.ts";
import { Refused } from "#app/refusal.ts";
import { Presence, type Whereabouts as Where } from "./presence.ts";

/** A sign of life, so that nothing between takes a quiet stream for a dead one. In milliseconds. */
const HEARTBEAT = 20_000;
/** Where people are is told without asking again who may hear it, for no longer than this. In milliseconds. */
const TRUSTED = 5_000;
/** What servers tell each other of whereabouts begins with one of these. */
const HERE = "here ";
const AWAY = "away ";

/** An open page that listens: what it has to be told, and how it is woken. */
interface Stream {
  readonly waiting: Set<string>;
  wake(): void;
}

/** What others do, as it happens: new revisions, comments, and where they are. */
export function eventsRoutes(api: OpenAPIHono, desk: Desk): void {
  const { live } = desk;
  const presence = new Presence();
  const streams = new Map<string, Set<Stream>>();
  const tellAll = (workspace: string, ...words: readonly string[]): void => {
    for (const stream of streams.get(workspace) ?? []) {
      for (const word of words) stream.waiting.add(word);
      stream.wake();
    }
  };
  const moved = (workspace: string, word: string): boolean => {
    if (word.startsWith(HERE)) return presence.here(workspace, JSON.parse(word.slice(HERE.length)) as Where, Date.now());
    const [page = "", account = ""] = word.slice(AWAY.length).split(" ");
    return presence.gone(workspace, page, account);
  };
  live.on((news) => {
    if (news.kind === "look") for (const workspace of streams.keys()) tellAll(workspace, "revision", "comments", "agreement", "evidence");
    else if (news.kind === "revision") tellAll(news.workspace, "revision");
    else if (!news.word.startsWith(HERE) && !news.word.startsWith(AWAY)) tellAll(news.workspace, news.word);
    else if (moved(news.workspace, news.word)) tellAll(news.workspace, "presence");
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/presence", summary: "Say where one is, for the others to see", request: body(Whereabouts), responses: nothing("told") }), async (c) => {
    const { account, name, party, workspace } = await inWorkspace(desk, c, undefined, "guests");
    const { gone, ...where } = c.req.valid("json");
    live.tell(workspace, gone ? `${AWAY}${where.page} ${account}` : `${HERE}${JSON.stringify({ ...where, account, name: name.slice(0, 80), party } satisfies Where)}`);
    return c.body(null, 204);
  });

  api.get("/workspaces/:workspace/events", async (c) => {
    const { account, workspace, revision, role } = await inWorkspace(desk, c, "read", "guests");
    // Guests see the matrix, not who else is there.
    const people = (): string => JSON.stringify(role === "guest" ? [] : presence.in(workspace, Date.now()));
    const leave = desk.limits ? desk.limits.open(account) : () => undefined;
    if (!leave) return tooManyStreams(c);
    return streamSSE(c, async (stream) => {
      let wake = (): void => undefined;
      const mine: Stream = { waiting: new Set(), wake: () => wake() };
      const here = streams.get(workspace) ?? new Set();
      streams.set(workspace, here.add(mine));
      const end = (): void => {
        leave();
        here.delete(mine);
        if (here.size === 0) streams.delete(workspace);
        wake();
      };
      stream.onAbort(end);
      let [told, asked] = [revision, Date.now()];
      await stream.writeSSE({ event: "revision", data: String(revision) });
      await stream.writeSSE({ event: "presence", data: people() });
      while (!stream.aborted) {
        if (mine.waiting.size === 0)
          await new Promise<void>((settle) => {
            const timer = setTimeout(settle, HEARTBEAT);
            wake = () => {
              clearTimeout(timer);
              settle();
            };
          });
        if (stream.aborted) break;
        const words = new Set(mine.waiting);
        mine.waiting.clear();
        const onlyMoves = words.size === 1 && words.has("presence") && Date.now() - asked < TRUSTED;
        // Membership may have ended, and a word may have been missed: what is true is asked each time. A number, a
        // word and names are all that is told here.
        const now = onlyMoves ? { revision: told } : await inWorkspace(desk, c, "read", "guests").catch((thrown: unknown) => (thrown instanceof SignedOut || thrown instanceof Refused ? null : undefined));
        // Whose session, visit or membership is over asks again, and hears it then.
        if (now === null) break;
        if (!now) {
          await stream.writeSSE({ event: words.size > 0 ? "look" : "still-here", data: "" });
          continue;
        }
        if (!onlyMoves) asked = Date.now();
        if (words.size === 0 || words.has("revision") || now.revision !== told) await stream.writeSSE({ event: "revision", data: String(now.revision) });
        told = now.revision;
        for (const word of words) if (word !== "presence" && word !== "revision") await stream.writeSSE({ event: "news", data: word });
        if (words.size === 0 || words.has("presence")) await stream.writeSSE({ event: "presence", data: people() });
      }
      end();
    });
  });
}
