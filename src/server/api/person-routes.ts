import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { stream } from "hono/streaming";
import { erasePerson, eraseEntries, findPerson } from "#app/person/erase-person.ts";
import { Refused } from "#app/refusal.ts";
import { Erasure, PersonErasure, Traces, WordsErased } from "#contract/person.ts";
import { firstUse, hasPassword, sessionsOf } from "#db/account.ts";
import { wantsLetters } from "#db/notice.ts";
import { dataOf, entriesBy, eraseAccount, lastOwnerIn, waitingMail } from "#db/person.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { inWorkspace, signedIn, type Desk } from "./desk.ts";
import { proved, unproved } from "./proof.ts";
import { problem } from "./refuse.ts";
import { dropSession, fromOf, hashOf, sessionOf } from "./session.ts";
import { triesOf } from "./tries.ts";

const AT_ONCE = 1_000;
/** How long a sign-in counts as just done. In milliseconds. */
const FRESH = 600_000;
const BEGINNING = { workspace: "00000000-0000-0000-0000-000000000000", revision: 0 };
const person = z.object({ workspace: z.string(), person: z.string().min(1).max(120) });
const entry = z.object({ workspace: z.string(), revision: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });

/** What is held about somebody: to take, and to erase. */
export function personRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db, drafts, accounts } = desk;
  const lettersTo = async (email: string | null) => (email === null ? [] : (await waitingMail(db)).map(({ mail, sealed, made }) => ({ mail, made, letter: accounts.addressed(sealed) })).filter(({ letter }) => letter?.to.toLowerCase() === email));

  const justSignedIn = async (c: Context, account: string): Promise<boolean> => {
    const here = sessionOf(c);
    const mine = (await sessionsOf(db, account)).find(({ token }) => here?.equals(token));
    return mine !== undefined && Date.now() - mine.since.getTime() < FRESH;
  };

  api.openapi(createRoute({ method: "get", path: "/account/data", summary: "Everything Remit holds about one, as one file", responses: { 200: { description: "the file", content: { "application/json": { schema: z.looseObject({}) } } }, ...refusals } }), async (c) => {
    const { account, email } = await signedIn(desk, c);
    const data = await dataOf(db, account);
    const letters = (await lettersTo(email)).map(({ made, letter }) => ({ made, to: letter?.to, subject: letter?.subject }));
    c.header("Content-Type", "application/json; charset=utf-8");
    c.header("Content-Disposition", `attachment; filename="my-data-${new Date().toISOString().slice(0, 10)}.json"`);
    c.header("Cache-Control", "no-store");
    return stream(c, async (out) => {
      await out.write(`${JSON.stringify({ remit: "person", format: 1, at: new Date().toISOString(), ...data, wantsLetters: await wantsLetters(db, account), lettersWaiting: letters }, null, 1).slice(0, -2)},\n "entries": [`);
      let separator = "\n  ";
      for (let last: { workspace: string; revision: number } = BEGINNING; !out.aborted; ) {
        const entries = await entriesBy(db, account, last, AT_ONCE);
        for (const one of entries) {
          await out.write(`${separator}${JSON.stringify(one)}`);
          separator = ",\n  ";
        }
        const end = entries.at(-1);
        if (!end || entries.length < AT_ONCE) break;
        last = end;
      }
      await out.write("\n ]\n}\n");
    }) as never;
  });

  api.openapi(createRoute({ method: "post", path: "/account/erase", summary: "Erase oneself, at once and for good; what one wrote stays in the workspaces, without a name", request: body(Erasure), responses: nothing("erased, and signed out everywhere") }), async (c) => {
    const actor = await signedIn(desk, c);
    const { password, code, backup } = c.req.valid("json");
    const last = await lastOwnerIn(db, actor.account);
    const handOver = (): never =>
      problem(c, 409, "Somebody has to own them", "you are the last owner of a workspace: make another member owner there, or delete it; nothing was erased", { code: "hand-over", problems: last.map(({ name }) => ({ place: name, message: "has no other owner" })) }) as never;
    if (last.length > 0) return handOver();
    if (!(await proved(desk, c, actor, password))) return unproved(c);
    // Who signs in by a passkey or by their organisation shows that instead, by having just done so.
    if (actor.email !== null && !(await hasPassword(db, actor.account)) && !(await justSignedIn(c, actor.account)))
      return problem(c, 403, "Sign in again first", "erasing yourself wants a sign-in of the last ten minutes: sign out, sign in, and come back; nothing was erased", { code: "prove-again" }) as never;
    if (actor.secondFactor) {
      const tries = triesOf(db, `erase ${actor.account}`, fromOf(c).address);
      if (await tries.locked()) return problem(c, 429, "Too many tries", "wait a quarter of an hour", { code: "locked" }) as never;
      const said = code === undefined ? undefined : await accounts.ask(backup ? "verifyBackupCode" : "verifyTOTP", fromOf(c), { body: { code } });
      if (code === undefined || said?.status !== 200 || (!backup && !(await firstUse(db, actor.account, hashOf(code))))) {
        if (code !== undefined) await tries.failed();
        return problem(c, 403, "A code is wanted", "give a fresh code of your authenticator, or a backup code; nothing was erased", { code: "prove-code", problems: [{ place: "code", message: code === undefined ? "a code is wanted" : "this code is not the right one, or was used already" }] }) as never;
      }
    }
    const done = await eraseAccount(db, actor.account, (await lettersTo(actor.email)).map(({ mail }) => mail));
    if (!done.ok) return handOver();
    dropSession(c);
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/people/{person}/traces", summary: "Where a person of the matrix is named, in it and in its history", request: { params: person }, responses: { 200: json(Traces, "the places"), ...refusals } }), async (c) => {
    const here = await inWorkspace(desk, c);
    const { name, draft, beside, entries } = await findPerson(db, drafts, { ...here, person: c.req.valid("param").person });
    return c.json({ name, draft: [...draft], beside: [...beside], entries: entries.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })) }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/people/{person}/erase", summary: "Take a person's name and contacts out of the matrix, and the words that name them out of its history", request: { params: person, ...body(PersonErasure) }, responses: { 200: json(WordsErased, "which entries lost their words"), ...refusals } }), async (c) => {
    const here = await inWorkspace(desk, c);
    const { erased, locked } = await erasePerson(db, drafts, { ...here, person: c.req.valid("param").person }, c.req.valid("json").revisions);
    return c.json({ erased: [...erased], locked: [...locked] }, 200);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/history/{revision}/erase", summary: "Erase the words of an entry of one's own party; that it was made stays proved", request: { params: entry, ...body(z.strictObject({})) }, responses: nothing("its words are gone") }), async (c) => {
    const { account, workspace, role } = await inWorkspace(desk, c);
    if (role !== "owner") throw new Refused({ code: "may-not", what: "erase words of the history" });
    const gone = await eraseEntries(db, drafts, account, workspace, [c.req.valid("param").revision]);
    if (gone.length === 0) return problem(c, 409, "Not erased", "there is no such entry, its words are gone already, it says itself what was erased, or it was written for another party, whose owners erase it", { code: "in-the-way" }) as never;
    return c.body(null, 204);
  });
}
