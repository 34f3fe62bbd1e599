import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { askForAny, askForNew, PASSKEY_SECONDS, passkeySite, registered, signedBy, type PasskeySite } from "#accounts/passkeys.ts";
import { SESSION_SECONDS } from "#accounts/session-length.ts";
import { Nothing, Proof } from "#contract/account.ts";
import { NewPasskey, Passkey, PasskeyQuestion, PasskeyRenamed, Passkeys, PasskeyUsed } from "#contract/passkey.ts";
import { Me } from "#contract/workspace.ts";
import { addPasskey, passkeyProof, passkeysOf, removePasskey, renamePasskey, signInByPasskey, type Passkey as Kept } from "#db/passkey.ts";
import { Refused } from "#app/refusal.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { beginHere, finishHere } from "./begun-cookie.ts";
import { signedIn, type Desk } from "./desk.ts";
import { factorShown, factorWanted, proved, unfit, unproved } from "./proof.ts";
import { problem } from "./refuse.ts";
import { fromOf, hashOf, newToken, sessionOf } from "./session.ts";
import { whoAmI } from "./who-am-i.ts";

const shown = ({ id, name, synced, made, used }: Kept) => ({ id, name, synced, made: made.toISOString(), used: used?.toISOString() ?? null });
const one = z.object({ passkey: z.uuid() });
interface Challenge {
  readonly challenge: string;
}
/** With a passkey that is added: whether a fresh code was given for it. */
interface Adding extends Challenge {
  readonly code: boolean;
}

/** Passkeys: made and looked after by whoever is signed in, and the way in for everybody who has one. */
export function passkeyRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db, accounts } = desk;
  const secure = (): boolean => accounts.page("").startsWith("https:");
  const here = (c: Context) => passkeySite(accounts.page(""), c.req.header("host"));
  const site = (c: Context): PasskeySite => {
    const { site, instead } = here(c);
    if (!site) throw new Refused({ code: "no-passkeys-here", ...(instead === undefined ? {} : { instead }) });
    return site;
  };

  api.openapi(createRoute({ method: "get", path: "/account/passkeys", summary: "One's passkeys", responses: { 200: json(Passkeys, "the passkeys"), ...refusals } }), async (c) => {
    const { account } = await signedIn(desk, c);
    const { site, instead } = here(c);
    return c.json({ passkeys: (await passkeysOf(db, account)).map(shown), possible: site !== undefined, instead: instead ?? null }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "post", path: "/account/passkeys/begin", summary: "Begin with a passkey", request: body(Proof), responses: { 200: json(PasskeyQuestion, "what to ask the browser; good for five minutes, for one answer"), ...refusals } }), async (c) => {
    const actor = await signedIn(desk, c);
    if (!(await proved(desk, c, actor, c.req.valid("json").password))) return unproved(c);
    const at = site(c);
    const shown = await factorShown(desk, c, actor, c.req.valid("json"));
    if (!shown) return factorWanted(c);
    const options = await askForNew(at, actor, await passkeysOf(db, actor.account));
    await beginHere(db, c, "passkey.add", { account: actor.account, details: { challenge: options.challenge, code: shown === "code" }, seconds: PASSKEY_SECONDS, secure: secure() });
    return c.json({ options: options as { challenge: string } }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "post", path: "/account/passkeys", summary: "Keep the passkey the browser made", request: body(NewPasskey), responses: { 201: json(Passkey, "kept"), ...refusals } }), async (c) => {
    const { account } = await signedIn(desk, c);
    const { name, answer } = c.req.valid("json");
    const at = site(c);
    const begun = await finishHere<Adding>(db, c, "passkey.add");
    if (begun?.account !== account) return problem(c, 409, "Begin again", "this took too long, or was begun in another browser; nothing was kept", { code: "begin-again" }) as never;
    const made = await registered(at, begun.details.challenge, answer);
    if (!made) return unfit(c, "answer", "this passkey could not be checked; nothing was kept");
    const added = await addPasskey(db, account, sessionOf(c) ?? Buffer.alloc(0), { ...made, name }, begun.details.code);
    if (!added.ok && added.denied === "may-not") return factorWanted(c);
    if (!added.ok) return unfit(c, "answer", "this passkey is known here already");
    const kept = (await passkeysOf(db, account)).find(({ id }) => id === added.value);
    if (!kept) throw new Refused({ code: "not-found" });
    return c.json(shown(kept), 201);
  });

  api.openapi(createRoute({ method: "patch", path: "/account/passkeys/{passkey}", summary: "Rename a passkey", request: { params: one, ...body(PasskeyRenamed) }, responses: nothing("renamed") }), async (c) => {
    const { account } = await signedIn(desk, c);
    if (!(await renamePasskey(db, account, c.req.valid("param").passkey, c.req.valid("json").name))) throw new Refused({ code: "not-found" });
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "delete", path: "/account/passkeys/{passkey}", summary: "Remove a passkey", request: { params: one, ...body(Proof) }, responses: nothing("it signs nobody in any more") }), async (c) => {
    const actor = await signedIn(desk, c);
    if (!(await proved(desk, c, actor, c.req.valid("json").password))) return unproved(c);
    if (!(await factorShown(desk, c, actor, c.req.valid("json")))) return factorWanted(c);
    const gone = await removePasskey(db, actor.account, c.req.valid("param").passkey);
    if (!gone.ok) return problem(c, 409, "The last way in", "without this passkey nothing would bring you back; set an e-mail address and a password first", { code: "in-the-way" }) as never;
    if (!gone.value) throw new Refused({ code: "not-found" });
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "post", path: "/session/passkey/begin", summary: "Begin to sign in with a passkey", request: body(Nothing), responses: { 200: json(PasskeyQuestion, "what to ask the browser; good for five minutes, for one answer"), ...refusals } }), async (c) => {
    const at = site(c);
    const options = await askForAny(at);
    await beginHere(db, c, "passkey.sign-in", { details: { challenge: options.challenge }, seconds: PASSKEY_SECONDS, secure: secure() });
    return c.json({ options: options as { challenge: string } }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "post", path: "/session/passkey", summary: "Sign in with a passkey", request: body(PasskeyUsed), responses: { 200: json(Me, "signed in, as with two factors"), ...refusals } }), async (c) => {
    const { answer } = c.req.valid("json");
    const at = site(c);
    const begun = await finishHere<Challenge>(db, c, "passkey.sign-in");
    if (!begun) return problem(c, 401, "Not signed in", "this took too long, or was begun in another browser; begin again", { code: "begin-again" }) as never;
    const known = await passkeyProof(db, answer.id);
    const uses = known && (await signedBy(at, begun.details.challenge, answer, { ...known, credential: answer.id }));
    const session = newToken();
    const { address, agent } = fromOf(c);
    if (!known || uses === undefined || !(await signInByPasskey(db, known.passkey, uses, hashOf(session), new Date(Date.now() + SESSION_SECONDS * 1000), address, agent)))
      return problem(c, 401, "Not signed in", "nobody here has this passkey, or it was removed; sign in another way", { code: "wrong" }) as never;
    c.header("Set-Cookie", accounts.cookie(session), { append: true });
    return c.json(await whoAmI(db, hashOf(session)), 200);
  });
}
