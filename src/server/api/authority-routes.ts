import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Asker, Authority } from "#app/authority/authority.ts";
import type { Answered } from "#app/authority/answering.ts";
import { NoAnswer } from "#app/authority/thread.ts";
import { Answer, Proof, ProofQuery, WhoQuery } from "#contract/authority.ts";
import { LONGEST_HORIZON } from "#core/prove/horizon.ts";
import { DAY } from "#core/time/minute.ts";
import { json, refusals } from "./answers.ts";
import { isKnown } from "./conditions.ts";
import { inWorkspace, type Desk } from "./desk.ts";
import { problem, shortly } from "./refuse.ts";
import { keyOf } from "./session.ts";

const thisMinute = (): number => Math.floor(Date.now() / 60_000);

/** Who to call and who may decide, and the proof that there is always somebody. */
export function authorityRoutes(api: OpenAPIHono, desk: Desk, authority: Authority): void {
  /** Values a party keeps to itself are for its members' own eyes, as where they are read alone. */
  const asker = async (c: Context): Promise<Asker> => {
    const { account, workspace, revision, role } = await inWorkspace(desk, c, "read", "guests");
    return { account, workspace, revision, sees: role === "guest" || keyOf(c) !== undefined ? "shared" : "own" };
  };

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/who", summary: "Who to call and who may decide at an instant", request: { query: WhoQuery }, responses: { 200: json(Answer, "the answer; where nobody is found it names the last resort and the gap"), 304: { description: "not changed" }, ...refusals } }), async (c) => {
    const { at = thisMinute(), ...question } = c.req.valid("query");
    const standing = await authority.standing(await asker(c));
    const headers = { ETag: `"${standing.tag}-${at}"`, "Cache-Control": "private, no-cache" };
    if (isKnown(c.req.header("if-none-match"), headers.ETag)) return c.body(null, 304, headers) as never;
    return said(c, standing.ask({ ...question, at }), headers);
  });

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/proof", summary: "Whether there is always somebody, with the counterexamples and their repairs", request: { query: ProofQuery }, responses: { 200: json(Proof, "the verdict and what it rests on"), 304: { description: "not changed" }, ...refusals } }), async (c) => {
    const { absent, from = Math.floor(thisMinute() / DAY) * DAY, until } = c.req.valid("query");
    const who = await asker(c);
    const wrong = until === undefined ? undefined : until <= from ? "the horizon ends before it begins" : until - from > LONGEST_HORIZON ? "the horizon is longer than three years" : undefined;
    if (wrong !== undefined) return problem(c, 422, "Does not fit", `${wrong}: give an \`until\` after \`from\`, three years later at most`, { code: "unfit", problems: [{ place: "until", message: wrong }] }) as never;
    const headers = { ETag: `"${who.revision}-${from}"`, "Cache-Control": "private, no-cache" };
    if (isKnown(c.req.header("if-none-match"), headers.ETag)) return c.body(null, 304, headers) as never;
    return said(c, authority.proof(who, { absent, from, until }), headers);
  });
}

async function said(c: Context, answer: Promise<Answered>, headers: Record<string, string>): Promise<never> {
  try {
    const answered = await answer;
    if ("text" in answered) return c.body(answered.text, 200, { ...headers, "Content-Type": "application/json; charset=utf-8" }) as never;
    const { asked, known, says } = answered.unknown;
    return problem(c, 422, "Not in the matrix", shortly(says), { code: `unknown-${asked}`, problems: [{ place: asked, message: shortly(says) }], known: known.slice(0, 1_000) }) as never;
  } catch (thrown) {
    if (!(thrown instanceof NoAnswer)) throw thrown;
    if (thrown.why === "too-many") return problem(c, 503, "Busy", "too many ask at this moment; ask again in a moment", { code: "busy" }) as never;
    return problem(c, 422, "Too much", `working this out takes ${thrown.why === "too-long" ? "too long" : "too much memory"}, and was given up: ask for a shorter time, or for fewer missing people`, { code: thrown.why }) as never;
  }
}
