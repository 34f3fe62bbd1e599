import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Said } from "#accounts/accounts.ts";
import { weakness } from "#accounts/passwords.ts";
import { AddressAsked, AddressConfirmed, BackupCodes, NewPassword, Nothing, OwnAccount, OwnAccountChange, Proof, SecondFactorCode, SecondFactorOffer, Session } from "#contract/account.ts";
import { confirmAddress, dropLatePending, endSessionOf, firstUse, hasPassword, howOf, noteHow, saveAccount, sessionsOf, type Begin } from "#db/account.ts";
import { wantsLetters, wishLetters } from "#db/notice.ts";
import { Refused } from "#app/refusal.ts";
import { askAddress, farewell } from "./address-letters.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { signedIn, type Desk } from "./desk.ts";
import { factorShown, factorWanted, proved, unfit, unproved } from "./proof.ts";
import { problem } from "./refuse.ts";
import { fromOf, hashOf, keep, sessionOf, tokenIn } from "./session.ts";
import { triesOf } from "./tries.ts";

/** One's own account: name, address, password, second factor, and where one is signed in. */
export function ownAccountRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db, accounts } = desk;

  /** Where the library made this browser a new session, it was signed in like the one before. */
  const carried = async (c: Context, said: Said, how: Begin | undefined): Promise<void> => {
    const token = tokenIn(said);
    const session = token === undefined ? sessionOf(c) : hashOf(token);
    if (session && how !== undefined) await noteHow(db, session, how);
    keep(c, said);
  };
  const howHere = (c: Context) => howOf(db, sessionOf(c) ?? Buffer.alloc(0));

  api.openapi(createRoute({ method: "get", path: "/account", summary: "One's own account", responses: { 200: json(OwnAccount, "the account"), ...refusals } }), async (c) => {
    const actor = await signedIn(desk, c);
    return c.json({ ...actor, password: await hasPassword(db, actor.account), mails: accounts.mails, letters: await wantsLetters(db, actor.account) }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "patch", path: "/account", summary: "Change one's name or address, or whether one wants letters", request: body(OwnAccountChange), responses: { 202: json(AddressAsked, "the address changes once the letter to it is answered"), 204: { description: "changed" }, ...refusals } }), async (c) => {
    const actor = await signedIn(desk, c);
    const { name, email, password, letters, ...shown } = c.req.valid("json");
    const moves = email !== undefined && email !== actor.email;
    if (moves && !(await proved(desk, c, actor, password))) return unproved(c);
    // Without a password the letter box is a way in, and stays where it is for whoever showed less.
    if (moves && !(await hasPassword(db, actor.account)) && !(await factorShown(desk, c, actor, shown))) return factorWanted(c);
    // Where letters go out, an address is changed by whoever reads them. The first one has nobody to be taken from.
    const asks = moves && accounts.mails && actor.email !== null;
    if (!(await saveAccount(db, actor.account, { name, ...(asks ? {} : { email }) }))) return unfit(c, "email", "this address belongs to another account here");
    if (letters !== undefined) await wishLetters(db, actor.account, letters);
    if (moves && !asks && accounts.mails) await askAddress(desk, actor, email);
    if (!asks) return c.body(null, 204);
    const tries = triesOf(db, `address ${actor.account}`, fromOf(c).address);
    if (await tries.locked()) return problem(c, 429, "Too many letters", "several letters were sent already; wait a quarter of an hour", { code: "locked" }) as never;
    await tries.failed();
    await askAddress(desk, actor, email);
    return c.json({ confirm: email }, 202);
  });

  api.openapi(createRoute({ method: "post", path: "/account/address", summary: "Confirm one's new address with the link that was sent to it", request: body(AddressConfirmed), responses: nothing("changed; the old address is told") }), async (c) => {
    const actor = await signedIn(desk, c);
    const done = await confirmAddress(db, actor.account, hashOf(c.req.valid("json").token), actor.email === null ? undefined : accounts.letter(farewell(actor.email, actor.name)));
    if (!done.ok) return problem(c, 409, "Taken", "another account here has this address by now; nothing was changed", { code: "in-the-way" }) as never;
    if (done.value === undefined) return problem(c, 410, "This link no longer works", "it was used, it is older than an hour, or it was sent for another account than the one you are signed in with; nothing was changed", { code: "gone" }) as never;
    desk.post?.ring();
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "post", path: "/account/address/letter", summary: "Have the link that confirms one's address sent again", request: body(Nothing), responses: { 202: json(AddressAsked, "on its way"), ...refusals } }), async (c) => {
    const actor = await signedIn(desk, c);
    if (!accounts.mails) return problem(c, 409, "No e-mail here", "this Remit sends no e-mail", { code: "no-mail" }) as never;
    if (actor.email === null || actor.emailVerified) return problem(c, 409, "Nothing to confirm", actor.email === null ? "give your e-mail address first" : "your address is confirmed already", { code: "in-the-way" }) as never;
    const tries = triesOf(db, `address ${actor.account}`, fromOf(c).address);
    if (await tries.locked()) return problem(c, 429, "Too many letters", "several letters were sent already; wait a quarter of an hour", { code: "locked" }) as never;
    await tries.failed();
    await askAddress(desk, actor, actor.email);
    return c.json({ confirm: actor.email }, 202);
  });

  api.openapi(createRoute({ method: "put", path: "/account/password", summary: "Set or change one's password; all other browsers are signed out", request: body(NewPassword), responses: nothing("changed") }), async (c) => {
    const actor = await signedIn(desk, c);
    const { current, password } = c.req.valid("json");
    if (actor.email === null) return unfit(c, "email", "give your e-mail address first: one signs in with it");
    const weak = weakness(password, [actor.name, actor.email, actor.email.split("@")[0] ?? ""]);
    if (weak !== undefined) return unfit(c, "password", weak);
    if (!(await proved(desk, c, actor, current))) return unproved(c);
    const [had, how] = [await hasPassword(db, actor.account), await howHere(c)];
    if (!had && !(await factorShown(desk, c, actor, c.req.valid("json")))) return factorWanted(c);
    const said = had
      ? await accounts.ask("changePassword", fromOf(c), { body: { currentPassword: current, newPassword: password, revokeOtherSessions: true } })
      : await accounts.ask("setPassword", fromOf(c), { body: { newPassword: password } });
    if (said.status !== 200) return unfit(c, "password", "the password could not be set; sign in again and try once more");
    await carried(c, said, how);
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "get", path: "/account/sessions", summary: "Where one is signed in", responses: { 200: json(z.object({ sessions: z.array(Session) }), "the browsers"), ...refusals } }), async (c) => {
    const { account } = await signedIn(desk, c);
    const here = sessionOf(c);
    const sessions = await sessionsOf(db, account);
    return c.json({ sessions: sessions.map(({ token, since, until, ...session }) => ({ ...session, here: here?.equals(token) === true, since: since.toISOString(), until: until.toISOString() })) }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "delete", path: "/account/sessions/{session}", summary: "Sign a browser out", request: { params: z.object({ session: z.uuid() }) }, responses: nothing("signed out") }), async (c) => {
    const { account } = await signedIn(desk, c);
    if (!(await endSessionOf(db, account, c.req.valid("param").session))) throw new Refused({ code: "not-found" });
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "post", path: "/account/second-factor", summary: "Begin with a second factor", request: body(Proof), responses: { 200: json(SecondFactorOffer, "for the authenticator; it counts once a code of it was confirmed"), ...refusals } }), async (c) => {
    const actor = await signedIn(desk, c);
    const { password } = c.req.valid("json");
    if (actor.secondFactor) return unfit(c, "second factor", "there is one already; take it away first");
    if (!(await proved(desk, c, actor, password))) return unproved(c);
    if (!(await factorShown(desk, c, actor, c.req.valid("json")))) return factorWanted(c);
    const { status, body: said } = await accounts.ask("enableTwoFactor", fromOf(c), { body: password === undefined ? {} : { password } });
    if (status !== 200) return unfit(c, "second factor", "set a password first: the second factor comes on top of it");
    return c.json({ uri: String(said["totpURI"]), backupCodes: said["backupCodes"] as string[] }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "post", path: "/account/second-factor/confirm", summary: "Confirm the second factor with a first code", request: body(SecondFactorCode.omit({ backup: true })), responses: nothing("from now on it is asked for") }), async (c) => {
    const actor = await signedIn(desk, c);
    const { account } = actor;
    // An authenticator that counts already is shown by this very code; another factor has to be shown before it.
    if (!actor.secondFactor && !(await factorShown(desk, c, actor, { backup: false }))) return factorWanted(c);
    const from = fromOf(c);
    const tries = triesOf(db, `confirm ${account}`, from.address);
    if (await tries.locked()) return problem(c, 429, "Too many tries", "wait a quarter of an hour", { code: "locked" }) as never;
    await dropLatePending(db);
    const said = await accounts.ask("verifyTOTP", from, { body: c.req.valid("json") });
    if (said.body["code"] === "TOTP_NOT_ENABLED") return unfit(c, "code", "this took too long, or another second factor came in between; begin again");
    if (said.status !== 200) {
      await tries.failed();
      return unfit(c, "code", "this code is not the right one; see that the clock of your telephone is right");
    }
    if (!(await firstUse(db, account, hashOf(c.req.valid("json").code)))) return unfit(c, "code", "this code was used already; wait for the next one");
    await carried(c, said, { how: "code", domain: null });
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "delete", path: "/account/second-factor", summary: "Take the second factor away", request: body(Proof), responses: nothing("taken away") }), async (c) => {
    const actor = await signedIn(desk, c);
    const { password } = c.req.valid("json");
    if (!(await proved(desk, c, actor, password))) return unproved(c);
    if (!(await factorShown(desk, c, actor, c.req.valid("json")))) return factorWanted(c);
    const how = await howHere(c);
    const said = await accounts.ask("disableTwoFactor", fromOf(c), { body: password === undefined ? {} : { password } });
    if (said.status !== 200) return unfit(c, "second factor", "it could not be taken away; sign in again and try once more");
    await carried(c, said, how?.how === "code" ? { how: "password", domain: null } : how);
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "post", path: "/account/backup-codes", summary: "New backup codes; the old ones count no more", request: body(Proof), responses: { 200: json(BackupCodes, "each works once"), ...refusals } }), async (c) => {
    const actor = await signedIn(desk, c);
    const { password } = c.req.valid("json");
    if (!(await proved(desk, c, actor, password))) return unproved(c);
    if (!(await factorShown(desk, c, actor, c.req.valid("json")))) return factorWanted(c);
    const { status, body: said } = await accounts.ask("generateBackupCodes", fromOf(c), { body: password === undefined ? {} : { password } });
    if (status !== 200) return unfit(c, "second factor", "there is no second factor yet");
    return c.json({ backupCodes: said["backupCodes"] as string[] }, 200, { "Cache-Control": "no-store" });
  });
}
