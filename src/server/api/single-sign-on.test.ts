import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { totp } from "../../../test/authenticator.ts";
import { testDatabase } from "../../../test/database.ts";
import { cookiesOf, houses } from "../../../test/house.ts";
import { identityServer, throughProvider, type IdentityServer, type Somebody } from "../../../test/identity-provider.ts";

const at = testDatabase();
const house = houses(at);
const PASSWORD = "four plain words here";
const callback = (domain: string): string => `http://remit.test/api/session/single-sign-on/${domain}/callback`;
let alder: IdentityServer;
let evil: IdentityServer;
beforeAll(async () => {
  alder = await identityServer([callback("alder.example"), callback("evil.example")]);
  evil = await identityServer([callback("evil.example"), callback("alder.example")]);
});
afterAll(async () => {
  await alder.close();
  await evil.close();
});
beforeEach(async () => {
  await at.asOwner("delete from remit.identity_provider");
  await at.asOwner("delete from auth.account where email like '%@alder.example' or email like '%@evil.example'");
});

interface Registered {
  readonly id: string;
  readonly record: { readonly name: string; readonly value: string };
  readonly proved: string | null;
}
/** Records as a name server would hand them out. */
const records = new Map<string, string[]>();
const txt = async (name: string) => (records.get(name) ?? []).map((one) => [one.slice(0, 10), one.slice(10)]);

async function rooms() {
  const made = await house({ privateIssuers: true, txt });
  const { ask, ana, workspace } = made;
  const path = `/workspaces/${workspace}/single-sign-on`;
  const register = async (domain = "alder.example", server = alder, more: object = {}, cookie = ana.cookie) => ask(cookie, "POST", path, { name: "Alder Foods", domain, issuer: server.issuer, client: server.client, secret: server.secret, ...more });
  const prove = async ({ id, record }: Registered) => {
    records.set(record.name, ["v=spf1 -all", record.value]);
    expect((await ask(ana.cookie, "POST", `${path}/${id}/check`, {})).status).toBe(200);
  };
  const serving = async (domain = "alder.example", server = alder, more: object = {}) => {
    const provider = (await (await register(domain, server, more)).json()) as Registered;
    await prove(provider);
    return provider;
  };
  const begin = async (email: string, back?: string, cookie?: string) => {
    const answer = await ask(cookie, "POST", "/session/single-sign-on", { email, ...(back === undefined ? {} : { back }) });
    return { status: answer.status, to: ((await answer.json()) as { to: string }).to, cookies: cookiesOf(answer), set: answer.headers.getSetCookie() };
  };
  const arrive = (cookies: string, back: URL) => ask(cookies, "GET", `${back.pathname.replace("/api", "")}${back.search}`);
  /** All of it. */
  const enter = async (who: Somebody, email = who.email ?? "ana@alder.example", server = alder, back?: string) => {
    server.who = who;
    const { to, cookies } = await begin(email, back);
    return arrive(cookies, await throughProvider(to, server.issuer));
  };
  return { ...made, path, register, prove, serving, begin, arrive, enter };
}
const ana = { sub: "ana-1", email: "ana@alder.example", email_verified: true, name: "Ana Alder" };
const whereTo = (answer: Response): [number, string | null] => [answer.status, answer.headers.get("location")];
const isIn = (answer: Response): boolean => cookiesOf(answer).includes("remit_session=");

describe("an organisation's own sign-in", () => {
  test("serves nobody before its domain is proved by a record", async () => {
    const { register, ask, begin, path, ana: owner, prove } = await rooms();
    const provider = (await (await register()).json()) as Registered;
    expect(provider).toMatchObject({ proved: null, record: { name: "_remit.alder.example" } });
    expect((await begin("ana@alder.example")).status).toBe(404);
    records.clear();
    for (const said of [[], ["remit-domain=another"]]) {
      records.set(provider.record.name, said);
      const refused = await ask(owner.cookie, "POST", `${path}/${provider.id}/check`, {});
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([409, "unproved"]);
    }
    await prove(provider);
    expect((await begin("ana@alder.example")).status).toBe(200);
    expect(await (await ask(undefined, "POST", "/session/single-sign-on/look", { email: "nobody@alder.example" })).json()).toEqual({ provider: "Alder Foods" });
    expect(await (await ask(undefined, "POST", "/session/single-sign-on/look", { email: "nobody@sub.alder.example" })).json()).toEqual({ provider: null });
  });

  test("signs in somebody new, without a password and without any workspace, and knows them again", async () => {
    const { serving, enter, ask } = await rooms();
    await serving();
    const first = await enter(ana);
    expect(whereTo(first)).toEqual([302, "/w"]);
    const me = (await (await ask(cookiesOf(first), "GET", "/session")).json()) as { account: string };
    expect(me).toMatchObject({ name: "Ana Alder", email: "ana@alder.example", password: false, returns: true, workspaces: [] });
    expect(await at.asOwner("select how, domain from auth.session where account_id = $1", [me.account])).toEqual([{ how: "sso", domain: "alder.example" }]);
    const second = await enter({ ...ana, name: "Ana Alder-Birch" });
    expect(await (await ask(cookiesOf(second), "GET", "/session")).json()).toMatchObject({ account: me.account });
  });

  test("an invitation is accepted by whoever came in this way", async () => {
    const { serving, enter, ask, workspace, ana: owner } = await rooms();
    await serving();
    const { link } = (await (await ask(owner.cookie, "POST", `/workspaces/${workspace}/invitations`, { role: "viewer" })).json()) as { link: string };
    const cookie = cookiesOf(await enter(ana));
    expect((await ask(cookie, "POST", "/invitations/accept", { token: link.split("=")[1] })).status).toBe(200);
    expect((await ask(cookie, "GET", `/workspaces/${workspace}/matrix`)).status).toBe(200);
  });

  test("keeps its secret sealed, and shows it to nobody", async () => {
    const { register, ask, path, ana: owner } = await rooms();
    const made = await register();
    expect(await made.text()).not.toContain(alder.secret);
    expect(await (await ask(owner.cookie, "GET", path)).text()).not.toContain(alder.secret);
    expect(JSON.stringify(await at.asOwner("select p.*, encode(client_secret, 'escape') from remit.identity_provider p"))).not.toContain(alder.secret);
  });

  test("is looked after by the owners of its party alone", async () => {
    const { register, ask, path, member } = await rooms();
    const { id } = (await (await register()).json()) as Registered;
    const other = await member("owner", "brightwell");
    expect(((await (await ask(other.cookie, "GET", path)).json()) as { providers: object[] }).providers).toMatchObject([{ id, party: null }]);
    expect((await ask(other.cookie, "PATCH", `${path}/${id}`, { secret: "mine" })).status).toBe(403);
    expect((await ask(other.cookie, "DELETE", `${path}/${id}`, {})).status).toBe(403);
    const editor = await member("editor");
    for (const [method, to, body] of [["GET", path], ["POST", path, { name: "x", domain: "x.example", issuer: alder.issuer, client: "x", secret: "x" }], ["POST", `${path}/${id}/check`, {}]] as const) expect((await ask(editor.cookie, method, to, body)).status).toBe(403);
  });

  test("that is removed signs nobody in any more, and signs out whom it had signed in", async () => {
    const { serving, enter, ask, path, ana: owner, begin } = await rooms();
    const { id } = await serving();
    const cookie = cookiesOf(await enter(ana));
    expect((await ask(cookie, "GET", "/session")).status).toBe(200);
    const { to, cookies } = await begin("ana@alder.example");
    expect((await ask(owner.cookie, "DELETE", `${path}/${id}`, {})).status).toBe(204);
    expect((await ask(cookie, "GET", "/session")).status).toBe(401);
    expect((await begin("ana@alder.example")).status).toBe(404);
    const late = await ask(cookies, "GET", `/session/single-sign-on/alder.example/callback${(await throughProvider(to, alder.issuer)).search}`);
    expect([...whereTo(late), isIn(late)]).toEqual([302, "/enter?trouble=begin-again", false]);
  });
});

test("a workspace that goes for good takes its provider along, and whom it had signed in; until then its owners come in to bring it back", async () => {
  const { serving, enter, ask, workspace, ana: owner } = await rooms();
  await serving();
  const cookie = cookiesOf(await enter(ana));
  expect((await ask(cookie, "GET", "/session")).status).toBe(200);
  expect((await ask(owner.cookie, "DELETE", `/workspaces/${workspace}`, {})).status).toBe(204);
  expect((await ask(cookie, "GET", "/session")).status).toBe(200);
  const { workspaces } = (await (await ask(owner.cookie, "GET", "/deleted-workspaces")).json()) as { workspaces: { id: string; name: string }[] };
  expect((await ask(owner.cookie, "DELETE", `/deleted-workspaces/${workspace}`, { name: workspaces.find(({ id }) => id === workspace)?.name })).status).toBe(204);
  expect((await ask(cookie, "GET", "/session")).status).toBe(401);
});

describe("somebody who registers what is not theirs", () => {
  test("cannot speak for a domain that another provider has proved", async () => {
    const { serving, register, ask, path, ana: owner } = await rooms();
    await serving();
    const second = (await (await register("alder.example", evil)).json()) as Registered;
    expect(second.proved).toBeNull();
    records.set(second.record.name, [second.record.value]);
    expect((await ask(owner.cookie, "POST", `${path}/${second.id}/check`, {})).status).toBe(409);
  });

  test("signs in nobody of another domain, whatever the issuer says of them", async () => {
    const { serving, enter, signIn, ask } = await rooms();
    await serving("evil.example", evil);
    const victim = await signIn("Victim");
    await ask(victim.cookie, "PATCH", "/account", { email: "victim@alder.example" });
    for (const email of ["victim@alder.example", "victim@alder.example@evil.example", "victim@evil.example@alder.example", "@evil.example", "victim@sub.evil.example"]) {
      const answer = await enter({ sub: email, email, email_verified: true }, "eve@evil.example", evil);
      expect([email, ...whereTo(answer), isIn(answer)]).toEqual([email, 302, "/enter?trouble=foreign", false]);
    }
    const nobody = await enter({ sub: "without" }, "eve@evil.example", evil);
    expect([...whereTo(nobody), isIn(nobody)]).toEqual([302, "/enter?trouble=foreign", false]);
  });

  test("does not take an account along that they moved to another domain", async () => {
    const { serving, enter, ask } = await rooms();
    await serving("evil.example", evil);
    const eve = { sub: "eve", email: "eve@evil.example", email_verified: true };
    const cookie = cookiesOf(await enter(eve, eve.email, evil));
    expect((await ask(cookie, "PATCH", "/account", { email: "boss@alder.example" })).status).toBe(204);
    expect(whereTo(await enter(eve, eve.email, evil))).toEqual([302, "/enter?trouble=foreign"]);
    // And whoever really has that address does not come into the account that was prepared for them.
    await serving();
    expect(whereTo(await enter({ ...ana, sub: "boss", email: "boss@alder.example" }))).toEqual([302, "/enter?trouble=taken"]);
  });

  test("does not share an account with the owner of an address they took first", async () => {
    const { serving, enter, ask, signIn } = await rooms();
    await serving();
    const squatter = await signIn("Squatter");
    await ask(squatter.cookie, "PATCH", "/account", { email: ana.email });
    expect((await ask(squatter.cookie, "PUT", "/account/password", { password: PASSWORD })).status).toBe(204);
    const asked = await enter(ana);
    expect([...whereTo(asked), isIn(asked)]).toEqual([302, "/enter?show=password", false]);
    const cookies = cookiesOf(asked);
    const wrong = await ask(cookies, "POST", "/session/single-sign-on/tie", { password: "not the four words" });
    expect([wrong.status, isIn(wrong)]).toEqual([401, false]);
    const replayed = await ask(cookies, "POST", "/session/single-sign-on/tie", { password: PASSWORD });
    expect([replayed.status, ((await replayed.json()) as { code: string }).code]).toEqual([401, "begin-again"]);
    const right = await ask(cookiesOf(wrong), "POST", "/session/single-sign-on/tie", { password: PASSWORD });
    expect([right.status, await right.json()]).toEqual([200, { back: "/w" }]);
    // Once tied it is known.
    expect(whereTo(await enter(ana))).toEqual([302, "/w"]);
  });

  test("cannot have this server ask private addresses, read what is there, or wait for ever", async () => {
    const { ask, ana: owner, workspace } = await house({ txt });
    const words = async (issuer: string) => {
      const answer = await ask(owner.cookie, "POST", `/workspaces/${workspace}/single-sign-on`, { name: "x", domain: "x.example", issuer, client: "x", secret: "x" });
      return [answer.status, ((await answer.json()) as { detail: string }).detail];
    };
    const before = alder.asked.length;
    expect(await words(alder.issuer)).toEqual([422, "an issuer is an address that begins with https://"]);
    for (const host of ["127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "[::1]", "192.168.1.1", "0.0.0.0", "2130706433"]) {
      const [status, said] = await words(`https://${host}:${new URL(alder.issuer).port}`);
      expect([host, status, said]).toEqual([host, 422, expect.stringMatching(/private address|nothing usable answers/)]);
    }
    expect(alder.asked.length).toBe(before);
    for (const issuer of ["file:///etc/passwd", "gopher://127.0.0.1", "ftp://example.org"]) expect((await words(issuer))[0]).toBe(422);
  });

  test("cannot register an issuer under another name than it gives itself", async () => {
    const { ask, path, ana: owner } = await rooms();
    const answer = await ask(owner.cookie, "POST", path, { name: "x", domain: "x.example", issuer: alder.issuer.replace("127.0.0.1", "localhost"), client: "x", secret: "x" });
    expect([answer.status, ((await answer.json()) as { detail: string }).detail]).toEqual([422, expect.stringContaining("calls itself")]);
  });
});

describe("an address that was not verified", () => {
  test("counts for nothing; one of which nothing is said counts only where the owner says so", async () => {
    const { serving, enter, ask, path, ana: owner } = await rooms();
    const { id } = await serving();
    const { email_verified: _, ...silent } = ana;
    for (const who of [{ ...ana, email_verified: false }, silent]) expect(whereTo(await enter(who))).toEqual([302, "/enter?trouble=unverified"]);
    expect((await ask(owner.cookie, "PATCH", `${path}/${id}`, { silent: true })).status).toBe(204);
    expect(whereTo(await enter({ ...ana, email_verified: false }))).toEqual([302, "/enter?trouble=unverified"]);
    expect(whereTo(await enter(silent))).toEqual([302, "/w"]);
  });
});

describe("an account that was here before", () => {
  const before = async (factor: boolean) => {
    const made = await rooms();
    await made.serving();
    const who = await made.signIn("Ana");
    await made.ask(who.cookie, "PATCH", "/account", { email: ana.email });
    await made.ask(who.cookie, "PUT", "/account/password", { password: PASSWORD });
    await at.asOwner("update auth.account set email_verified = true where id = $1", [who.account]);
    if (!factor) return { ...made, ...who, uri: "", backupCodes: [] };
    const offer = (await (await made.ask(who.cookie, "POST", "/account/second-factor", { password: PASSWORD })).json()) as { uri: string; backupCodes: string[] };
    await made.ask(who.cookie, "POST", "/account/second-factor/confirm", { code: totp(offer.uri) });
    return { ...made, ...who, ...offer };
  };

  test("is opened where its address was proved", async () => {
    const { enter, ask, account } = await before(false);
    expect(await (await ask(cookiesOf(await enter(ana)), "GET", "/session")).json()).toMatchObject({ account, password: true });
  });

  test("with a second factor shows it once before it is tied", async () => {
    const { enter, ask, backupCodes, account } = await before(true);
    const asked = await enter(ana);
    expect([...whereTo(asked), isIn(asked)]).toEqual([302, "/enter?show=code", false]);
    let cookies = cookiesOf(asked);
    for (const body of [{ code: "000000" }, { password: PASSWORD }, {}]) {
      const wrong = await ask(cookies, "POST", "/session/single-sign-on/tie", body);
      expect([wrong.status, isIn(wrong)]).toEqual([401, false]);
      cookies = cookiesOf(wrong);
    }
    const right = await ask(cookies, "POST", "/session/single-sign-on/tie", { code: backupCodes[0], backup: true });
    expect(await (await ask(cookiesOf(right), "GET", "/session")).json()).toMatchObject({ account });
    expect(whereTo(await enter(ana))).toEqual([302, "/w"]);
  });

  test("is not guessed open", async () => {
    const { enter, ask } = await before(true);
    let cookies = cookiesOf(await enter(ana));
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) {
      const answer = await ask(cookies, "POST", "/session/single-sign-on/tie", { code: `00000${i}` });
      statuses.push(answer.status);
      cookies = cookiesOf(answer) || cookies;
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });
});

describe("the way back", () => {
  test("is taken once, by the browser that began, and as it was sent", async () => {
    const { serving, begin, arrive, ask } = await rooms();
    await serving();
    alder.who = ana;
    const one = await begin(ana.email);
    const back = await throughProvider(one.to, alder.issuer);
    const refused = async (cookies: string, url: URL, why = "begin-again") => {
      const answer = await arrive(cookies, url);
      expect([...whereTo(answer), isIn(answer)]).toEqual([302, `/enter?trouble=${why}`, false]);
    };
    // Another browser, or one that somebody else sent here with their own code.
    await refused("", back);
    const two = await begin(ana.email);
    await refused(two.cookies, back, "issuer");
    expect(isIn(await arrive(one.cookies, back))).toBe(true);
    await refused(one.cookies, back);
    // A code is worth something once, even under a state that is fresh.
    const three = await begin(ana.email);
    const stolen = new URL(await throughProvider(three.to, alder.issuer));
    expect(isIn(await arrive(three.cookies, stolen))).toBe(true);
    const four = await begin(ana.email);
    stolen.searchParams.set("state", new URL(four.to).searchParams.get("state") ?? "");
    await refused(four.cookies, stolen, "issuer");
    for (const [name, value] of [["state", "another"], ["iss", evil.issuer], ["code", "another"]] as const) {
      const next = await begin(ana.email);
      const changed = await throughProvider(next.to, alder.issuer);
      changed.searchParams.set(name, value);
      await refused(next.cookies, changed, "issuer");
    }
    const late = await begin(ana.email);
    const arrived = await throughProvider(late.to, alder.issuer);
    await at.asOwner("update auth.begun set expires_at = now()");
    await refused(late.cookies, arrived);
    expect((await ask(undefined, "GET", "/session/single-sign-on/alder.example/callback?error=access_denied")).headers.get("location")).toBe("/enter?trouble=begin-again");
  });

  test("of one provider is not another's: a code for one is never handed to the other", async () => {
    const { serving, begin, arrive } = await rooms();
    await serving();
    await serving("evil.example", evil);
    alder.who = ana;
    // Begun with Eve's provider, which sends the browser on to the honest one under the same state.
    const { to, cookies } = await begin("eve@evil.example");
    const honest = await begin(ana.email);
    const mixed = new URL(honest.to);
    for (const name of ["state", "nonce", "code_challenge"]) mixed.searchParams.set(name, new URL(to).searchParams.get(name) ?? "");
    const back = await throughProvider(mixed.href, alder.issuer);
    const before = evil.asked.length;
    const answer = await arrive(cookies, back);
    expect([...whereTo(answer), isIn(answer)]).toEqual([302, "/enter?trouble=begin-again", false]);
    // The same with the redirect address of Eve's provider, which the honest one happens to know: its name gives it away.
    const again = await begin("eve@evil.example");
    const second = new URL(mixed);
    second.searchParams.set("redirect_uri", callback("evil.example"));
    second.searchParams.set("state", new URL(again.to).searchParams.get("state") ?? "");
    expect(whereTo(await arrive(again.cookies, await throughProvider(second.href, alder.issuer)))).toEqual([302, "/enter?trouble=issuer"]);
    expect(evil.asked.slice(before)).not.toContain("/token");
  });

  test("leads to pages of this Remit and nowhere else", async () => {
    const { serving, ask, enter } = await rooms();
    await serving();
    for (const back of ["https://evil.example", "//evil.example", "/w//evil.example", "/w/../../evil", "/\\evil.example", "/w/x\nLocation: https://evil.example", "javascript:alert(1)", "/account"]) expect((await ask(undefined, "POST", "/session/single-sign-on", { email: ana.email, back })).status).toBe(422);
    expect(whereTo(await enter(ana, ana.email, alder, "/w/some-id/people?row=1#x"))).toEqual([302, "/w/some-id/people?row=1#x"]);
    expect(whereTo(await enter(ana, ana.email, alder, "/enter"))).toEqual([302, "/enter?back-in"]);
  });

  test("says so when the person said no there", async () => {
    const { serving, begin, arrive } = await rooms();
    await serving();
    alder.who = undefined;
    const { to, cookies, set } = await begin(ana.email);
    expect(whereTo(await arrive(cookies, await throughProvider(to, alder.issuer)))).toEqual([302, "/enter?trouble=refused"]);
    expect(set[0]).toMatch(/; HttpOnly; SameSite=Lax$/);
  });

  test("keeps no session that was brought along", async () => {
    const { serving, begin, arrive, ask } = await rooms();
    await serving();
    alder.who = ana;
    const planted = `remit_session=${"x".repeat(43)}`;
    const { to, cookies } = await begin(ana.email, undefined, planted);
    const answer = await arrive(`${planted}; ${cookies}`, await throughProvider(to, alder.issuer));
    expect(cookiesOf(answer)).not.toContain("x".repeat(43));
    expect((await ask(planted, "GET", "/session")).status).toBe(401);
  });
});

test("whether an address has an account is not to be seen in what is answered before signing in", async () => {
  const { serving, enter, ask } = await rooms();
  await serving();
  await enter(ana);
  const said = async (email: string) => {
    const look = await ask(undefined, "POST", "/session/single-sign-on/look", { email });
    const begun = await ask(undefined, "POST", "/session/single-sign-on", { email });
    const { to } = (await begun.json()) as { to: string };
    return [await look.text(), begun.status, [...new URL(to).searchParams.keys()]];
  };
  expect(await said("stranger@alder.example")).toEqual(await said(ana.email));
});

test("a discovery is asked for once and kept", async () => {
  const { serving, enter } = await rooms();
  await serving();
  const before = alder.asked.length;
  await enter(ana);
  await enter(ana);
  expect(alder.asked.slice(before).filter((path) => path.includes("openid-configuration"))).toEqual([]);
});
