import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { answerByLink, settle, shownByLink } from "#app/contacts/answer.ts";
import { askPeople, noteCallMade, sendTest, type Asked as AskedPerson, type Asker, type Messenger } from "#app/contacts/ask.ts";
import { Refused } from "#app/refusal.ts";
import { Asked, AskedPeople, AskPeople, CheckAnswer, CheckLink, CheckOffer, CheckTaken, ContactChecks, ContactSchedule, SettleClaim, TestContact } from "#contract/contact-check.ts";
import { enterBySession } from "#db/account.ts";
import { askedByLink, contactChecksOf, contactClaimsOf, contactSchedulesOf, partiesToAsk, scheduleContacts } from "#db/contact-check.ts";
import { placeNamed } from "#db/member.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { inWorkspace, type Desk } from "./desk.ts";
import { problem } from "./refuse.ts";
import { hashOf, keyOf, newToken, noteWhere, sessionOf } from "./session.ts";

const FRESH = { "Cache-Control": "no-store" };
const gone = (c: Context): never => problem(c, 410, "This link no longer works", "it was answered, taken back, or its time is over; ask whoever sent it for another", { code: "gone" }) as never;
const shown = ({ until, ...asked }: AskedPerson) => ({ ...asked, until: until.toISOString() });

/** How questions leave a house, as its accounts write letters. */
export const messengerOf = ({ accounts, limits }: Pick<Desk, "accounts" | "limits">): Messenger => ({
  ...(limits ? { mayWrite: (account: string, to: string) => limits.mayWrite(account, to) } : {}),
  mails: accounts.mails,
  letter: (letter) => accounts.letter(letter),
  page: (path) => accounts.page(path),
  mint: () => {
    const token = newToken();
    return { token, hash: hashOf(token) };
  },
});

/** Whether numbers are still correct: asked by link, tried by message or by hand. */
export function contactCheckRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db, drafts } = desk;
  const messenger = messengerOf(desk);

  const asker = async (c: Context): Promise<Asker & { readonly author: { readonly account: string; readonly session: Buffer } }> => {
    const { account, name, workspace, role } = await inWorkspace(desk, c);
    if (role !== "owner" && role !== "editor") throw new Refused({ code: "may-not", what: "ask people about their numbers" });
    const session = sessionOf(c);
    if (!session) throw new Refused({ code: "signed-out" });
    return { account, name, workspace, workspaceName: (await placeNamed(db, account, workspace, undefined, null)).workspace, author: { account, session } };
  };
  const said = (workspace: string): void => {
    desk.post?.ring();
    desk.live.tell(workspace, "contacts");
  };

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/contact-checks", summary: "Who was asked about their numbers, what was tried, and what waits for an editor", responses: { 200: json(ContactChecks, "of the parties one may look after"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const [checks, claims, schedules, parties] = await Promise.all([contactChecksOf(db, account, workspace), contactClaimsOf(db, account, workspace), contactSchedulesOf(db, account, workspace), partiesToAsk(db, account, workspace)]);
    return c.json({
      checks: checks.map(({ made, until, answered, ...one }) => ({ ...one, made: made.toISOString(), until: until?.toISOString() ?? null, answered: answered?.toISOString() ?? null })),
      claims: claims.map(({ made, ...one }) => ({ ...one, made: made.toISOString() })),
      schedules: schedules.map(({ next, ...one }) => ({ ...one, next: next.toISOString() })),
      parties: [...parties],
      mails: messenger.mails,
    }, 200, FRESH);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/contact-checks", summary: "Ask people of one's own party whether their numbers are still correct", request: body(AskPeople), responses: { 201: json(AskedPeople, "mailed, or with the links to hand over"), ...refusals } }), async (c) => {
    const { author: _, ...who } = await asker(c);
    const asked = await askPeople(db, drafts, messenger, who, c.req.valid("json").people);
    said(who.workspace);
    return c.json({ asked: asked.map(shown) }, 201, FRESH);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/contact-tests", summary: "Try a way to reach somebody: a message that is really sent, or a call made by hand", request: body(TestContact), responses: { 201: json(Asked, "the message is on its way"), ...nothing("the call is written down") } }), async (c) => {
    const { author, ...who } = await asker(c);
    const { contact: id, reached, id: test } = c.req.valid("json");
    const { document } = await drafts.read(who.account, who.workspace);
    const contact = document.directory?.contacts?.find((one) => one.id === id && one.person !== undefined);
    if (!contact) throw new Refused({ code: "not-found" });
    if (reached !== undefined) {
      const revision = await noteCallMade(db, drafts, who, author, contact, { id: test, reached });
      if (revision !== undefined) noteWhere(db, c, { ...who, revision });
      said(who.workspace);
      return c.body(null, 204);
    }
    if (contact.kind !== "email" || !messenger.mails) return problem(c, 409, "Nothing is sent there", contact.kind === "email" ? "this Remit sends no e-mail: whoever runs it sets SMTP up; write by hand and say here whether it arrived" : "Remit carries no calls or messages of this kind: try it by hand, and say here whether somebody was reached", { code: "by-hand" }) as never;
    const asked = await sendTest(db, drafts, messenger, who, contact);
    if (!asked) return problem(c, 429, "Written to enough", "this address was written to often enough for today; nothing was sent, try it by hand and say here whether it arrived", { code: "too-many" }) as never;
    said(who.workspace);
    return c.json(shown(asked), 201, FRESH);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/contact-claims/{claim}", summary: "Take a new value over that somebody gave of themselves, or leave it", request: { params: z.object({ workspace: z.string(), claim: z.uuid() }), ...body(SettleClaim) }, responses: nothing("so it is") }), async (c) => {
    const { account, author, workspace } = await asker(c);
    const revision = await settle(db, drafts, account, author, workspace, c.req.valid("param").claim, c.req.valid("json").accept);
    if (revision !== undefined) noteWhere(db, c, { account, workspace, revision });
    said(workspace);
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "put", path: "/workspaces/{workspace}/contact-schedule", summary: "Ask a party's people every so often, or not any more", request: body(ContactSchedule), responses: nothing("so it is") }), async (c) => {
    const { account, workspace } = await asker(c);
    const { party, days } = c.req.valid("json");
    if (days !== null && !messenger.mails) return problem(c, 409, "Nothing is sent", "this Remit sends no e-mail: whoever runs it sets SMTP up first", { code: "by-hand" }) as never;
    const done = await scheduleContacts(db, account, workspace, party, days);
    if (!done.ok) throw new Refused(done.denied === "may-not" ? { code: "may-not", what: "have people of another party asked" } : { code: "not-found" });
    said(workspace);
    return c.body(null, 204);
  });

  /** Whoever is signed in in this browser, as a member of the workspace the link is of. */
  const memberHere = async (c: Context, token: Buffer) => {
    const session = keyOf(c) === undefined ? sessionOf(c) : undefined;
    const asked = session && (await askedByLink(db, token));
    const entered = session && asked && (await enterBySession(db, session, asked.workspace));
    return entered && entered.role !== null && entered.scopes === null ? { account: entered.account, session, mayEdit: entered.role === "owner" || entered.role === "editor" } : undefined;
  };

  api.openapi(createRoute({ method: "post", path: "/contact-checks/look", summary: "What a link asks about one's own numbers", request: body(CheckLink), responses: { 200: json(CheckOffer, "the numbers, and who asks"), ...refusals } }), async (c) => {
    const token = hashOf(c.req.valid("json").token);
    const found = await shownByLink(db, drafts, token, (await memberHere(c, token))?.account);
    if (!found) return gone(c);
    const { asked, person, contacts } = found;
    return c.json({ workspace: asked.workspaceName, kind: asked.kind, asker: asked.makerName, until: asked.until.toISOString(), person: person.name, own: asked.own, contacts: contacts.map(({ id, kind, seen, verifiedAt }) => ({ id, kind, value: seen ?? null, verifiedAt: verifiedAt ?? null })) }, 200, FRESH);
  });

  api.openapi(createRoute({ method: "post", path: "/contact-checks/answer", summary: "Say whether one's numbers are still correct, or that a test arrived", request: body(CheckAnswer), responses: { 200: json(CheckTaken, "taken; the link is used up"), ...refusals } }), async (c) => {
    const { token, contacts } = c.req.valid("json");
    const hash = hashOf(token);
    const here = await memberHere(c, hash);
    const done = await answerByLink(db, drafts, hash, contacts, here?.account, here?.mayEdit ? { account: here.account, session: here.session } : undefined);
    if (!done) return gone(c);
    const { confirmed, waiting, changed, workspace } = done;
    desk.live.tell(workspace, "contacts");
    return c.json({ confirmed, waiting, changed }, 200, FRESH);
  });
}
