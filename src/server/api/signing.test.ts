import { describe, expect, test } from "vitest";
import { randomUUID } from "node:crypto";
import { totp } from "../../../test/authenticator.ts";
import { testDatabase } from "../../../test/database.ts";
import { cookiesOf } from "../../../test/house.ts";
import { passkeyDevice, type Question } from "../../../test/passkey-device.ts";
import { NOTHING_BLOCKS, PASSWORD, signers } from "../../../test/signers.ts";

const at = testDatabase();
const two = signers(at);
const code = async (answer: Response): Promise<string> => `${answer.status} ${((await answer.json()) as { code?: string }).code ?? ""}`;

describe("a signature", () => {
  test("is by whoever shows once more who they are: a password, with the code where there is an authenticator", async () => {
    const { ana, ben, anna, pia, named, offer, sign, ask, read } = await two();
    await named();
    await offer();
    for (const wrong of [{ password: undefined }, { password: "not the four words" }]) expect(await code(await sign(ana, 1, anna, wrong))).toBe("403 prove");
    const { uri } = (await (await ask(ben.cookie, "POST", "/account/second-factor", { password: "four plain words here" })).json()) as { uri: string };
    const confirmed = await ask(ben.cookie, "POST", "/account/second-factor/confirm", { code: totp(uri) });
    const here = { ...ben, cookie: cookiesOf(confirmed) };
    await at.asOwner("delete from auth.used_code");
    expect(await code(await sign(here, 1, pia))).toBe("403 prove");
    expect(await code(await sign(here, 1, pia, { code: "000000" }))).toBe("403 prove");
    expect((await sign(here, 1, pia, { code: totp(uri) })).status).toBe(200);
    expect((await sign(ana, 1, anna)).status).toBe(200);
    expect((await read<{ signatures: { how: string }[] }>(ana, "/versions/1")).signatures.map(({ how }) => how)).toEqual(["password and code", "password"]);
  });

  test("is by a passkey of one's own, to a question asked just now in this browser", async () => {
    const SITE = "https://remit.test";
    const { ana, ben, anna, pia, named, offer, post, ask, digestOf } = await two({ url: SITE });
    await named();
    await offer();
    const device = async (who: typeof ana) => {
      const made = passkeyDevice("remit.test", SITE);
      const begun = await ask(who.cookie, "POST", "/account/passkeys/begin", { password: PASSWORD });
      const { options } = (await begun.json()) as { options: Question };
      expect((await ask(`${who.cookie}; ${cookiesOf(begun)}`, "POST", "/account/passkeys", { name: "Mine", answer: made.make(options) })).status).toBe(201);
      return made;
    };
    const [mine, theirs] = [await device(ana), await device(ben)];
    const signed = async (who: typeof ana, person: string, by: typeof mine, from = who) => {
      const begun = await post(from, "/versions/1/sign/begin", {});
      const { options } = (await begun.json()) as { options: Question };
      return post({ ...who, cookie: `${who.cookie}; ${cookiesOf(begun)}` }, "/versions/1/sign", { id: randomUUID(), person, digest: await digestOf(1), intent: "I agree", passkey: by.use(options) });
    };
    expect(await code(await signed(ana, anna, theirs))).toBe("403 prove");
    expect(await code(await signed(ana, anna, mine, ben))).toBe("403 prove");
    expect((await signed(ana, anna, mine)).status).toBe(200);
    expect((await signed(ben, pia, theirs)).status).toBe(200);
  });

  test("is stopped after five wrong passwords", async () => {
    const { ana, anna, named, offer, sign } = await two();
    await named();
    await offer();
    for (let i = 0; i < 5; i++) expect((await sign(ana, 1, anna, { password: "not the four words" })).status).toBe(403);
    expect((await sign(ana, 1, anna)).status).toBe(403);
  });

  test("by single sign-on counts for five minutes, and a session that is merely open never", async () => {
    const { ana, anna, named, offer, sign } = await two();
    await named();
    await offer();
    const without = { password: undefined };
    expect(await code(await sign(ana, 1, anna, without))).toBe("403 prove");
    await at.asOwner("update auth.session set how = 'sso', domain = 'alder.example', created_at = now() - interval '6 minutes' where account_id = $1", [ana.account]);
    expect(await code(await sign(ana, 1, anna, without))).toBe("403 prove");
    await at.asOwner("update auth.session set created_at = now() - interval '4 minutes' where account_id = $1", [ana.account]);
    expect((await sign(ana, 1, anna, without)).status).toBe(200);
  });

  test("is to the text that was read and no other: what changed is told", async () => {
    const { ana, ben, anna, inForce, offer, edit, sign, digestOf } = await two();
    await inForce();
    await edit(ben, "A new title for the row");
    await offer();
    const answer = await sign(ana, 2, anna, { digest: await digestOf(1) });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: "other-text", known: ["A new title for the row"] });
    expect(await code(await sign(ana, 2, anna, { digest: "0".repeat(64) }))).toBe("409 other-text");
  });

  test("is made once, even by two at the same moment", async () => {
    const { ana, anna, named, offer, sign } = await two();
    await named();
    await offer();
    expect((await Promise.all([sign(ana, 1, anna), sign(ana, 1, anna)])).map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await code(await sign(ana, 1, anna))).toBe("409 signed-already");
  });

  test("of the last two at the same moment completes it once", async () => {
    const { ana, ben, anna, pia, named, offer, sign, seen } = await two();
    await named();
    await offer();
    const done = await Promise.all([sign(ana, 1, anna), sign(ben, 1, pia)]);
    expect((await Promise.all(done.map((answer) => answer.json() as Promise<{ complete: boolean }>))).filter(({ complete }) => complete)).toHaveLength(1);
    expect((await seen()).serving?.number).toBe(1);
  });

  test("is never one party's for the other, whoever names whom", async () => {
    const { ana, ben, anna, pia, client, provider, named, name, offer, sign, member, settle } = await two();
    expect(await code(await name(ana, provider, [pia]))).toBe("403 may-not");
    expect(await code(await name(ana, client, [pia]))).toBe("409 not-of-party");
    await named();
    await offer();
    expect(await code(await sign(ana, 1, pia))).toBe("403 not-signatory");
    // Not even as a member of that person's name on the other side, or one nobody has proved.
    const eve = await settle(await member("owner", client), client, pia);
    expect(await code(await sign(eve, 1, pia))).toBe("403 not-signatory");
    const own = await settle(await member("viewer", provider), provider, pia);
    await at.asOwner("update remit.member set proved = false where account_id = $1", [own.account]);
    expect(await code(await sign(own, 1, pia))).toBe("403 not-signatory");
    await at.asOwner("update remit.member set proved = true where account_id = $1", [own.account]);
    expect((await sign(own, 1, pia)).status).toBe(200);
    expect(await code(await sign(ben, 1, pia))).toBe("409 signed-already");
    expect((await sign(ana, 1, anna)).status).toBe(200);
  });

  test("of somebody removed, or gone, in between is refused, and the version says who is missing", async () => {
    const { ana, ben, anna, pia, paul, provider, named, name, offer, sign, seen } = await two();
    await named();
    await offer();
    await name(ben, provider, [paul]);
    expect(await code(await sign(ben, 1, pia))).toBe("403 not-signatory");
    expect((await seen()).versions[0]?.seats.find(({ person }) => person === pia)?.missing).toBe("removed");
    await name(ben, provider, [pia]);
    expect((await seen()).versions[0]?.seats.find(({ person }) => person === pia)?.missing).toBeNull();
    await at.asOwner("update remit.member set until = now() where account_id = $1", [ben.account]);
    expect((await sign(ben, 1, pia)).status).toBe(404);
    expect((await seen(ana)).versions[0]?.seats.find(({ person }) => person === pia)?.missing).toBe("nobody");
    expect((await sign(ana, 1, anna)).status).toBe(200);
  });

  test("has the time of the database, whatever a program's clock says", async () => {
    const { ana, anna, named, offer, sign, read } = await two();
    await named();
    await offer();
    expect((await sign(ana, 1, anna, { at: "2001-01-01T00:00:00.000Z" })).status).toBe(200);
    const [signature] = (await read<{ signatures: { at: string; address: string | null }[] }>(ana, "/versions/1")).signatures;
    expect(Math.abs(Date.parse(signature?.at ?? "") - Date.now())).toBeLessThan(60_000);
  });

  test("comes in the order that was wanted", async () => {
    const { ana, ben, anna, pia, client, provider, named, offer, sign, send } = await two();
    expect((await send(ana, "PUT", "/sign-policy", { id: randomUUID(), inOrder: [provider, client], weights: NOTHING_BLOCKS })).status).toBe(204);
    await named();
    await offer();
    expect(await code(await sign(ana, 1, anna))).toBe("409 not-turn");
    expect((await sign(ben, 1, pia)).status).toBe(200);
    expect((await sign(ana, 1, anna)).status).toBe(200);
  });

  test("is handed on within the party only, once, and by whose it is", async () => {
    const { ana, ben, anna, pia, paul, clara, provider, named, offer, sign, post, member, settle, read } = await two();
    await named();
    await offer();
    const hand = (who: typeof ana, to: string) => post(who, "/versions/1/delegate", { id: randomUUID(), person: pia, to });
    expect(await code(await hand(ana, paul))).toBe("403 not-signatory");
    expect(await code(await hand(ben, clara))).toBe("409 not-of-party");
    expect(await code(await hand(ben, anna))).toBe("409 not-of-party");
    expect((await hand(ben, paul)).status).toBe(200);
    expect(await code(await sign(ben, 1, pia))).toBe("403 not-signatory");
    const other = await settle(await member("viewer", provider), provider, paul);
    expect(await code(await hand(other, "nobody"))).toBe("409 not-of-party");
    expect((await sign(other, 1, pia)).status).toBe(200);
    expect(await read(ana, "/versions/1")).toMatchObject({ signatures: [{ person: pia, delegate: paul }] });
  });
});
