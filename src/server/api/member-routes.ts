import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { weakness } from "#accounts/passwords.ts";
import { InvitationAccepted, InvitationAnswer, InvitationLink, InvitationOffer, Invitations, MadeInvitation, MemberChange, Members, NewInvitation } from "#contract/member.ts";
import { accountByEmail, actorOf, saveAccount } from "#db/account.ts";
import { acceptInvitation, changeMember, invitationOf, invitationsOf, invite, membersOf, placeNamed, removeMember, revokeInvitation, type Invitation, type Placed } from "#db/member.ts";
import type { Denied } from "#db/denied.ts";
import { Refused } from "#app/refusal.ts";
import { askAddress } from "./address-letters.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { inWorkspace, type Desk } from "./desk.ts";
import { invitationLetter } from "./invitation-letter.ts";
import { paged, Paged } from "./paged.ts";
import { problem } from "./refuse.ts";
import { fromOf, hashOf, keep, newToken, sessionOf } from "./session.ts";

const DAY = 86_400_000;
const shown = ({ made, until, place: _, ...invitation }: Invitation & Placed) => ({ ...invitation, made: made.toISOString(), until: until.toISOString() });
const member = z.object({ workspace: z.string(), account: z.uuid() });

function denied(c: Context, why: Denied, words: { readonly inTheWay: string }): never {
  switch (why) {
    case "may-not":
      return problem(c, 403, "Not entitled", "owners look after the members of their own party; who speaks for the other party is theirs to say", { code: "may-not" }) as never;
    case "not-found":
      throw new Refused({ code: "not-found" });
    case "in-the-way":
    case "changed":
    case "agreed":
      return problem(c, 409, "In the way", words.inTheWay, { code: "in-the-way" }) as never;
    case "gone":
      return problem(c, 410, "This invitation no longer works", "it was used or taken back, or its time is over; ask whoever sent it for another", { code: "gone" }) as never;
  }
}

/** Who belongs to a workspace, for which party, and who is asked in. */
export function memberRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db, accounts } = desk;

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/members", summary: "Who belongs to the workspace", request: { query: Paged }, responses: { 200: json(Members, "members, longest here first; for owners the newest 200 invitations too"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const { items, next } = await paged(c.req.valid("query"), (most, behind) => membersOf(db, account, workspace, most, behind));
    const invitations = await invitationsOf(db, account, workspace, 200);
    return c.json({ next, members: items.map(({ since, id: __, place: _, ...one }) => ({ ...one, since: since.toISOString() })), invitations: invitations.map(shown) }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "patch", path: "/workspaces/{workspace}/members/{account}", summary: "Change a member's role, party or person", request: { params: member, ...body(MemberChange) }, responses: nothing("changed") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const done = await changeMember(db, account, workspace, c.req.valid("param").account, c.req.valid("json"));
    return done.ok ? c.body(null, 204) : denied(c, done.denied, { inTheWay: "somebody has to stay owner" });
  });

  api.openapi(createRoute({ method: "delete", path: "/workspaces/{workspace}/members/{account}", summary: "End a membership, or leave", request: { params: member }, responses: nothing("ended") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const done = await removeMember(db, account, workspace, c.req.valid("param").account);
    return done.ok ? c.body(null, 204) : denied(c, done.denied, { inTheWay: "somebody has to stay owner; make another one owner first" });
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/invitations", summary: "Ask somebody in", request: body(NewInvitation), responses: { 201: json(MadeInvitation, "mailed, or with the link to hand over"), ...refusals } }), async (c) => {
    const { account, name, workspace, party: myParty } = await inWorkspace(desk, c);
    const { email, role, party, person, days } = c.req.valid("json");
    const token = newToken();
    const link = accounts.page(`/enter#invitation=${token}`);
    const until = new Date(Date.now() + days * DAY);
    const mailed = email !== undefined && accounts.mails;
    const letter = mailed ? accounts.letter(invitationLetter(email, { ...(await placeNamed(db, account, workspace, party, myParty)), inviter: name, role, link, until })) : undefined;
    const made = await invite(db, account, workspace, { token: hashOf(token), role, until, ...(email === undefined ? {} : { email }), ...(party === undefined ? {} : { party }), ...(person === undefined ? {} : { person }), ...(letter ? { mail: letter } : {}) });
    if (!made.ok) return denied(c, made.denied, { inTheWay: "" });
    desk.post?.ring();
    return c.json({ id: made.value, email: email ?? null, role, party: party ?? null, mailed, made: new Date().toISOString(), until: until.toISOString(), state: "open" as const, link: mailed ? null : link }, 201, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/invitations", summary: "Whom owners asked in, newest first", request: { query: Paged }, responses: { 200: json(Invitations, "the invitations"), ...refusals } }), async (c) => {
    const { account, workspace, role } = await inWorkspace(desk, c);
    if (role !== "owner") throw new Refused({ code: "may-not", what: "see its invitations" });
    const { items, next } = await paged(c.req.valid("query"), (most, behind) => invitationsOf(db, account, workspace, most, behind));
    return c.json({ invitations: items.map(shown), next }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "delete", path: "/workspaces/{workspace}/invitations/{invitation}", summary: "Take an invitation back", request: { params: z.object({ workspace: z.string(), invitation: z.uuid() }) }, responses: nothing("taken back") }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const done = await revokeInvitation(db, account, workspace, c.req.valid("param").invitation);
    if (!done.ok) return denied(c, done.denied, { inTheWay: "" });
    if (done.value[0]?.gone !== true) throw new Refused({ code: "not-found" });
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "post", path: "/invitations/look", summary: "What an invitation offers", request: body(InvitationLink), responses: { 200: json(InvitationOffer, "the offer"), ...refusals } }), async (c) => {
    const offer = await invitationOf(db, hashOf(c.req.valid("json").token));
    if (!offer?.open) return denied(c, "gone", { inTheWay: "" });
    const session = sessionOf(c);
    const actor = session && (await actorOf(db, session));
    return c.json({ workspace: offer.workspaceName, role: offer.role, party: offer.partyName ?? offer.party, email: offer.email, inviter: offer.inviter, until: offer.until.toISOString(), signedIn: actor?.name ?? null }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "post", path: "/invitations/accept", summary: "Accept an invitation, with one's account or a new one", request: body(InvitationAnswer), responses: { 200: json(InvitationAccepted, "a member now"), ...refusals } }), async (c) => {
    const { token, name, email: given, password } = c.req.valid("json");
    const offer = await invitationOf(db, hashOf(token));
    if (!offer?.open) return denied(c, "gone", { inTheWay: "" });
    const session = sessionOf(c);
    const actor = session && (await actorOf(db, session));
    const already = { inTheWay: "you are a member there already" };
    if (actor) {
      const done = await acceptInvitation(db, hashOf(token), actor.account);
      return done.ok ? c.json({ workspace: done.value }, 200) : denied(c, done.denied, already);
    }
    // Whom a letter was sent to has shown that the address is theirs; another one they give has not.
    const email = offer.email ?? given;
    const lacks = name === undefined ? "name" : email === undefined ? "email" : password === undefined ? "password" : undefined;
    if (lacks !== undefined || name === undefined || email === undefined || password === undefined) return problem(c, 422, "Does not fit", "a new account wants a name, an address and a password", { code: "unfit", problems: [{ place: lacks ?? "", message: "is missing" }] }) as never;
    const weak = weakness(password, [name, email, email.split("@")[0] ?? ""]);
    if (weak !== undefined) return problem(c, 422, "Does not fit", weak, { code: "unfit", problems: [{ place: "password", message: weak }] }) as never;
    const from = fromOf(c);
    const made = await accounts.ask("signUpEmail", from, { body: { email, password, name } });
    // For an address it knows the library feigns a new account, so that strangers learn nothing; the holder of an invitation is told.
    const account = await accountByEmail(db, email);
    if (made.status !== 200 || account === undefined || (made.body["user"] as { id?: string } | undefined)?.id !== account) return problem(c, 409, "There is an account already", "this address has an account here: sign in first, then open the link again", { code: "sign-in-first" }) as never;
    const done = await acceptInvitation(db, hashOf(token), account);
    if (!done.ok) return denied(c, done.denied, already);
    if (offer.mailed) await saveAccount(db, account, { verified: true });
    else if (accounts.mails) await askAddress(desk, { account, name }, email);
    keep(c, await accounts.ask("signInEmail", from, { body: { email, password } }));
    return c.json({ workspace: done.value }, 200);
  });
}
