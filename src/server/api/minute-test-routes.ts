import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { makeTest } from "#app/minute-test/make.ts";
import { Refused } from "#app/refusal.ts";
import { EndMinuteTest, MadeMinuteTest, MinuteAnswer, MinuteTestLink, MinuteTestOffer, MinuteTests, NewMinuteTest, NextMinuteQuestion } from "#contract/minute-test.ts";
import { authorsOf } from "#db/history-log.ts";
import { answerMinuteQuestion, endMinuteTest, minuteAnswersOf, minuteTestByLink, minuteTestsOf, nextMinuteQuestion } from "#db/minute-test.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { inWorkspace, type Desk } from "./desk.ts";
import { problem } from "./refuse.ts";
import { hashOf, newToken } from "./session.ts";

const FRESH = { "Cache-Control": "no-store" };
const gone = (c: Context): never => problem(c, 410, "This link no longer works", "the test was taken, taken back, or its time is over; ask whoever sent it for another", { code: "gone" }) as never;

/** The one-minute test: made and read by those who may edit, taken by whoever has the link. */
export function minuteTestRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db, drafts } = desk;
  const editor = async (c: Context) => {
    const here = await inWorkspace(desk, c);
    if (here.role !== "owner" && here.role !== "editor") throw new Refused({ code: "may-not", what: "send a one-minute test, or see what was answered" });
    return here;
  };

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/minute-tests", summary: "One-minute tests with what was answered", responses: { 200: json(MinuteTests, "newest first"), ...refusals } }), async (c) => {
    const { account, workspace } = await editor(c);
    const tests = await minuteTestsOf(db, account, workspace);
    const [answers, authors] = await Promise.all([minuteAnswersOf(db, account, workspace, tests.map(({ id }) => id)), authorsOf(db, account, workspace)]);
    const names = new Map(authors.map((one) => [one.account, one.name]));
    const given = Map.groupBy(answers, ({ test }) => test);
    return c.json({
      tests: tests.map(({ by, made, until, begun, done, questions, ...one }) => ({
        ...one, by: names.get(by) ?? null, made: made.toISOString(), until: until.toISOString(), begun: begun?.toISOString() ?? null, done: done?.toISOString() ?? null,
        questions: questions.map((question) => ({ ...question, choices: [...question.choices] })),
        answers: (given.get(one.id) ?? []).map(({ test: _, ...answer }) => answer),
      })),
    }, 200, FRESH);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/minute-tests", summary: "Draw questions from the draft, for somebody who did not write it", request: body(NewMinuteTest), responses: { 201: json(MadeMinuteTest, "the link to hand over"), ...refusals } }), async (c) => {
    const { account, workspace } = await editor(c);
    const wanted = c.req.valid("json");
    const token = newToken();
    const { questions, until } = await makeTest(db, drafts, account, workspace, wanted, hashOf(token));
    desk.live.tell(workspace, "minute-tests");
    return c.json({ id: wanted.id, link: desk.accounts.page(`/minute-test#${token}`), until: until.toISOString(), questions }, 201, FRESH);
  });

  api.openapi(createRoute({ method: "delete", path: "/workspaces/{workspace}/minute-tests/{test}", summary: "Take a link back, or the whole test away", request: { params: z.object({ workspace: z.string(), test: z.uuid() }), ...body(EndMinuteTest) }, responses: nothing("so it is") }), async (c) => {
    const { account, workspace } = await editor(c);
    const done = await endMinuteTest(db, account, workspace, c.req.valid("param").test, c.req.valid("json").forget);
    if (!done.ok || !done.value) throw new Refused(!done.ok && done.denied === "may-not" ? { code: "may-not", what: "take a one-minute test back" } : { code: "not-found" });
    desk.live.tell(workspace, "minute-tests");
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "post", path: "/minute-tests/look", summary: "What a link to a one-minute test is about; its time does not begin", request: body(MinuteTestLink), responses: { 200: json(MinuteTestOffer, "how many questions, of which workspace"), ...refusals } }), async (c) => {
    const found = await minuteTestByLink(db, hashOf(c.req.valid("json").token));
    if (!found) return gone(c);
    const { workspaceName, makerName, until, workspace: _, ...about } = found;
    return c.json({ ...about, workspace: workspaceName, asker: makerName, until: until.toISOString() }, 200, FRESH);
  });

  /** The question that waits, or that there is none; a dead link is gone. */
  const next = async (c: Context, token: Buffer) => {
    const found = await nextMinuteQuestion(db, token);
    if (found) return { next: { place: found.place, questions: found.questions, gone: found.gone, ...found.question, choices: [...found.question.choices] } };
    return (await minuteTestByLink(db, token))?.done === true ? { next: null } : gone(c);
  };

  api.openapi(createRoute({ method: "post", path: "/minute-tests/next", summary: "The next question; its time begins when it is first asked for", request: body(MinuteTestLink), responses: { 200: json(NextMinuteQuestion, "a question, without its answer"), ...refusals } }), async (c) => {
    const answer = await next(c, hashOf(c.req.valid("json").token));
    return answer instanceof Response ? (answer as never) : c.json(answer, 200, FRESH);
  });

  api.openapi(createRoute({ method: "post", path: "/minute-tests/answer", summary: "Answer a question, once, and get the next", request: body(MinuteAnswer), responses: { 200: json(NextMinuteQuestion, "the next question"), ...refusals } }), async (c) => {
    const { token, place, choice } = c.req.valid("json");
    const hash = hashOf(token);
    const found = await minuteTestByLink(db, hash);
    if (!found) return gone(c);
    const taken = await answerMinuteQuestion(db, hash, place, choice);
    if (taken) desk.live.tell(found.workspace, "minute-tests");
    const answer = await next(c, hash);
    return answer instanceof Response ? (answer as never) : c.json(answer, 200, FRESH);
  });
}
