import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { GuestEntered, GuestLink, GuestOffer, Guests, MadeGuest, NewGuest } from "#contract/guest.ts";
import type { Denied } from "#db/denied.ts";
import { endGuest, followGuestLink, guestOffer, guestsOf, leaveAsGuest, makeGuest, type Guest } from "#db/guest.ts";
import { Refused } from "#app/refusal.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { inWorkspace, type Desk } from "./desk.ts";
import { dropGuest, guestSessionOf, keepGuest } from "./guest-session.ts";
import { paged, Paged } from "./paged.ts";
import { problem } from "./refuse.ts";
import { hashOf, newToken } from "./session.ts";

const DAY = 86_400_000;
const shown = ({ made, until, firstUsed, lastUsed, place: _, ...guest }: Guest) => ({ ...guest, made: made.toISOString(), until: until.toISOString(), firstUsed: firstUsed?.toISOString() ?? null, lastUsed: lastUsed?.toISOString() ?? null });

const gone = (c: Context): never => problem(c, 410, "This link no longer works", "it was taken back, or its time is over; ask whoever sent it for another", { code: "gone" }) as never;
function denied(c: Context, why: Denied): never {
  if (why === "may-not") return problem(c, 403, "Not entitled", "owners and editors ask guests in, for their own party or for none; the other party's guests are theirs", { code: "may-not" }) as never;
  if (why === "gone") return gone(c);
  throw new Refused({ code: "not-found" });
}

/** Guests by link: one purpose, an end, no account. */
export function guestRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db, accounts } = desk;

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/guests", summary: "Guests by link, newest first; for owners and editors", request: { query: Paged }, responses: { 200: json(Guests, "the guests"), ...refusals } }), async (c) => {
    const { account, workspace, role } = await inWorkspace(desk, c);
    if (role !== "owner" && role !== "editor") throw new Refused({ code: "may-not", what: "see its guests" });
    const { items, next } = await paged(c.req.valid("query"), (most, below) => guestsOf(db, account, workspace, most, below));
    return c.json({ guests: items.map(shown), next }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/guests", summary: "Ask a guest in by a link; it is shown this once", request: body(NewGuest), responses: { 201: json(MadeGuest, "mailed, or with the link to hand over"), ...refusals } }), async (c) => {
    const { account, name: inviter, workspace } = await inWorkspace(desk, c);
    const { name, email, purpose, party, days } = c.req.valid("json");
    const token = newToken();
    const link = accounts.page(`/enter#guest=${token}`);
    const until = new Date(Date.now() + days * DAY);
    const mailed = email !== undefined && accounts.mails;
    const mail = mailed ? accounts.letter({ to: email, subject: `${inviter} shows you a responsibility matrix`, text: `${inviter} lets you ${purpose === "read" ? "read" : "read and comment on"} a responsibility matrix in Remit as a guest. You need no account.\n\n${link}\n\nThe link works until ${until.toISOString().slice(0, 10)}. Whoever has it can read what you can: do not pass it on. If you do not know ${inviter}, nothing needs to be done.\n` }) : undefined;
    const made = await makeGuest(db, account, workspace, { token: hashOf(token), name, purpose, until, ...(email === undefined ? {} : { email }), ...(party === undefined ? {} : { party }), ...(mail ? { mail } : {}) });
    if (!made.ok) return denied(c, made.denied);
    desk.post?.ring();
    return c.json({ id: made.value, name, email: email ?? null, purpose, party: party ?? null, until: until.toISOString(), mailed, link: mailed ? null : link }, 201, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "delete", path: "/workspaces/{workspace}/guests/{guest}", summary: "End a guest's visit", request: { params: z.object({ workspace: z.string(), guest: z.uuid() }) }, responses: nothing("the link opens nothing any more, and browsers it was opened in are out") }), async (c) => {
    const { account, workspace, revision } = await inWorkspace(desk, c);
    const done = await endGuest(db, account, workspace, c.req.valid("param").guest);
    if (!done.ok) return denied(c, done.denied);
    if (!done.value) throw new Refused({ code: "not-found" });
    // Every open page asks once more whether it may still listen.
    db.announce(workspace, revision);
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "delete", path: "/workspaces/{workspace}/visit", summary: "Stop being a guest in this browser", responses: nothing("this browser is no guest any more; the link works on") }), async (c) => {
    const { workspace } = await inWorkspace(desk, c, undefined, "guests");
    const session = guestSessionOf(c);
    if (session) await leaveAsGuest(db, session, workspace);
    dropGuest(c, workspace);
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "post", path: "/guests/look", summary: "What a guest's link offers", request: body(GuestLink), responses: { 200: json(GuestOffer, "the offer"), ...refusals } }), async (c) => {
    const offer = await guestOffer(db, hashOf(c.req.valid("json").token));
    if (!offer) return gone(c);
    const { workspaceName, name, purpose, party, inviter, until } = offer;
    return c.json({ workspace: workspaceName, name, purpose, party, inviter, until: until.toISOString() }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "post", path: "/guests/enter", summary: "Come in by a guest's link", request: body(GuestLink), responses: { 200: json(GuestEntered, "a guest of this workspace now, in this browser"), ...refusals } }), async (c) => {
    const session = newToken();
    const done = await followGuestLink(db, hashOf(c.req.valid("json").token), hashOf(session));
    if (!done.ok) return denied(c, done.denied);
    if (!done.value) return gone(c);
    const { workspace, until } = done.value;
    keepGuest(c, session, workspace, until, accounts.page("/").startsWith("https:"));
    return c.json({ workspace, until: until.toISOString() }, 200, { "Cache-Control": "no-store" });
  });
}
