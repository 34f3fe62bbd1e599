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

/** Somebody with an address; whoever reads their letters gets `byLetter`, a session that showed one factor. */
async function somebody() {
  const { ask, signIn, letter } = await house({ url: SITE, mails: true });
  const who = await signIn("Somebody");
  const email = `weaker${++count}@example.org`;
  await at.asOwner("update auth.account set email = $2, email_verified = true where id = $1", [who.account, email]);
  const byLetter = async (code?: string): Promise<string> => {
    await ask(undefined, "POST", "/session/link", { email });
    const token = /#link=([\w-]+)/.exec((await letter())?.text ?? "")?.[1];
    return cookiesOf(await ask(undefined, "POST", "/session/link/use", { token, ...(code === undefined ? {} : { code }) }));
  };
  const add = async (cookie: string, more: object = {}, device = passkeyDevice("remit.test", SITE)) => {
    const began = await ask(cookie, "POST", "/account/passkeys/begin", more);
    if (began.status !== 200) return began;
    const { options } = (await began.json()) as { options: Question };
    return ask(`${cookie}; ${cookiesOf(began)}`, "POST", "/account/passkeys", { name: "A telephone", answer: device.make(options) });
  };
  const enter = async (device: ReturnType<typeof passkeyDevice>): Promise<string> => {
    const began = await ask(undefined, "POST", "/session/passkey/begin", {});
    const { options } = (await began.json()) as { options: Question };
    return cookiesOf(await ask(cookiesOf(began), "POST", "/session/passkey", { answer: device.use(options) }));
  };
  const authenticator = async (cookie: string) => {
    await ask(cookie, "PUT", "/account/password", { password: PASSWORD });
    const { uri } = (await (await ask(cookie, "POST", "/account/second-factor", { password: PASSWORD })).json()) as { uri: string };
    return uri;
  };
  return { ...who, email, ask, byLetter, add, enter, authenticator };
}
const said = async (answer: Response | Promise<Response>) => {
  const one = await answer;
  return [one.status, one.status < 300 ? "" : ((await one.json()) as { code?: string }).code];
};
const how = async (account: string) => (await at.asOwner<{ how: string }>("select how from auth.session where account_id = $1 order by created_at desc, how", [account])).map((row) => row.how);
const REFUSED = [403, "show-factor"];

describe("whoever shows less than an account with a second factor asks for", () => {
  test("adds no way in, takes none away, and sets no first password", async () => {
    const { ask, cookie, byLetter, add, enter, account } = await somebody();
    const device = passkeyDevice("remit.test", SITE);
    const { id } = (await (await add(cookie, {}, device)).json()) as { id: string };
    const weaker = await byLetter();
    expect(await how(account)).toEqual(["link", "passkey"]);
    const refused = await ask(weaker, "POST", "/account/passkeys/begin", {});
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: "show-factor", detail: expect.stringMatching(/sign in with your passkey or with a code/) });
    expect(await said(ask(weaker, "PUT", "/account/password", { password: PASSWORD }))).toEqual(REFUSED);
    expect(await said(ask(weaker, "DELETE", `/account/passkeys/${id}`, {}))).toEqual(REFUSED);
    expect(await said(ask(weaker, "POST", "/account/second-factor", {}))).toEqual(REFUSED);
    expect(await said(ask(weaker, "PATCH", "/account", { email: "theirs@example.org" }))).toEqual(REFUSED);
    expect((await ask(weaker, "PATCH", "/account", { name: "Somebody else" })).status).toBe(204);
    await at.asOwner("update auth.session set how = 'sso', domain = 'example.org' where account_id = $1 and how = 'link'", [account]);
    expect(await said(add(weaker))).toEqual(REFUSED);
    // With the passkey everything of it is allowed.
    const strong = await enter(device);
    expect((await add(strong)).status).toBe(201);
    expect((await ask(strong, "PUT", "/account/password", { password: PASSWORD })).status).toBe(204);
  });

  test("gives a fresh code of the authenticator with the request instead, which counts once", async () => {
    const { ask, cookie, authenticator, add, account } = await somebody();
    const uri = await authenticator(cookie);
    const now = Date.now();
    const mine = cookiesOf(await ask(cookie, "POST", "/account/second-factor/confirm", { code: totp(uri, now - 30_000) })) || cookie;
    await at.asOwner("update auth.session set how = 'password' where account_id = $1", [account]);
    for (const [method, path] of [["POST", "/account/passkeys/begin"], ["POST", "/account/backup-codes"], ["DELETE", "/account/second-factor"]] as const) {
      expect(await said(ask(mine, method, path, { password: PASSWORD }))).toEqual(REFUSED);
      expect(await said(ask(mine, method, path, { password: PASSWORD, code: "000000" }))).toEqual(REFUSED);
    }
    const code = totp(uri, now);
    expect((await add(mine, { password: PASSWORD, code })).status).toBe(201);
    expect(await said(add(mine, { password: PASSWORD, code }))).toEqual(REFUSED);
    expect(await how(account)).toEqual(["password"]);
    expect((await ask(mine, "DELETE", "/account/second-factor", { password: PASSWORD, code: totp(uri, now + 30_000) })).status).toBe(204);
  });

  test("finishes nothing that was begun before there was a second factor", async () => {
    const { ask, cookie, byLetter, add, authenticator } = await somebody();
    const weaker = await byLetter();
    const began = await ask(weaker, "POST", "/account/passkeys/begin", {});
    const { options } = (await began.json()) as { options: Question };
    // What is begun again elsewhere would take its place.
    const [kept] = await at.asOwner<{ token_hash: Buffer }>("select token_hash from auth.begun where what = 'passkey.add' order by expires_at desc limit 1");
    const uri = await authenticator(weaker);
    await at.asOwner("update auth.begun set what = 'passkey.kept' where token_hash = $1", [kept?.token_hash]);
    expect((await add(cookie, { password: PASSWORD })).status).toBe(201);
    await at.asOwner("update auth.begun set what = 'passkey.add' where token_hash = $1", [kept?.token_hash]);
    expect(await said(ask(`${weaker}; ${cookiesOf(began)}`, "POST", "/account/passkeys", { name: "x", answer: passkeyDevice("remit.test", SITE).make(options) }))).toEqual(REFUSED);
    expect(await said(ask(weaker, "POST", "/account/second-factor/confirm", { code: totp(uri) }))).toEqual(REFUSED);
  });
});

describe("the code that confirms an authenticator", () => {
  test("counts as used, and one used at sign-in raises no other session", async () => {
    const { ask, cookie, email, authenticator, account } = await somebody();
    const uri = await authenticator(cookie);
    const now = Date.now();
    const first = totp(uri, now - 30_000);
    expect((await ask(cookie, "POST", "/account/second-factor/confirm", { code: first })).status).toBe(204);
    const enter = async (code: string) => ask(cookiesOf(await ask(undefined, "POST", "/session/password", { email, password: PASSWORD })), "POST", "/session/second-factor", { code });
    expect(await said(enter(first))).toEqual([401, "used"]);
    const code = totp(uri, now);
    const entered = await enter(code);
    expect(entered.status).toBe(200);
    const lesser = cookiesOf(entered);
    await at.asOwner("update auth.session set how = 'password' where account_id = $1", [account]);
    expect((await ask(lesser, "POST", "/account/second-factor/confirm", { code })).status).toBe(422);
    expect(new Set(await how(account))).toEqual(new Set(["password"]));
    expect((await ask(lesser, "POST", "/account/second-factor/confirm", { code: totp(uri, now + 30_000) })).status).toBe(204);
    expect(await how(account)).toContain("code");
  });
});
