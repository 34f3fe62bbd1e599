import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";

const at = testDatabase();
const house = houses(at);
const PASSWORD = "four plain words here";
let count = 0;
const tokenIn = (text: string | undefined): string => /account#address=(\S+)/.exec(text ?? "")?.[1] ?? "";

async function somebody() {
  const made = await house({ mails: true });
  const { ask, signIn } = made;
  const who = await signIn("Ana");
  const [old, fresh] = [`old${++count}@example.org`, `new${count}@example.org`];
  // The first address is nobody's to lose.
  expect((await ask(who.cookie, "PATCH", "/account", { email: old })).status).toBe(204);
  const first = await made.letter();
  await at.asOwner("delete from auth.outbox");
  expect((await ask(who.cookie, "PUT", "/account/password", { password: PASSWORD })).status).toBe(204);
  const change = (email = fresh) => ask(who.cookie, "PATCH", "/account", { email, password: PASSWORD });
  const confirm = (token: string, cookie = who.cookie) => ask(cookie, "POST", "/account/address", { token });
  const address = async () => ((await (await ask(who.cookie, "GET", "/account")).json()) as { email: string; emailVerified: boolean });
  return { ...made, ...who, old, fresh, first, change, confirm, address };
}

describe("a new e-mail address", () => {
  test("counts once the link in its letter box is followed by whoever asked for it, and the old one is told", async () => {
    const { change, confirm, address, letter, old, fresh, ask } = await somebody();
    const asked = await change();
    expect([asked.status, await asked.json()]).toEqual([202, { confirm: fresh }]);
    expect(await address()).toMatchObject({ email: old, emailVerified: false });
    const sent = await letter();
    expect(sent?.to).toBe(fresh);
    expect((await confirm(tokenIn(sent?.text))).status).toBe(204);
    expect(await address()).toMatchObject({ email: fresh, emailVerified: true });
    expect(await letter()).toMatchObject({ to: old, text: expect.not.stringContaining(fresh) });
    expect((await ask(undefined, "POST", "/session/password", { email: fresh, password: PASSWORD })).status).toBe(200);
    expect((await ask(undefined, "POST", "/session/password", { email: old, password: PASSWORD })).status).toBe(401);
    expect((await confirm(tokenIn(sent?.text))).status).toBe(410);
  });

  test("wants the password, and lets the name be changed without a letter", async () => {
    const { ask, cookie, letter, fresh, address } = await somebody();
    expect((await ask(cookie, "PATCH", "/account", { email: fresh })).status).toBe(403);
    expect((await ask(cookie, "PATCH", "/account", { name: "Ana Alder" })).status).toBe(204);
    expect(await letter()).toBeUndefined();
    expect(await address()).toMatchObject({ name: "Ana Alder" });
  });

  test("is confirmed by nobody else, not late, and only by the newest letter", async () => {
    const one = await somebody();
    const other = await one.signIn("Somebody else");
    await one.change();
    const first = tokenIn((await one.letter())?.text);
    expect((await one.confirm(first, other.cookie)).status).toBe(410);
    expect((await one.ask(undefined, "POST", "/account/address", { token: first })).status).toBe(401);
    await one.change(`other${count}@example.org`);
    const second = tokenIn((await one.letter())?.text);
    expect((await one.confirm(first)).status).toBe(410);
    await at.asOwner("update auth.begun set expires_at = now()");
    expect((await one.confirm(second)).status).toBe(410);
    expect(await one.address()).toMatchObject({ email: one.old });
  });

  test("that is somebody else's is answered like a free one, and no letter goes to them", async () => {
    const [one, two] = [await somebody(), await somebody()];
    const [free, taken] = [await one.change(), await one.change(two.old)];
    expect([taken.status, await taken.json()]).toEqual([free.status, { confirm: two.old }]);
    expect((await one.letter())?.to).toBe(one.fresh);
    expect(await one.letter()).toBeUndefined();
  });

  test("that somebody else takes meanwhile stays theirs, and the link can be used later", async () => {
    const { change, confirm, letter, fresh, signIn, address, old } = await somebody();
    await change();
    const token = tokenIn((await letter())?.text);
    const other = await signIn("Faster");
    await at.asOwner("update auth.account set email = $1 where id = $2", [fresh, other.account]);
    expect((await confirm(token)).status).toBe(409);
    expect(await letter()).toBeUndefined();
    expect(await address()).toMatchObject({ email: old });
    await at.asOwner("update auth.account set email = null where id = $1", [other.account]);
    expect((await confirm(token)).status).toBe(204);
  });

  test("ends the links to sign in that lie in the old letter box", async () => {
    const { ask, change, confirm, letter, old } = await somebody();
    await ask(undefined, "POST", "/session/link", { email: old });
    const link = /enter#link=(\S+)/.exec((await letter())?.text ?? "")?.[1] ?? "";
    await change();
    await confirm(tokenIn((await letter())?.text));
    expect((await ask(undefined, "POST", "/session/link/use", { token: link })).status).toBe(401);
  });

  test("fills no letter box", async () => {
    const { change } = await somebody();
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await change()).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
  });
});

describe("the first address of an account", () => {
  test("counts at once, and is confirmed by the link that is sent to it; nobody is told farewell", async () => {
    const { first, old, confirm, address, letter, cookie } = await somebody();
    expect(first).toMatchObject({ to: old, subject: "Confirm your address in Remit" });
    expect(await address()).toMatchObject({ email: old, emailVerified: false });
    expect((await confirm(tokenIn(first?.text), cookie)).status).toBe(204);
    expect(await address()).toMatchObject({ email: old, emailVerified: true });
    expect(await letter()).toBeUndefined();
  });

  test("is sent its link again, not without end, and not once it is confirmed", async () => {
    const { ask, cookie, first, letter, confirm, address } = await somebody();
    const again = () => ask(cookie, "POST", "/account/address/letter", {});
    expect((await again()).status).toBe(202);
    expect((await confirm(tokenIn(first?.text))).status).toBe(410);
    expect((await confirm(tokenIn((await letter())?.text))).status).toBe(204);
    expect(await address()).toMatchObject({ emailVerified: true });
    expect((await again()).status).toBe(409);
    await at.asOwner("update auth.account set email_verified = false");
    const statuses = [];
    for (let i = 0; i < 8; i++) statuses.push((await again()).status);
    expect(statuses.at(-1)).toBe(429);
  });

  test("asks nothing where this Remit sends no e-mail", async () => {
    const { ask, signIn, letter } = await house();
    const who = await signIn("Ben");
    expect((await ask(who.cookie, "PATCH", "/account", { email: `ben${++count}@example.org` })).status).toBe(204);
    expect(await letter()).toBeUndefined();
    expect((await ask(who.cookie, "POST", "/account/address/letter", {})).status).toBe(409);
  });
});
