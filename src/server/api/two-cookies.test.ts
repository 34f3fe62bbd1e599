import { describe, expect, test } from "vitest";
import { totp } from "../../../test/authenticator.ts";
import { testDatabase } from "../../../test/database.ts";
import { cookiesOf, houses } from "../../../test/house.ts";
import { passkeyDevice, type Question } from "../../../test/passkey-device.ts";

const at = testDatabase();
const house = houses(at);
const SITE = "https://remit.test";
const PASSWORDS = ["four plain words here", "mallory own four words"] as const;
let count = 0;

/** Somebody whose account is wanted, and somebody who has a password of their own, both signed in. */
async function two(url: string) {
  const { ask, signIn, guest, workspace, letter } = await house({ url, mails: false });
  const people = [await signIn("Victim"), await signIn("Mallory")] as const;
  for (const [at, { cookie }] of people.entries()) {
    expect((await ask(cookie, "PATCH", "/account", { email: `two${++count}@example.org` })).status).toBe(204);
    expect((await ask(cookie, "PUT", "/account/password", { password: PASSWORDS[at] })).status).toBe(204);
  }
  return { ask, guest, workspace, letter, victim: people[0], mallory: people[1] };
}
const valueOf = (cookie: string): string => cookie.slice(cookie.indexOf("=") + 1);
const tokenOf = (cookie: string): string => decodeURIComponent(valueOf(cookie)).split(".")[0] ?? "";

describe("two sessions in one request", () => {
  for (const url of [SITE, "http://remit.test"])
    test(`are nobody's, however they are written, at ${url}`, async () => {
      const { ask, victim, mallory } = await two(url);
      const [v, m] = [victim.cookie, mallory.cookie];
      const name = v.slice(0, v.indexOf("="));
      for (const both of [`${v}; ${m}`, `${m}; ${v}`, `${v}; ${v}`, `${m}x; ${v}`, `\u00a0${m}; ${v}`, `x=1; \u00a0${m}; ${v}; y=1`, `${name}="${valueOf(m)}x; ${v}`, `${name}=%; ${m}; ${v}`, `${v};${m}`, `${name} =${valueOf(m)}; ${v}`, `${name}; ${v}`, `x="${m}"; ${v}`]) {
        expect((await ask(both, "GET", "/session")).status, both).toBe(401);
        for (const password of PASSWORDS) expect((await ask(both, "PATCH", "/account", { email: "taken@evil.example", password })).status, both).toBe(401);
        expect((await ask(both, "POST", "/account/second-factor", { password: PASSWORDS[1] })).status).toBe(401);
      }
      expect(await at.asOwner("select 1 from auth.account where email = 'taken@evil.example' union all select 1 from auth.second_factor where account_id = any($1)", [[victim.account, mallory.account]])).toEqual([]);
      // Cookies of others beside one's own change nothing.
      for (const one of [`x="1"; ${v}; y={"a":"b"}`, `my_${name}=1; ${v}`, `${v};`]) expect(await (await ask(one, "GET", "/session")).json(), one).toMatchObject({ name: "Victim" });
    });

  test("under https only the name counts that browsers hold to it, under http only the plain one", async () => {
    for (const [url, other] of [[SITE, "remit_session"], ["http://remit.test", "__Secure-remit_session"]] as const) {
      const { ask, victim, mallory } = await two(url);
      const planted = `${other}=${valueOf(victim.cookie)}`;
      expect((await ask(planted, "GET", "/session")).status).toBe(401);
      for (const both of [`${planted}; ${mallory.cookie}`, `${mallory.cookie}; ${planted}`]) {
        expect(await (await ask(both, "GET", "/session")).json()).toMatchObject({ name: "Mallory" });
        expect((await ask(both, "PATCH", "/account", { name: "Mallory", password: PASSWORDS[1] })).status).toBe(204);
      }
      expect(await at.asOwner("select name from auth.account where id = $1", [victim.account])).toEqual([{ name: "Victim" }]);
    }
  });

  test("a token without its signature, or with another one, is nobody's", async () => {
    const { ask, victim, mallory } = await two(SITE);
    const [token, signature] = [tokenOf(victim.cookie), decodeURIComponent(valueOf(mallory.cookie)).split(".")[1] ?? ""];
    for (const value of [token, `${token}.`, `${token}.${signature}`, `${token}.${"A".repeat(43)}=`]) expect((await ask(`__Secure-remit_session=${encodeURIComponent(value)}`, "GET", "/session")).status).toBe(401);
  });

  test("a guest's cookie counts once, too", async () => {
    const { ask, guest, workspace } = await house();
    const gus = await guest();
    const status = async (cookie: string) => (await ask(cookie, "GET", `/workspaces/${workspace}/matrix`)).status;
    expect([await status(gus.cookie), await status(`${gus.cookie}; ${gus.cookie}`), await status(`remit_guest=x; ${gus.cookie}`), await status(`__Secure-${gus.cookie}`)]).toEqual([200, 401, 401, 401]);
  });
});

describe("an authenticator that was begun and never confirmed", () => {
  async function begun() {
    const { ask, signIn, letter } = await house({ url: SITE, mails: true });
    const victim = await signIn("Victim");
    const email = `pending${++count}@example.org`;
    await at.asOwner("update auth.account set email = $2, email_verified = true where id = $1", [victim.account, email]);
    await ask(undefined, "POST", "/session/link", { email });
    const token = /#link=([\w-]+)/.exec((await letter())?.text ?? "")?.[1];
    const weak = cookiesOf(await ask(undefined, "POST", "/session/link/use", { token }));
    const offer = await ask(weak, "POST", "/account/second-factor", {});
    expect(offer.status).toBe(200);
    const { uri } = (await offer.json()) as { uri: string };
    const passkey = async () => {
      const asked = await ask(victim.cookie, "POST", "/account/passkeys/begin", {});
      const { options } = (await asked.json()) as { options: Question };
      expect((await ask(`${victim.cookie}; ${cookiesOf(asked)}`, "POST", "/account/passkeys", { name: "A telephone", answer: passkeyDevice("remit.test", SITE).make(options) })).status).toBe(201);
    };
    const rows = () => at.asOwner<{ verified: boolean }>("select verified from auth.second_factor where account_id = $1", [victim.account]);
    return { ask, victim, weak, uri, passkey, rows };
  }

  test("is not confirmed by finishing a sign-in that was never begun", async () => {
    const { ask, victim, weak, uri } = await begun();
    const answer = await ask(weak, "POST", "/session/second-factor", { code: totp(uri, Date.now()) });
    expect([answer.status, await answer.json()]).toEqual([401, expect.objectContaining({ code: "begin-again" })]);
    expect(await at.asOwner("select second_factor from auth.account where id = $1", [victim.account])).toEqual([{ second_factor: false }]);
  });

  test("ends when another factor is added, and when ten minutes are over", async () => {
    const first = await begun();
    expect(await first.rows()).toEqual([{ verified: false }]);
    await first.passkey();
    expect(await first.rows()).toEqual([]);
    expect((await first.ask(first.weak, "POST", "/account/second-factor/confirm", { code: totp(first.uri, Date.now()) })).status).toBe(403);
    const second = await begun();
    await at.asOwner("update auth.second_factor set begun_at = now() - interval '11 minutes'");
    const late = await second.ask(second.weak, "POST", "/account/second-factor/confirm", { code: totp(second.uri, Date.now()) });
    expect([late.status, await late.json()]).toEqual([422, expect.objectContaining({ detail: expect.stringContaining("begin again") as string })]);
    expect(await second.rows()).toEqual([]);
    // Begun anew it counts from then.
    const third = await begun();
    await at.asOwner("update auth.second_factor set begun_at = now() - interval '11 minutes'");
    const { uri } = (await (await third.ask(third.weak, "POST", "/account/second-factor", {})).json()) as { uri: string };
    expect((await third.ask(third.weak, "POST", "/account/second-factor/confirm", { code: totp(uri, Date.now()) })).status).toBe(204);
    expect(await third.rows()).toEqual([{ verified: true }]);
  });
});
