import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { askForAny, PASSKEY_SECONDS, passkeySite } from "#accounts/passkeys.ts";
import type { Authority } from "#app/authority/authority.ts";
import { NoAnswer } from "#app/authority/thread.ts";
import { Refused } from "#app/refusal.ts";
import { trouble } from "#app/version/denied.ts";
import { isAltered } from "#app/version/facts.ts";
import type { Acting, SigningHouse } from "#app/version/house.ts";
import { link } from "#app/version/by-link.ts";
import { offer } from "#app/version/offer.ts";
import { certificate, detailOf, overview, standing } from "#app/version/read.ts";
import { contact, name, rule } from "#app/version/settings.ts";
import { delegate, refuse, remind, sign, withdraw } from "#app/version/sign.ts";
import { signedFile } from "#app/version/signed-file.ts";
import { Nothing } from "#contract/account.ts";
import { Entry } from "#contract/agreement.ts";
import { PasskeyQuestion } from "#contract/passkey.ts";
import { Certificate, DelegateSignature, MadeSignLink, MakeSignLink, NameSignatories, Offered, OfferVersion, RefuseVersion, Reminded, RemindSignatories, SetSignPolicy, Signatories, SignatoryContact, Signed, SignVersion, StandingAt, Version, VersionDocument, Versions, WithdrawVersion } from "#contract/version.ts";
import type { Blocker, Policy } from "#core/readiness/blockers.ts";
import { agreementOf } from "#db/agreement.ts";
import { placeNamed } from "#db/member.ts";
import { signingSetup, wholeVersion, type WholeVersion } from "#db/version.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { beginHere } from "./begun-cookie.ts";
import { isAllowed } from "./conditions.ts";
import { inWorkspace, signedIn, type Desk, type InWorkspace } from "./desk.ts";
import { showAgain, shownAgain, type ShownAgain } from "./fresh-proof.ts";
import { fromOf, newToken, noteWhere } from "./session.ts";

const FRESH = { "Cache-Control": "no-store" };
const numbered = z.object({ workspace: z.string(), number: z.coerce.number().int().min(1).max(1_000_000) });

export const signingHouse = ({ db, drafts, signer, accounts }: Pick<Desk, "db" | "drafts" | "signer" | "accounts">): SigningHouse => ({ db, drafts, signer, mails: accounts.mails, letter: (letter) => accounts.letter(letter), page: (path) => accounts.page(path) });

/** Versions: offered, signed or refused, in force, and what serves at any instant. */
export function versionRoutes(api: OpenAPIHono, desk: Desk, authority: Authority): void {
  const { db, drafts, signer } = desk;
  const house = signingHouse(desk);

  const acting = async (c: Context, may: readonly InWorkspace["role"][], what: string): Promise<Acting> => {
    const { account, workspace, role, party } = await inWorkspace(desk, c);
    if (!may.includes(role) || party === null) throw new Refused({ code: "may-not", what });
    return { account, workspace, workspaceName: (await placeNamed(db, account, workspace, undefined, null)).workspace };
  };
  /** What is open in the draft, worked out beside the server's own thread. @throws Refused */
  const open = async ({ account, workspace }: Acting, revision: number, policy: Policy): Promise<readonly Blocker[]> => {
    const agreement = await agreementOf(db, account, workspace);
    return authority.blockers({ account, workspace, revision }, { policy, agreement, at: Math.floor(Date.now() / 60_000) }).catch((thrown: unknown) => {
      if (thrown instanceof NoAnswer) throw trouble("not-judged");
      throw thrown;
    });
  };
  const anybody = async (c: Context): Promise<Acting> => {
    const { account, workspace } = await inWorkspace(desk, c);
    return { account, workspace, workspaceName: (await placeNamed(db, account, workspace, undefined, null)).workspace };
  };
  const DECIDE = ["owner", "editor", "approver"] as const;
  const said = (c: Context, { account, workspace }: Acting, revision: number): void => {
    desk.post?.ring();
    desk.live.tell(workspace, "versions");
    noteWhere(db, c, { account, workspace, revision });
  };
  const whole = async (as: { readonly account: string; readonly workspace: string }, number: number): Promise<WholeVersion> => {
    const version = await wholeVersion(db, as.account, as.workspace, number);
    if (!version) throw new Refused({ code: "not-found" });
    return version;
  };
  const again = async (c: Context, shown: ShownAgain): Promise<string | undefined> => shownAgain(desk, c, await signedIn(desk, c), shown);

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/versions", summary: "All versions, what is in force, and how far the draft is from it", responses: { 200: json(Versions, "newest first"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c, "read");
    return c.json(await overview(house, account, workspace, Date.now()), 200, FRESH);
  });

  const At = z.object({ at: z.iso.datetime({ offset: true }).optional().openapi({ description: "any instant; now without it" }) });
  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/versions/serving", summary: "Which version serves at an instant", request: { query: At }, responses: { 200: json(StandingAt, "what was, is or will be in force"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c, "read");
    const { at } = c.req.valid("query");
    return c.json(await standing(house, account, workspace, at === undefined ? Date.now() : Date.parse(at)), 200, FRESH);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/versions", summary: "Offer the draft as the next version, as it stands at the revision `If-Match` names", request: body(OfferVersion), responses: { 201: json(Offered, "offered: it waits for signatures"), ...refusals } }), async (c) => {
    const who = await acting(c, DECIDE, "offer a version for a party");
    const { revision } = await drafts.read(who.account, who.workspace);
    const expected = c.req.header("if-match");
    if (expected === undefined || !isAllowed(expected, `"${revision}"`)) throw trouble("draft-went-on");
    const made = await offer(house, who, c.req.valid("json").id, revision, Date.now(), (policy) => open(who, revision, policy));
    said(c, who, made.revision);
    return c.json(made, 201);
  });

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/versions/{number}", summary: "One version: its state, who signed and who still has to", request: { params: numbered }, responses: { 200: json(Version, "the version"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c, "read");
    return c.json(await detailOf(house, account, workspace, c.req.valid("param").number, Date.now()), 200, FRESH);
  });

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/versions/{number}/document", summary: "What a version says", request: { params: numbered }, responses: { 200: json(VersionDocument, "its matrix"), ...refusals } }), async (c) => {
    const who = await inWorkspace(desk, c, "read");
    const version = await whole(who, c.req.valid("param").number);
    if (isAltered(version, signer)) throw trouble("altered");
    return c.json({ number: version.number, digest: version.digest, document: JSON.parse(version.matrix) as Record<string, unknown> }, 200, FRESH);
  });

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/versions/{number}/certificate", summary: "Who signed, how, when and what", request: { params: numbered }, responses: { 200: json(Certificate, "the certificate"), ...refusals } }), async (c) => {
    const who = await inWorkspace(desk, c, "read");
    const { workspace } = await placeNamed(db, who.account, who.workspace, undefined, null);
    return c.json(await certificate(house, who.account, who.workspace, workspace, c.req.valid("param").number, Date.now()), 200, FRESH);
  });

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/versions/{number}/file", summary: "A signed version as a file, to be verified without Remit", request: { params: numbered }, responses: { 200: json(z.looseObject({}), "the file, for `remit verify`"), ...refusals } }), async (c) => {
    const who = await inWorkspace(desk, c, "read");
    const version = await whole(who, c.req.valid("param").number);
    if (version.completedAt === null) throw trouble("not-complete");
    return c.body(`${JSON.stringify(signedFile(version), null, 2)}\n`, 200, { ...FRESH, "Content-Type": "application/json; charset=utf-8", "Content-Disposition": `attachment; filename="version-${version.number}.json"` }) as never;
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/versions/{number}/sign/begin", summary: "Begin to show one's passkey once more, to sign or to withdraw", request: { params: numbered, ...body(Nothing) }, responses: { 200: json(PasskeyQuestion, "what to ask the browser; good for five minutes, for one answer"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    await whole({ account, workspace }, c.req.valid("param").number);
    const { site, instead } = passkeySite(desk.accounts.page(""), c.req.header("host"));
    if (!site) throw new Refused({ code: "no-passkeys-here", ...(instead === undefined ? {} : { instead }) });
    const options = await askForAny(site);
    await beginHere(db, c, "passkey.shown", { account, details: { challenge: options.challenge }, seconds: PASSKEY_SECONDS, secure: desk.accounts.page("").startsWith("https:") });
    return c.json({ options: options as { challenge: string } }, 200, FRESH);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/versions/{number}/sign", summary: "Sign what one has read, showing once more who one is", request: { params: numbered, ...body(SignVersion) }, responses: { 200: json(Signed, "signed"), ...refusals } }), async (c) => {
    const who = await anybody(c);
    const { id, person, digest, intent, ...shown } = c.req.valid("json");
    const how = await again(c, shown);
    if (how === undefined) return showAgain(c);
    const { address, agent } = fromOf(c);
    const done = await sign(house, who, c.req.valid("param").number, person, id, { digest, intent, how, address, agent });
    said(c, who, done.revision);
    return c.json({ revision: done.revision, complete: done.complete }, 200);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/versions/{number}/refuse", summary: "Refuse to sign, with the reason and reasons per row", request: { params: numbered, ...body(RefuseVersion) }, responses: { 200: json(Entry, "refused: the version is closed"), ...refusals } }), async (c) => {
    const who = await anybody(c);
    const { id, person, reason, rows } = c.req.valid("json");
    const revision = await refuse(house, who, c.req.valid("param").number, person, id, reason, rows);
    said(c, who, revision);
    return c.json({ revision }, 200);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/versions/{number}/withdraw", summary: "Withdraw a version; one that everybody signed is in force no longer", request: { params: numbered, ...body(WithdrawVersion) }, responses: { 200: json(Entry, "withdrawn"), ...refusals } }), async (c) => {
    const who = await acting(c, DECIDE, "withdraw a version for a party");
    const { id, reason, ...shown } = c.req.valid("json");
    const { number } = c.req.valid("param");
    // What everybody signed is ended by nobody who just found an open browser.
    if ((await whole(who, number)).completedAt !== null && (await again(c, shown)) === undefined) return showAgain(c);
    const revision = await withdraw(house, who, number, id, reason);
    said(c, who, revision);
    return c.json({ revision }, 200);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/versions/{number}/delegate", summary: "Hand a signature on to somebody else of the same party", request: { params: numbered, ...body(DelegateSignature) }, responses: { 200: json(Entry, "handed on"), ...refusals } }), async (c) => {
    const who = await anybody(c);
    const { id, person, to } = c.req.valid("json");
    const revision = await delegate(house, who, c.req.valid("param").number, person, to, id);
    said(c, who, revision);
    return c.json({ revision }, 200);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/versions/{number}/remind", summary: "Remind who still has to sign, once a day at most", request: { params: numbered, ...body(RemindSignatories) }, responses: { 200: json(Reminded, "so many letters are on their way"), ...refusals } }), async (c) => {
    const who = await acting(c, DECIDE, "remind somebody for a party");
    const reminded = await remind(house, who, c.req.valid("param").number, c.req.valid("json").person);
    desk.post?.ring();
    desk.live.tell(who.workspace, "versions");
    return c.json({ reminded }, 200);
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/{workspace}/versions/{number}/links", summary: "Make the link by which a signatory of one's own party signs without an account", request: { params: numbered, ...body(MakeSignLink) }, responses: { 201: json(MadeSignLink, "the link; a code goes to the address that party entered"), ...refusals } }), async (c) => {
    const who = await acting(c, DECIDE, "make links for a party");
    const { id, person } = c.req.valid("json");
    const secret = newToken();
    const { until } = await link(house, who, c.req.valid("param").number, person, id, secret, Date.now());
    desk.live.tell(who.workspace, "versions");
    return c.json({ link: desk.accounts.page(`/sign#sign=${secret}`), until: until.toISOString() }, 201, FRESH);
  });

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/signatories", summary: "Who signs for each party, and how versions are signed here", responses: { 200: json(Signatories, "as each party says"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const { policy, signatories, nameable, contacts, links } = await signingSetup(db, account, workspace);
    return c.json({ policy: { ...policy, inOrder: [...policy.inOrder] }, signatories: [...signatories], nameable: [...nameable], contacts: [...contacts], links: links.map(({ until, ...one }) => ({ ...one, until: until.toISOString() })), mails: house.mails }, 200, FRESH);
  });

  api.openapi(createRoute({ method: "put", path: "/workspaces/{workspace}/signatories", summary: "Say who signs for one's own party", request: body(NameSignatories), responses: nothing("so it is, from the next version on") }), async (c) => {
    const who = await acting(c, ["owner", "approver"], "say who signs for this party");
    const { id, party, people } = c.req.valid("json");
    said(c, who, await name(house, who, id, party, people));
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "put", path: "/workspaces/{workspace}/signatory-contact", summary: "Enter where a signatory of one's own party gets codes", request: body(SignatoryContact), responses: nothing("so it is; links made before are over") }), async (c) => {
    const who = await acting(c, DECIDE, "enter addresses for a party");
    const { id, person, address } = c.req.valid("json");
    said(c, who, await contact(house, who, id, person, address));
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "put", path: "/workspaces/{workspace}/sign-policy", summary: "Say in which order versions are signed, and what keeps a draft from being offered", request: body(SetSignPolicy), responses: nothing("so it is, from the next version on") }), async (c) => {
    const who = await acting(c, ["owner"], "say how versions are signed");
    const { id, ...policy } = c.req.valid("json");
    said(c, who, await rule(house, who, id, policy));
    return c.body(null, 204);
  });
}
