import { describe, expect, test } from "vitest";
import { totp } from "../../../test/authenticator.ts";
import { testDatabase } from "../../../test/database.ts";
import { cookiesOf, houses } from "../../../test/house.ts";
import { passkeyDevice, type Question } from "../../../test/passkey-device.ts";

const at = testDatabase();
const house = houses(at);
const SITE = "https://remit.test";
const PASSWORD = "four plain words here";
let count = 0;

async function somebody() {
  const { ask, signIn } = await house({ url: SITE });
  const who = await signIn("Somebody");
  const email = `passkey${++count}@example.org`;
  await ask(who.cookie, "PATCH", "/account", { email });
  expect((await ask(who.cookie, "PUT", "/account/password", { password: PASSWORD })).status).toBe(204);
  const device = passkeyDevice("remit.test", SITE);
  const question = async (answer: Response): Promise<{ readonly options: Question; readonly cookies: string }> => ({ options: ((await answer.json()) as { options: Question }).options, cookies: cookiesOf(answer) });
  const beginToAdd = async (cookie = who.cookie, password: string | undefined = PASSWORD) => question(await ask(cookie, "POST", "/account/passkeys/begin", { password }));
  const add = async (made = device, cookie = who.cookie) => {
    const { options, cookies } = await beginToAdd(cookie);
    return ask(`${cookie}; ${cookies}`, "POST", "/account/passkeys", { name: "My telephone", answer: made.make(options) });
  };
  const beginToEnter = async () => question(await ask(undefined, "POST", "/session/passkey/begin", {}));
  const enter = async (how: Parameters<typeof device.use>[1] = {}) => {
    const { options, cookies } = await beginToEnter();
    return ask(cookies, "POST", "/session/passkey", { answer: device.use(options, how) });
  };
  return { ...who, email, ask, signIn, device, beginToAdd, add, beginToEnter, enter };
}
const how = async (account: string) => (await at.asOwner<{ how: string }>("select how from auth.session where account_id = $1 order by created_at desc, how", [account])).map((row) => row.how);

describe("a passkey", () => {
  test("is added by whoever knows the password, and signs in without an address, as two factors", async () => {
    const { ask, cookie, account, email, add, enter } = await somebody();
    expect((await ask(cookie, "POST", "/account/passkeys/begin", {})).status).toBe(403);
    expect((await ask(cookie, "POST", "/account/passkeys/begin", { password: "not the four words" })).status).toBe(403);
    expect((await add()).status).toBe(201);
    const entered = await enter();
    expect(await entered.json()).toMatchObject({ email, returns: true });
    expect((await ask(cookiesOf(entered), "GET", "/session")).status).toBe(200);
    expect(await how(account)).toEqual(["passkey", "passkey"]);
    const { passkeys } = (await (await ask(cookie, "GET", "/account/passkeys")).json()) as { passkeys: object[] };
    expect(passkeys).toMatchObject([{ name: "My telephone", synced: false, used: expect.any(String) }]);
  });

  test("signs in somebody with an authenticator without asking for a code", async () => {
    const { ask, cookie, account, add, enter } = await somebody();
    const { uri } = (await (await ask(cookie, "POST", "/account/second-factor", { password: PASSWORD })).json()) as { uri: string };
    const confirmed = await ask(cookie, "POST", "/account/second-factor/confirm", { code: totp(uri) });
    const mine = cookiesOf(confirmed) || cookie;
    expect(await how(account)).toEqual(["code"]);
    expect((await add(undefined, mine)).status).toBe(201);
    // A second way to show two factors does not raise what was shown before.
    expect(await how(account)).toEqual(["code"]);
    expect((await enter()).status).toBe(200);
  });

  test("does not raise a session that has shown less than the account already asks for", async () => {
    const { account, add, signIn: _, ask, email } = await somebody();
    expect((await add()).status).toBe(201);
    const half = cookiesOf(await ask(undefined, "POST", "/session/password", { email, password: PASSWORD }));
    expect((await ask(half, "POST", "/account/passkeys/begin", { password: PASSWORD })).status).toBe(403);
    expect((await how(account)).sort()).toEqual(["passkey", "password"]);
  });

  test("is refused when the person did not show themselves, at another site, and from another page", async () => {
    const { add, enter, ask, cookie, device, beginToAdd } = await somebody();
    for (const wrong of [{ verified: false }, { origin: "https://remit.test.evil.example" }, { origin: "http://remit.test" }, { site: "evil.example" }]) {
      const { options, cookies } = await beginToAdd();
      expect((await ask(`${cookie}; ${cookies}`, "POST", "/account/passkeys", { name: "x", answer: device.make(options, wrong) })).status).toBe(422);
    }
    expect((await add()).status).toBe(201);
    for (const wrong of [{ verified: false }, { origin: "https://remit.test.evil.example" }, { site: "evil.example" }]) {
      const refused = await enter(wrong);
      expect([refused.status, cookiesOf(refused)]).toEqual([401, expect.not.stringContaining("remit_session=")]);
    }
    expect((await enter()).status).toBe(200);
  });

  test("that was copied gives itself away by its count of uses", async () => {
    const { add, enter } = await somebody();
    await add();
    expect((await enter({ uses: 10 })).status).toBe(200);
    for (const uses of [10, 3, 0]) expect((await enter({ uses })).status).toBe(401);
    expect((await enter({ uses: 11 })).status).toBe(200);
  });

  test("that keeps no count is taken all the same", async () => {
    const { enter, ask, cookie, device, beginToAdd } = await somebody();
    const { options, cookies } = await beginToAdd();
    expect((await ask(`${cookie}; ${cookies}`, "POST", "/account/passkeys", { name: "x", answer: device.make(options, { uses: 0 }) })).status).toBe(201);
    for (let i = 0; i < 2; i++) expect((await enter({ uses: 0 })).status).toBe(200);
  });

  test("belongs to one account: another cannot add it, rename it or remove it", async () => {
    const [one, two] = [await somebody(), await somebody()];
    const { id } = (await (await one.add()).json()) as { id: string };
    expect((await two.add(one.device)).status).toBe(422);
    expect((await two.ask(two.cookie, "PATCH", `/account/passkeys/${id}`, { name: "Mine" })).status).toBe(404);
    expect((await two.ask(two.cookie, "DELETE", `/account/passkeys/${id}`, { password: PASSWORD })).status).toBe(404);
    expect((await one.ask(one.cookie, "PATCH", `/account/passkeys/${id}`, { name: "Work" })).status).toBe(204);
    expect((await one.ask(one.cookie, "DELETE", `/account/passkeys/${id}`, {})).status).toBe(403);
    expect((await one.ask(one.cookie, "DELETE", `/account/passkeys/${id}`, { password: PASSWORD })).status).toBe(204);
    expect((await one.enter()).status).toBe(401);
  });

  test("stays while nothing else would bring its owner back", async () => {
    const { ask, signIn } = await house({ url: SITE });
    const { cookie } = await signIn("Without a password");
    const device = passkeyDevice("remit.test", SITE);
    const began = await ask(cookie, "POST", "/account/passkeys/begin", {});
    const { options } = (await began.json()) as { options: Question };
    const { id } = (await (await ask(`${cookie}; ${cookiesOf(began)}`, "POST", "/account/passkeys", { name: "Only one", answer: device.make(options) })).json()) as { id: string };
    const refused = await ask(cookie, "DELETE", `/account/passkeys/${id}`, {});
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([409, "in-the-way"]);
    expect(await (await ask(cookie, "GET", "/session")).json()).toMatchObject({ returns: true, password: false });
  });
});

describe("a challenge", () => {
  test("is good for one answer, right or wrong, in the browser that asked for it", async () => {
    const { add, ask, device, beginToEnter } = await somebody();
    await add();
    const { options, cookies } = await beginToEnter();
    const other = await beginToEnter();
    const answer = device.use(options);
    expect((await ask(undefined, "POST", "/session/passkey", { answer })).status).toBe(401);
    expect((await ask(other.cookies, "POST", "/session/passkey", { answer })).status).toBe(401);
    expect((await ask(cookies, "POST", "/session/passkey", { answer })).status).toBe(200);
    expect((await ask(cookies, "POST", "/session/passkey", { answer })).status).toBe(401);
    const third = await beginToEnter();
    expect((await ask(third.cookies, "POST", "/session/passkey", { answer: device.use(options) })).status).toBe(401);
    expect((await ask(third.cookies, "POST", "/session/passkey", { answer: device.use(third.options) })).status).toBe(401);
  });

  test("is good for five minutes", async () => {
    const { add, ask, device, beginToEnter } = await somebody();
    await add();
    const { options, cookies } = await beginToEnter();
    await at.asOwner("update auth.begun set expires_at = now()");
    expect((await ask(cookies, "POST", "/session/passkey", { answer: device.use(options) })).status).toBe(401);
  });

  test("of one account adds nothing to another, and one for signing in adds nothing", async () => {
    const [one, two] = [await somebody(), await somebody()];
    const theirs = await two.beginToAdd();
    expect((await one.ask(`${one.cookie}; ${theirs.cookies}`, "POST", "/account/passkeys", { name: "x", answer: one.device.make(theirs.options) })).status).toBe(409);
    const entering = await one.beginToEnter();
    const moved = entering.cookies.replace("sign_in", "add");
    expect((await one.ask(`${one.cookie}; ${moved}`, "POST", "/account/passkeys", { name: "x", answer: one.device.make(entering.options) })).status).toBe(409);
    expect(((await (await one.ask(one.cookie, "GET", "/account/passkeys")).json()) as { passkeys: object[] }).passkeys).toEqual([]);
  });

  test("lies in no place where a script of the page, or a look into the database, finds what it is answered with", async () => {
    const { ask, beginToEnter } = await somebody();
    const began = await ask(undefined, "POST", "/session/passkey/begin", {});
    expect(began.headers.getSetCookie()[0]).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
    const { cookies } = await beginToEnter();
    expect(JSON.stringify(await at.asOwner("select encode(token_hash, 'escape'), details from auth.begun"))).not.toContain(cookies.split("=")[1]);
  });
});

describe("signing in with a passkey", () => {
  test("keeps no session that was brought along", async () => {
    const { add, ask, device, beginToEnter } = await somebody();
    await add();
    const { options, cookies } = await beginToEnter();
    const planted = `remit_session=${"x".repeat(43)}`;
    const entered = await ask(`${planted}; ${cookies}`, "POST", "/session/passkey", { answer: device.use(options) });
    expect(cookiesOf(entered)).not.toContain("x".repeat(43));
    expect((await ask(planted, "GET", "/session")).status).toBe(401);
  });

  test("answers an unknown passkey and a wrong signature alike", async () => {
    const { add, ask, device, beginToEnter } = await somebody();
    await add();
    const answers = await Promise.all(
      [passkeyDevice("remit.test", SITE), device].map(async (used) => {
        const { cookies } = await beginToEnter();
        const said = await ask(cookies, "POST", "/session/passkey", { answer: used.use({ challenge: "YW5vdGhlcg" }) });
        return [said.status, await said.text()];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  test("is told apart from an address that can have none", async () => {
    const { ask, ana } = await house({ url: "http://remit.test" });
    const refused = await ask(undefined, "POST", "/session/passkey/begin", {});
    expect([refused.status, ((await refused.json()) as { detail: string }).detail]).toEqual([409, expect.stringContaining("REMIT_URL")]);
    expect(await (await ask(ana.cookie, "GET", "/account/passkeys")).json()).toMatchObject({ possible: false, instead: null });
    const own = await house({ url: "http://127.0.0.1:4870" });
    expect(await (await own.ask(own.ana.cookie, "GET", "/account/passkeys")).json()).toMatchObject({ possible: false, instead: "http://localhost:4870" });
    expect(await (await own.ask(own.ana.cookie, "GET", "/account/passkeys", undefined, { host: "localhost:4870" })).json()).toMatchObject({ possible: true });
  });
});

test("a password that is changed leaves the session as strong as it was signed in", async () => {
  const { ask, add, enter, account } = await somebody();
  await add();
  const entered = cookiesOf(await enter());
  const changed = await ask(entered, "PUT", "/account/password", { current: PASSWORD, password: "another four words" });
  expect(changed.status).toBe(204);
  expect(await how(account)).toEqual(["passkey"]);
});
