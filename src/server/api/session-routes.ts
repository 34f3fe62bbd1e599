import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { foundWorkspace } from "#app/workspace/found.ts";
import { Half, LinkUsed, LinkWanted, PasswordSignIn, SecondFactorCode } from "#contract/account.ts";
import { Me, SignIn } from "#contract/workspace.ts";
import { endSession, firstUse, followLink, followOwnerLink, linkOf, makeLink, noteHow } from "#db/account.ts";
import { putMail } from "#db/mail.ts";
import type { Said } from "#accounts/accounts.ts";
import type { Letter } from "#accounts/letter.ts";
import { SESSION_SECONDS } from "#accounts/session-length.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { signedIn, type Desk } from "./desk.ts";
import { codeIsRight } from "./moment.ts";
import { problem } from "./refuse.ts";
import { carriedIn, dropSession, fromOf, hashOf, keep, newToken, sessionOf, tokenIn } from "./session.ts";
import { triesOf } from "./tries.ts";
import { whoAmI } from "./who-am-i.ts";

/** How long a link that came by e-mail can be used. */
const LINK_MINUTES = 15;
const linkLetter = (to: string, link: string): Letter => ({
  to,
  subject: "Your link to sign in to Remit",
  text: `Somebody, probably you, asked for a link to sign in to Remit with this address.\n\n${link}\n\nIt works once, within ${LINK_MINUTES} minutes. If it was not you, nothing needs to be done.\n`,
});

const locked = (c: Context, until: Date): never =>
  problem(c, 429, "Too many tries", `nothing is tried before ${until.toISOString().slice(11, 16)} UTC; a link by e-mail still works, where this Remit sends e-mail`, { code: "locked" }) as never;

/** Sign-in and sign-out. */
export function sessionRoutes(api: OpenAPIHono, desk: Desk): void {
  const { db, drafts, accounts } = desk;

  const me = (session: Buffer) => whoAmI(db, session);
  /** Hands out the session the library made, or says what still lacks. */
  const entered = async (c: Context, said: Said) => {
    keep(c, said);
    const token = tokenIn(said);
    return token === undefined ? undefined : me(hashOf(token));
  };

  api.openapi(createRoute({ method: "post", path: "/session", summary: "Sign in with the one-time link of the first owner", request: body(SignIn), responses: { 200: json(Me, "signed in"), ...refusals } }), async (c) => {
    const { token, name } = c.req.valid("json");
    const session = newToken();
    const { address, agent } = fromOf(c);
    const account = await followOwnerLink(db, hashOf(token), name, hashOf(session), new Date(Date.now() + SESSION_SECONDS * 1000), address, agent);
    if (account === undefined) return problem(c, 401, "This link no longer works", "it was used, it is older than 15 minutes, or it is not complete; start Remit again for a new one") as never;
    c.header("Set-Cookie", accounts.cookie(session), { append: true });
    await foundWorkspace(db, drafts, account, "Example: Alder Foods", { from: "example" });
    return c.json(await me(hashOf(session)), 200);
  });

  api.openapi(createRoute({ method: "post", path: "/session/password", summary: "Sign in with address and password", request: body(PasswordSignIn), responses: { 200: json(Me, "signed in"), 202: json(Half, "right, and a second factor is wanted"), ...refusals } }), async (c) => {
    const { email, password } = c.req.valid("json");
    const from = fromOf(c);
    const tries = triesOf(db, email, from.address);
    const until = await tries.locked();
    if (until) return locked(c, until);
    const said = await accounts.ask("signInEmail", from, { body: { email, password } });
    if (said.status !== 200) {
      await tries.failed();
      return problem(c, 401, "Not signed in", "address and password do not belong together", { code: "wrong" }) as never;
    }
    await tries.succeeded();
    const entrance = await entered(c, said);
    return entrance ? c.json(entrance, 200) : c.json({ next: "second-factor" as const }, 202);
  });

  api.openapi(createRoute({ method: "post", path: "/session/second-factor", summary: "Finish signing in with a code", request: body(SecondFactorCode), responses: { 200: json(Me, "signed in"), ...refusals } }), async (c) => {
    const { code, backup } = c.req.valid("json");
    // Not with the session of whoever is signed in already: the library would take the code for the first of a new authenticator.
    const from = { ...fromOf(c), cookies: carriedIn(c).halfway ?? "" };
    const tries = triesOf(db, `second factor ${from.cookies}`, from.address);
    const until = await tries.locked();
    if (until) return locked(c, until);
    const said = await accounts.ask(backup ? "verifyBackupCode" : "verifyTOTP", from, { body: { code } });
    const token = tokenIn(said);
    if (said.status !== 200 || token === undefined) {
      await tries.failed();
      return problem(c, 401, "Not signed in", said.body["code"] === "INVALID_TWO_FACTOR_COOKIE" ? "this sign-in took too long; begin again" : "this code is not the right one", { code: said.body["code"] === "INVALID_TWO_FACTOR_COOKIE" ? "begin-again" : "wrong" }) as never;
    }
    // Whoever looks over a shoulder has half a minute; a code that was used is worth nothing any more.
    const entrance = await me(hashOf(token));
    if (!backup && !(await firstUse(db, entrance.account, hashOf(code)))) {
      await endSession(db, hashOf(token));
      return problem(c, 401, "Not signed in", "this code was used already; wait for the next one", { code: "used" }) as never;
    }
    await noteHow(db, hashOf(token), { how: "code", domain: null });
    keep(c, said);
    return c.json(entrance, 200);
  });

  api.openapi(createRoute({ method: "post", path: "/session/link", summary: "Have a link to sign in sent by e-mail", request: body(LinkWanted), responses: { 202: json(z.object({ sent: z.literal(true) }), "sent, if there is such an account"), ...refusals } }), async (c) => {
    if (!accounts.mails) return problem(c, 409, "No e-mail here", "this Remit sends no e-mail; whoever runs it makes a link with `./remit recover`", { code: "no-mail" }) as never;
    const { email } = c.req.valid("json");
    const tries = triesOf(db, `link ${email}`, fromOf(c).address);
    const until = await tries.locked();
    if (until) return locked(c, until);
    // Every wish counts, so that nobody's letter box is filled.
    await tries.failed();
    const token = newToken();
    if (await makeLink(db, hashOf(token), email, new Date(Date.now() + LINK_MINUTES * 60_000))) {
      await putMail(db, accounts.letter(linkLetter(email, accounts.page(`/enter#link=${token}`))));
      desk.post?.ring();
    }
    return c.json({ sent: true as const }, 202);
  });

  api.openapi(createRoute({ method: "post", path: "/session/link/use", summary: "Sign in with a link; it is used up once everything is right", request: body(LinkUsed), responses: { 200: json(Me, "signed in"), 202: json(Half, "right, and a code is wanted with it"), ...refusals } }), async (c) => {
    const { token, code, backup } = c.req.valid("json");
    const link = await linkOf(db, hashOf(token));
    const { address, agent } = fromOf(c);
    if (link?.secondFactor) {
      if (code === undefined) return c.json({ next: "second-factor" as const }, 202);
      const tries = triesOf(db, `link ${link.account}`, address);
      const until = await tries.locked();
      if (until) return locked(c, until);
      if (!(await codeIsRight(desk, c, link.account, code, backup))) {
        await tries.failed();
        return problem(c, 401, "Not signed in", "this code is not the right one, or was used already", { code: "wrong" }) as never;
      }
    }
    const session = newToken();
    if (!link || !(await followLink(db, hashOf(token), hashOf(session), new Date(Date.now() + SESSION_SECONDS * 1000), address, agent)))
      return problem(c, 401, "This link no longer works", "it was used, it is too old, or it is not complete; ask for a new one") as never;
    c.header("Set-Cookie", accounts.cookie(session), { append: true });
    return c.json(await me(hashOf(session)), 200);
  });

  api.openapi(createRoute({ method: "get", path: "/session", summary: "Who is signed in, and in which workspaces", responses: { 200: json(Me, "signed in"), ...refusals } }), async (c) => {
    await signedIn(desk, c);
    return c.json(await me(sessionOf(c) ?? Buffer.alloc(0)), 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "delete", path: "/session", summary: "Sign out", responses: nothing("signed out") }), async (c) => {
    const session = sessionOf(c);
    if (session) await endSession(db, session);
    dropSession(c);
    return c.body(null, 204);
  });
}
