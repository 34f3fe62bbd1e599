import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { cookiesOf, houses } from "../../../test/house.ts";

const at = testDatabase();
const house = houses(at);
let count = 0;
const PASSWORD = "four plain words here";

interface Made {
  readonly id: string;
  readonly link: string | null;
  readonly mailed: boolean;
}
interface Shown {
  readonly members: readonly { readonly account: string; readonly name: string; readonly role: string; readonly party: string | null; readonly proved: boolean; readonly email: string | null }[];
  readonly invitations: readonly { readonly id: string; readonly state: string }[];
}

/** A client and a provider in one workspace: Ana owns for the client, Pia for the provider. */
async function twoOrganisations(mails = false, address = `pia${++count}@provider.example`) {
  const { ask, ana, workspace, ...rest } = await house({ mails });
  const path = `/workspaces/${workspace}`;
  const { document } = (await (await ask(ana.cookie, "GET", `${path}/matrix`)).json()) as { document: { parties: readonly { id: string; kind: string }[] } };
  const [client, provider] = [document.parties.find(({ kind }) => kind === "client")?.id ?? "", document.parties.find(({ kind }) => kind === "provider")?.id ?? ""];
  const members = async (cookie: string): Promise<Shown> => (await ask(cookie, "GET", `${path}/members`)).json() as Promise<Shown>;
  const inviting = (cookie: string, invitation: object) => ask(cookie, "POST", `${path}/invitations`, invitation);
  const accept = (link: string | null, answer: object, cookie?: string) => ask(cookie, "POST", "/invitations/accept", { token: link?.split("invitation=")[1] ?? "", ...answer });
  expect((await ask(ana.cookie, "PATCH", `${path}/members/${ana.account}`, { role: "owner", party: client, person: null })).status).toBe(204);
  const made = (await (await inviting(ana.cookie, { role: "owner", party: provider, email: address.toUpperCase() })).json()) as Made;
  return { ask, ana, workspace, path, client, provider, members, inviting, accept, made, address, ...rest };
}

describe("two organisations in one workspace", () => {
  /** Ana owns for the client; the provider has whoever a test puts there. */
  async function sides() {
    const here = await twoOrganisations();
    const { ask, path, ana, members } = here;
    const change = async (who: { cookie: string }, account: string, role: string, party: string | null) => (await ask(who.cookie, "PATCH", `${path}/members/${account}`, { role, party, person: null })).status;
    const remove = async (who: { cookie: string }, account: string) => (await ask(who.cookie, "DELETE", `${path}/members/${account}`, {})).status;
    const of = async (account: string) => (await members(ana.cookie)).members.find((one) => one.account === account);
    return { ...here, change, remove, of };
  }

  test("have owners without a side who touch nobody of one", async () => {
    const { ana, member, client, provider, change, remove, of } = await sides();
    const pia = await member("owner", provider);
    expect(await change(ana, ana.account, "owner", null)).toBe(204);
    expect([await remove(ana, pia.account), await change(ana, pia.account, "viewer", null)]).toEqual([403, 403]);
    expect(await of(pia.account)).toMatchObject({ role: "owner", party: provider });
    expect(await change(ana, ana.account, "owner", provider)).toBe(403);
    expect(await change(ana, ana.account, "owner", client)).toBe(204);
  });

  test("let nobody walk over to the other side, as which they would see what it keeps to itself and decide for it", async () => {
    const { ana, ask, path, member, provider, change, of } = await sides();
    const ben = await member("editor", provider);
    const own = await member("editor", "alder");
    await ask(ben.cookie, "POST", `${path}/comments`, { id: crypto.randomUUID(), item: "x", own: true, text: "Between us" });
    expect([await change(ana, ana.account, "owner", provider), await change(ana, own.account, "approver", provider)]).toEqual([403, 403]);
    // Not even once nobody of it is there: who comes from elsewhere is not proved to be of it.
    await at.asOwner("update remit.member set until = now() where account_id = $1", [ben.account]);
    expect(await change(ana, ana.account, "owner", provider)).toBe(204);
    expect(await of(ana.account)).toMatchObject({ party: provider, proved: false });
    expect(((await (await ask(ana.cookie, "GET", `${path}/comments`)).json()) as { comments: object[] }).comments).toEqual([]);
    expect((await ask(ana.cookie, "POST", `${path}/stands`, { id: crypto.randomUUID(), rows: ["x"], stand: "agreed", seen: 1_000 })).status).toBe(403);
  });

  test("have links that prove nobody and open nothing once somebody of that side is there", async () => {
    const { ana, inviting, accept, members, member, provider, made, signIn, ask, path, remove } = await sides();
    const kept = (await (await inviting(ana.cookie, { role: "owner", party: provider })).json()) as Made;
    const pia = (await accept(made.link, { name: "Pia", password: PASSWORD })) as Response;
    expect(pia.status).toBe(200);
    const mallory = await signIn("Mallory");
    expect((await accept(kept.link, {}, mallory.cookie)).status).toBe(410);
    // Somebody a link brought, who owns, proves nobody further and puts out nobody who is proved.
    const unproved = (await members(ana.cookie)).members.find(({ name }) => name === "Pia");
    expect(unproved?.proved).toBe(false);
    const cookie = cookiesOf(pia);
    const further = (await (await inviting(cookie, { role: "approver", party: provider })).json()) as Made;
    expect((await accept(further.link, {}, mallory.cookie)).status).toBe(200);
    expect((await members(ana.cookie)).members.find(({ account }) => account === mallory.account)).toMatchObject({ party: provider, proved: false });
    const real = await member("editor", provider);
    expect(await remove({ cookie }, real.account)).toBe(403);
    expect((await ask(cookie, "POST", `${path}/comments`, { id: crypto.randomUUID(), item: "x", own: true, text: "Between us" })).status).toBe(403);
  });

  test("the one who is asked in makes an account with the link and speaks for their party", async () => {
    const { made, accept, members, ana, provider, ask, workspace, address } = await twoOrganisations();
    expect(await (await ask(undefined, "POST", "/invitations/look", { token: made.link?.split("invitation=")[1] })).json()).toMatchObject({ workspace: "Northwind", role: "owner", inviter: "Ana", email: address, signedIn: null });
    const accepted = await accept(made.link, { name: "Pia", password: PASSWORD });
    expect(await accepted.json()).toEqual({ workspace });
    const pia = cookiesOf(accepted);
    expect(await (await ask(pia, "GET", "/session")).json()).toMatchObject({ name: "Pia", email: address, workspaces: [{ id: workspace, party: provider, role: "owner" }] });
    // A link that Ana saw proves nothing about who used it.
    expect((await members(ana.cookie)).members.find(({ name }) => name === "Pia")).toMatchObject({ party: provider, proved: false });
    expect((await ask(undefined, "POST", "/session/password", { email: address, password: PASSWORD })).status).toBe(200);
  });

  test("a letter that reached them proves who they are, and holds the only copy of the link", async () => {
    const { made, letter, accept, members, ana, address } = await twoOrganisations(true);
    expect(made).toMatchObject({ mailed: true, link: null });
    const sent = await letter();
    expect(sent).toMatchObject({ to: address, subject: "Ana asks you into Northwind" });
    for (const words of ["into “Northwind”", "You come in as owner", "You speak for ", "It works once, until ", "You did not expect this?"]) expect(sent?.text).toContain(words);
    const link = /http:\S+/.exec(sent?.text ?? "")?.[0] ?? "";
    expect((await accept(link, { name: "Pia", password: PASSWORD })).status).toBe(200);
    expect((await members(ana.cookie)).members.find(({ name }) => name === "Pia")).toMatchObject({ proved: true });
  });

  test("neither side puts people into the other one, takes them out, or gives them a role", async () => {
    const { made, accept, members, ana, provider, client, inviting, path, ask } = await twoOrganisations();
    const pia = cookiesOf(await accept(made.link, { name: "Pia", password: PASSWORD }));
    const them = (await members(ana.cookie)).members.find(({ name }) => name === "Pia")?.account ?? "";
    expect((await inviting(ana.cookie, { role: "approver", party: provider })).status).toBe(403);
    expect((await ask(ana.cookie, "PATCH", `${path}/members/${them}`, { role: "viewer", party: provider, person: null })).status).toBe(403);
    expect((await ask(ana.cookie, "DELETE", `${path}/members/${them}`)).status).toBe(403);
    expect((await ask(ana.cookie, "PATCH", `${path}/members/${ana.account}`, { role: "owner", party: provider, person: null })).status).toBe(403);
    expect((await inviting(pia, { role: "approver", party: client })).status).toBe(403);
    expect((await inviting(pia, { role: "operator", party: provider })).status).toBe(201);
    expect((await ask(pia, "DELETE", `${path}/members/${ana.account}`)).status).toBe(403);
  });

  test("neither side deletes the workspace for both; whoever is left alone may", async () => {
    const { made, accept, ana, path, ask } = await twoOrganisations();
    const pia = cookiesOf(await accept(made.link, { name: "Pia", password: PASSWORD }));
    for (const cookie of [ana.cookie, pia]) expect((await ask(cookie, "DELETE", path)).status).toBe(409);
    expect((await ask(pia, "GET", `${path}/matrix`)).status).toBe(200);
    const { account } = (await (await ask(pia, "GET", "/session")).json()) as { account: string };
    expect((await ask(pia, "DELETE", `${path}/members/${account}`)).status).toBe(204);
    expect((await ask(ana.cookie, "DELETE", path)).status).toBe(204);
  });

  test("an address is shown to owners and to one's own party only", async () => {
    const { made, accept, members, member, client, provider, address } = await twoOrganisations();
    await accept(made.link, { name: "Pia", password: PASSWORD });
    const seen = async (cookie: string) => (await members(cookie)).members.find(({ name }) => name === "Pia")?.email;
    expect(await seen((await member("viewer", client)).cookie)).toBeNull();
    expect(await seen((await member("viewer", provider)).cookie)).toBe(address);
  });
});

describe("an invitation", () => {
  test("works once, even for two who use it at the same moment", async () => {
    const { made, accept, signIn } = await twoOrganisations();
    const [one, two] = [await signIn("One"), await signIn("Two")];
    const answers = await Promise.all([one, two].map(({ cookie }) => accept(made.link, {}, cookie)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  test.each([["taken back", "revoked_at = now()"], ["late", "expires_at = now()"]])("that is %s opens nothing", async (_, change) => {
    const { made, accept, ask, address } = await twoOrganisations();
    await at.asOwner(`update remit.invitation set ${change} where invitation_id = $1`, [made.id]);
    expect((await accept(made.link, { name: "Pia", password: PASSWORD })).status).toBe(410);
    expect((await ask(undefined, "POST", "/invitations/look", { token: made.link?.split("invitation=")[1] })).status).toBe(410);
    expect(await at.asOwner("select 1 from auth.account where email = $1", [address])).toEqual([]);
  });

  test("is worth nothing any more when its maker is no owner any more", async () => {
    const { made, accept, ana, member, ask, path, client } = await twoOrganisations();
    const other = await member("owner", client);
    expect((await ask(other.cookie, "PATCH", `${path}/members/${ana.account}`, { role: "viewer", party: null, person: null })).status).toBe(204);
    expect((await accept(made.link, { name: "Pia", password: PASSWORD })).status).toBe(410);
  });

  test("is taken back by an owner, and by nobody else", async () => {
    const { made, ask, ana, path, member, members } = await twoOrganisations();
    expect((await ask((await member("editor")).cookie, "DELETE", `${path}/invitations/${made.id}`)).status).toBe(403);
    expect((await ask(ana.cookie, "DELETE", `${path}/invitations/${made.id}`)).status).toBe(204);
    expect((await members(ana.cookie)).invitations).toMatchObject([{ id: made.id, state: "revoked" }]);
    expect((await members((await member("viewer")).cookie)).invitations).toEqual([]);
  });

  test("refuses a weak password, and nothing is made", async () => {
    const { made, accept, address } = await twoOrganisations();
    for (const password of ["short", "passwordpassword", "aaaaaaaaaaaaaaaa", address]) expect((await accept(made.link, { name: "Pia", password })).status).toBe(422);
    expect((await accept(made.link, { name: "Pia" })).status).toBe(422);
    expect((await accept(made.link, { name: "Pia", password: PASSWORD })).status).toBe(200);
  });

  test("for somebody who has an account asks them to sign in first, and takes nothing over", async () => {
    const { made, accept, address } = await twoOrganisations();
    const first = await accept(made.link, { name: "Pia", password: PASSWORD });
    expect(first.status).toBe(200);
    const again = await twoOrganisations(false, address);
    expect((await again.accept(again.made.link, { name: "Mallory", password: "another four words" })).status).toBe(409);
    const pia = await again.ask(undefined, "POST", "/session/password", { email: address, password: PASSWORD });
    expect((await again.accept(again.made.link, {}, cookiesOf(pia))).status).toBe(200);
  });
});

describe("members", () => {
  test("may leave, but somebody stays owner", async () => {
    const { ask, ana, path, member } = await twoOrganisations();
    const ed = await member("editor");
    expect((await ask(ed.cookie, "DELETE", `${path}/members/${ed.account}`)).status).toBe(204);
    expect((await ask(ed.cookie, "GET", `${path}/matrix`)).status).toBe(404);
    expect((await ask(ana.cookie, "DELETE", `${path}/members/${ana.account}`)).status).toBe(409);
    expect((await ask(ana.cookie, "PATCH", `${path}/members/${ana.account}`, { role: "viewer", party: null, person: null })).status).toBe(409);
  });

  test("speak for a party that is in the matrix", async () => {
    const { ask, ana, path, inviting } = await twoOrganisations();
    expect((await ask(ana.cookie, "PATCH", `${path}/members/${ana.account}`, { role: "owner", party: "nobody", person: null })).status).toBe(404);
    expect((await inviting(ana.cookie, { role: "viewer", party: "nobody" })).status).toBe(404);
  });
});
