import { describe, expect, test } from "vitest";
import { totp } from "../../../test/authenticator.ts";
import { testDatabase } from "../../../test/database.ts";
import { cookiesOf, houses } from "../../../test/house.ts";

const at = testDatabase();
const house = houses(at);
const PASSWORD = "four plain words here";
let count = 0;

/** Somebody with an address and a password, and the means to ask. */
async function person(mails = false) {
  const { ask, signIn, letter } = await house({ mails });
  const email = `somebody${++count}@example.org`;
  const { cookie, account } = await signIn("Somebody");
  expect((await ask(cookie, "PATCH", "/account", { email })).status).toBe(204);
  const set = await ask(cookie, "PUT", "/account/password", { password: PASSWORD });
  expect(set.status).toBe(204);
  const enter = (password = PASSWORD) => ask(undefined, "POST", "/session/password", { email, password });
  // A first address is asked to confirm itself.
  if (mails) expect((await letter())?.to).toBe(email);
  return { ask, email, cookie, account, enter, letter, signIn };
}
/** The same with an authenticator. The first code is used up for confirming, so the next one is of the next half minute. */
async function withSecondFactor(mails = false) {
  const who = await person(mails);
  const { ask, cookie } = who;
  const offer = (await (await ask(cookie, "POST", "/account/second-factor", { password: PASSWORD })).json()) as { uri: string; backupCodes: string[] };
  // The code of the half minute before: the one of now is left for signing in.
  const confirmed = await ask(cookie, "POST", "/account/second-factor/confirm", { code: totp(offer.uri, Date.now() - 30_000) });
  expect(confirmed.status).toBe(204);
  return { ...who, ...offer, cookie: cookiesOf(confirmed) || cookie };
}

describe("signing in", () => {
  test("with address and password begins a session of its own, and never keeps one that was brought along", async () => {
    const { ask, email, enter } = await person();
    const answer = await enter();
    expect(await answer.json()).toMatchObject({ email, name: "Somebody" });
    const planted = `remit_session=${"x".repeat(43)}`;
    const again = await ask(planted, "POST", "/session/password", { email, password: PASSWORD });
    expect(cookiesOf(again)).not.toContain("x".repeat(43));
    expect((await ask(planted, "GET", "/session")).status).toBe(401);
    expect((await ask(cookiesOf(again), "GET", "/session")).status).toBe(200);
    expect(cookiesOf(again)).not.toBe(cookiesOf(answer));
  });

  test("answers the same for a wrong password and for somebody unknown", async () => {
    const { ask, enter } = await person();
    const [wrong, unknown] = [await enter("not the four words"), await ask(undefined, "POST", "/session/password", { email: "nobody@example.org", password: PASSWORD })];
    expect([wrong.status, await wrong.text()]).toEqual([unknown.status, await unknown.text()]);
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  test("takes as long for somebody unknown, and for an account without a password, as for a wrong one", async () => {
    const { ask, email, signIn } = await person();
    const without = await signIn("Without a password");
    await ask(without.cookie, "PATCH", "/account", { email: "without@example.org" });
    const took = async (address: string): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < 7; i++) {
        await at.asOwner("delete from auth.attempt");
        const began = performance.now();
        expect((await ask(undefined, "POST", "/session/password", { email: address, password: "not the four words" })).status).toBe(401);
        times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b)[3] ?? 0;
    };
    const wrong = await took(email);
    for (const address of ["nobody@example.org", "without@example.org"]) expect((await took(address)) / wrong).toBeGreaterThan(0.5);
  });

  test("stops after five wrong passwords, even for the right one, and begins anew a quarter of an hour later", async () => {
    const { enter } = await person();
    for (let i = 0; i < 5; i++) expect((await enter("not the four words")).status).toBe(401);
    expect((await enter()).status).toBe(429);
    await at.asOwner("update auth.attempt set locked_until = now() - interval '1 second', first_at = first_at - interval '1 hour'");
    expect((await enter()).status).toBe(200);
  });

  test("takes a second factor where there is one, each code once", async () => {
    const { ask, enter, uri } = await withSecondFactor();
    const half = await enter();
    expect([half.status, await half.json()]).toEqual([202, { next: "second-factor" }]);
    expect((await ask(cookiesOf(half), "GET", "/session")).status).toBe(401);
    const code = totp(uri);
    expect((await ask(cookiesOf(half), "POST", "/session/second-factor", { code: code === "000000" ? "111111" : "000000" })).status).toBe(401);
    const whole = await ask(cookiesOf(half), "POST", "/session/second-factor", { code });
    expect(whole.status).toBe(200);
    expect((await ask(cookiesOf(whole), "GET", "/session")).status).toBe(200);
    // The same half minute, another browser: the library would take it again.
    const other = await enter();
    const replayed = await ask(cookiesOf(other), "POST", "/session/second-factor", { code });
    expect([replayed.status, replayed.headers.getSetCookie()]).toEqual([401, []]);
    expect(await replayed.json()).toMatchObject({ code: "used" });
  });

  test("two browsers that send one code at the same moment: one is signed in", async () => {
    const { ask, enter, uri } = await withSecondFactor();
    const [one, two] = [await enter(), await enter()];
    const code = totp(uri);
    const answers = await Promise.all([one, two].map((half) => ask(cookiesOf(half), "POST", "/session/second-factor", { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  test("takes each backup code once", async () => {
    const { ask, enter, backupCodes } = await withSecondFactor();
    const [code] = backupCodes;
    for (const status of [200, 401]) expect((await ask(cookiesOf(await enter()), "POST", "/session/second-factor", { code, backup: true })).status).toBe(status);
  });

  test("guesses of codes come to nothing", async () => {
    const { ask, enter, uri } = await withSecondFactor();
    const half = await enter();
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++) statuses.push((await ask(cookiesOf(half), "POST", "/session/second-factor", { code: `00000${i}` })).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await ask(cookiesOf(half), "POST", "/session/second-factor", { code: totp(uri) })).status).toBe(429);
  });
});

describe("a link by e-mail", () => {
  const tokenIn = (text: string | undefined): string => /enter#link=(\S+)/.exec(text ?? "")?.[1] ?? "";

  test("signs in once; an older one is worth nothing beside a newer", async () => {
    const { ask, email, letter } = await person(true);
    await ask(undefined, "POST", "/session/link", { email });
    const first = tokenIn((await letter())?.text);
    await ask(undefined, "POST", "/session/link", { email });
    const second = tokenIn((await letter())?.text);
    expect((await ask(undefined, "POST", "/session/link/use", { token: first })).status).toBe(401);
    const used = await ask(undefined, "POST", "/session/link/use", { token: second });
    expect((await ask(cookiesOf(used), "GET", "/session")).status).toBe(200);
    expect((await ask(undefined, "POST", "/session/link/use", { token: second })).status).toBe(401);
  });

  test("is not sent to somebody unknown, who is answered like everybody", async () => {
    const { ask, letter, email } = await person(true);
    const [known, unknown] = [await ask(undefined, "POST", "/session/link", { email }), await ask(undefined, "POST", "/session/link", { email: "stranger@example.org" })];
    expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()]);
    expect((await letter())?.to).toBe(email);
    expect(await letter()).toBeUndefined();
  });

  test("does not fill a letter box", async () => {
    const { ask, email } = await person(true);
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await ask(undefined, "POST", "/session/link", { email })).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
  });

  test("does not stand in for the second factor, and a wrong code does not use it up", async () => {
    const { ask, email, letter, uri } = await withSecondFactor(true);
    await ask(undefined, "POST", "/session/link", { email });
    const token = tokenIn((await letter())?.text);
    expect((await ask(undefined, "POST", "/session/link/use", { token })).status).toBe(202);
    const code = totp(uri);
    expect((await ask(undefined, "POST", "/session/link/use", { token, code: code === "000000" ? "111111" : "000000" })).status).toBe(401);
    const used = await ask(undefined, "POST", "/session/link/use", { token, code });
    expect((await ask(cookiesOf(used), "GET", "/session")).status).toBe(200);
    expect(await at.asOwner("select 1 from auth.session where expires_at < now() + interval '5 minutes'")).toEqual([]);
  });

  test("is refused where no e-mail is sent", async () => {
    const { ask, email } = await person();
    expect((await ask(undefined, "POST", "/session/link", { email })).status).toBe(409);
  });
});

describe("one's own account", () => {
  test("changes its password only for who knows it, and signs all other browsers out", async () => {
    const { ask, enter } = await person();
    const [here, there] = [cookiesOf(await enter()), cookiesOf(await enter())];
    expect((await ask(here, "PUT", "/account/password", { password: "another four words" })).status).toBe(403);
    expect((await ask(here, "PUT", "/account/password", { current: "not the four words", password: "another four words" })).status).toBe(403);
    const changed = await ask(here, "PUT", "/account/password", { current: PASSWORD, password: "another four words" });
    expect(changed.status).toBe(204);
    expect((await ask(there, "GET", "/session")).status).toBe(401);
    expect((await ask(cookiesOf(changed), "GET", "/session")).status).toBe(200);
    expect((await enter("another four words")).status).toBe(200);
  });

  test("changes its address only for who knows the password, and never to somebody else's", async () => {
    const [one, two] = [await person(), await person()];
    expect((await one.ask(one.cookie, "PATCH", "/account", { email: "new@example.org" })).status).toBe(403);
    expect((await one.ask(one.cookie, "PATCH", "/account", { email: two.email, password: PASSWORD })).status).toBe(422);
    expect((await one.ask(one.cookie, "PATCH", "/account", { email: `new${count}@example.org`, password: PASSWORD })).status).toBe(204);
  });

  test("shows where it is signed in, and ends its own sessions, nobody else's", async () => {
    const [one, two] = [await person(), await person()];
    const other = cookiesOf(await one.enter());
    const { sessions } = (await (await one.ask(other, "GET", "/account/sessions")).json()) as { sessions: { id: string; here: boolean }[] };
    expect(sessions.filter(({ here }) => here)).toHaveLength(1);
    const first = sessions.find(({ here }) => !here)?.id ?? "";
    expect((await two.ask(two.cookie, "DELETE", `/account/sessions/${first}`)).status).toBe(404);
    expect((await one.ask(other, "DELETE", `/account/sessions/${first}`)).status).toBe(204);
    expect((await one.ask(one.cookie, "GET", "/session")).status).toBe(401);
    expect((await one.ask(other, "GET", "/session")).status).toBe(200);
  });

  test("takes its second factor away only for who knows the password", async () => {
    const { ask, cookie, enter } = await withSecondFactor();
    expect((await ask(cookie, "DELETE", "/account/second-factor", {})).status).toBe(403);
    expect((await ask(cookie, "DELETE", "/account/second-factor", { password: PASSWORD })).status).toBe(204);
    expect((await enter()).status).toBe(200);
  });

  test("refuses weak passwords, and takes nothing it was not asked for", async () => {
    const { ask, cookie } = await person();
    for (const password of ["short", "Password12345", "aaaaaaaaaaaaaaaa", "x".repeat(201)]) expect((await ask(cookie, "PUT", "/account/password", { current: PASSWORD, password })).status).toBe(422);
    expect((await ask(cookie, "PATCH", "/account", { name: "Me", secondFactor: false, emailVerified: true })).status).toBe(422);
  });
});
