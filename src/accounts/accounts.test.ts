import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { totp } from "../../test/authenticator.ts";
import { testDatabase } from "../../test/database.ts";
import { actorOf } from "#db/account.ts";
import { ask, type From, type Said } from "./accounts.ts";
import { signedToken } from "./carried.ts";
import { keysFrom } from "./keys.ts";
import { openLibrary, type Library } from "./library.ts";

const at = testDatabase();
const keys = keysFrom(randomBytes(32));
let library: Library;
beforeAll(() => {
  library = openLibrary({ address: at.address, secret: keys.signIn, url: "http://127.0.0.1:4870" });
});
afterAll(() => library.close());

const from = (cookies = ""): From => ({ cookies, address: "192.0.2.7", agent: "test" });
const cookieOf = (said: Said): string => said.cookies.map((one) => one.split(";")[0] ?? "").join("; ");
const PASSWORD = "four plain words here";
let count = 0;
async function person() {
  const email = `person${++count}@example.org`;
  expect((await ask(library, "signUpEmail", from(), { body: { email, password: PASSWORD, name: "Ana" } })).status).toBe(200);
  const signedIn = await ask(library, "signInEmail", from(), { body: { email, password: PASSWORD } });
  return { email, signedIn, cookie: cookieOf(signedIn) };
}
const tokenOf = (cookie: string): string => decodeURIComponent(/remit_session=([^;]+)/.exec(cookie)?.[1] ?? "").split(".")[0] ?? "";
const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

describe("an account", () => {
  test("signs in with its password, and the session is the one the workspaces know", async () => {
    const { email, signedIn, cookie } = await person();
    expect(signedIn.status).toBe(200);
    expect(signedIn.cookies[0]).toMatch(/^remit_session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await actorOf(at.db, hashOf(tokenOf(cookie)))).toMatchObject({ name: "Ana", email });
    expect((await ask(library, "signInEmail", from(), { body: { email, password: "another four words" } })).status).toBe(401);
  });

  test("leaves neither its password nor a working token in the database", async () => {
    const { cookie } = await person();
    const rows = JSON.stringify([await at.asOwner("select * from auth.session"), await at.asOwner("select * from auth.credential"), await at.asOwner("select * from auth.verification")]);
    expect(rows).not.toContain(tokenOf(cookie));
    expect(rows).not.toContain(PASSWORD);
    expect(rows).toContain("$argon2id$");
  });

  test("signs out for good", async () => {
    const { cookie } = await person();
    await ask(library, "signOut", from(cookie));
    expect(await actorOf(at.db, hashOf(tokenOf(cookie)))).toBeUndefined();
  });

  test("that came by a link is signed in for the library as well", async () => {
    const account = await at.person("Owner");
    const token = randomBytes(32).toString("base64url");
    await at.asOwner("insert into auth.session (token_hash, account_id, expires_at) values ($1, $2, now() + interval '1 hour')", [hashOf(token), account]);
    const cookie = `remit_session=${signedToken(token, keys.signIn)}`;
    await at.asOwner("update auth.account set email = 'owner@example.org' where id = $1", [account]);
    expect((await ask(library, "setPassword", from(cookie), { body: { newPassword: PASSWORD } })).status).toBe(200);
    expect((await ask(library, "signInEmail", from(), { body: { email: "owner@example.org", password: PASSWORD } })).status).toBe(200);
    expect((await ask(library, "setPassword", from(cookie.slice(0, -6)), { body: { newPassword: PASSWORD } })).status).toBe(401);
  });

  test("with a second factor is not signed in by its password alone", async () => {
    const { email, cookie } = await person();
    const enabled = await ask(library, "enableTwoFactor", from(cookie), { body: { password: PASSWORD } });
    const uri = String(enabled.body["totpURI"]);
    const confirmed = await ask(library, "verifyTOTP", from(cookie), { body: { code: totp(uri) } });
    expect(confirmed.status).toBe(200);
    const half = await ask(library, "signInEmail", from(), { body: { email, password: PASSWORD } });
    expect(half.body).toMatchObject({ twoFactorRedirect: true });
    expect(cookieOf(half)).not.toMatch(/remit_session=[^;]/);
    const wrong = await ask(library, "verifyTOTP", from(cookieOf(half)), { body: { code: "000000" } });
    expect(wrong.status).toBe(401);
    const whole = await ask(library, "verifyTOTP", from(cookieOf(half)), { body: { code: totp(uri) } });
    expect(whole.status).toBe(200);
    expect(await actorOf(at.db, hashOf(tokenOf(cookieOf(whole))))).toMatchObject({ email, secondFactor: true });
    const rows = JSON.stringify(await at.asOwner("select * from auth.second_factor"));
    expect(rows).not.toContain(new URL(uri).searchParams.get("secret"));
  });
});
