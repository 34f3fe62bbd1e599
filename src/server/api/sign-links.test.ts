import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { signers } from "../../../test/signers.ts";

const at = testDatabase();
const two = signers(at);
const code = async (answer: Response): Promise<string> => `${answer.status} ${((await answer.json()) as { code?: string }).code ?? ""}`;

/** Clara of the client signs besides Ana; she has no account, and her own party entered where she gets codes. */
async function clara() {
  const here = await two();
  const { ana, ben, ask, name, client, provider, anna, pia, clara: person, send, post, offer, letter, digestOf } = here;
  await name(ana, client, [anna, person]);
  await name(ben, provider, [pia]);
  const reach = (address: string | null, who = ana, whose = person) => send(who, "PUT", "/signatory-contact", { id: randomUUID(), person: whose, address });
  await offer();
  const make = (who = ana, whose = person) => post(who, "/versions/1/links", { id: randomUUID(), person: whose });
  const link = async (): Promise<string> => ((await (await make()).json()) as { link: string }).link.split("#sign=")[1] ?? "";
  const mail = async (): Promise<string> => {
    let last = "";
    for (let one = await letter(); one; one = await letter()) if (one.to === "clara@client.example") last = /^\d{6}$/m.exec(one.text)?.[0] ?? last;
    return last;
  };
  const use = (path: string, token: string, more: object = {}, cookie?: string) => ask(cookie, "POST", `/signing/${path}`, { token, ...more });
  const sign = async (token: string, given: string, more: object = {}) => use("sign", token, { id: randomUUID(), code: given, digest: await digestOf(1), intent: "I agree", ...more });
  return { ...here, person, reach, make, link, mail, use, sign };
}

describe("who has no account", () => {
  test("signs by a link of their own side, with the code that was sent to their own address", async () => {
    const { reach, link, mail, use, sign, sign: again, read, ana } = await clara();
    expect((await reach("clara@client.example")).status).toBe(204);
    const token = await link();
    expect(await (await use("look", token)).json()).toMatchObject({ number: 1, address: "c…@client.example", document: { remit: 1 } });
    expect((await use("code", token)).status).toBe(200);
    const given = await mail();
    expect(given).toMatch(/^\d{6}$/);
    expect((await sign(token, given)).status).toBe(200);
    expect(await code(await again(token, given))).toBe("410 link-gone");
    expect(await read(ana, "/versions/1")).toMatchObject({ signatures: [{ how: "link and code", name: expect.any(String) }] });
  });

  test("completes a version as the last one, and it is sealed", async () => {
    const { reach, link, mail, use, sign, ana, ben, anna, pia, seen, sign: _, read, digestOf, post } = await clara();
    await reach("clara@client.example");
    for (const [who, person] of [[ana, anna], [ben, pia]] as const) expect((await post(who, "/versions/1/sign", { id: randomUUID(), person, digest: await digestOf(1), intent: "I agree", password: "four plain words here" })).status).toBe(200);
    const token = await link();
    await use("code", token);
    expect(await (await sign(token, await mail())).json()).toMatchObject({ complete: true });
    expect(await seen()).toMatchObject({ serving: { number: 1 }, altered: [] });
    expect((await read<{ seal: string }>(ana, "/versions/1")).seal).toMatch(/^.{80,}$/);
  });

  test("has no way to sign where only the other side knows an address", async () => {
    const { ben, make, reach, person } = await clara();
    expect(await code(await make())).toBe("409 no-channel");
    expect((await reach("clara@client.example", ben)).status).toBe(404);
    expect(await code(await make(ben))).toBe("403 may-not");
    expect(await code(await reach(ben.email))).toBe("409 their-address");
    expect(await code(await make())).toBe("409 no-channel");
    expect(person).not.toBe("");
  });

  test("signs nothing with a link alone, nor with a code that is wrong, late, or was tried too often", async () => {
    const { reach, link, mail, use, sign } = await clara();
    await reach("clara@client.example");
    const token = await link();
    expect(await code(await sign(token, "000000"))).toBe("403 code-wrong");
    await use("code", token);
    const given = await mail();
    const wrong = given === "123456" ? "654321" : "123456";
    for (let i = 0; i < 5; i++) expect(await code(await sign(token, wrong))).toBe("403 code-wrong");
    expect(await code(await sign(token, given))).toBe("403 code-wrong");
    await use("code", token);
    const fresh = await mail();
    await at.asOwner("update remit.sign_link set code_until = now()");
    expect(await code(await sign(token, fresh))).toBe("403 code-wrong");
    for (let i = 0; i < 3; i++) expect((await use("code", token)).status).toBe(200);
    expect(await code(await use("code", token))).toBe("429 codes");
  });

  test("signs nothing with a link that somebody of the other party opened", async () => {
    const { reach, link, mail, use, sign, ben, read, ana } = await clara();
    await reach("clara@client.example");
    const token = await link();
    await use("code", token);
    const given = await mail();
    expect(await code(await use("look", token, {}, ben.cookie))).toBe("410 link-burnt");
    expect(await code(await sign(token, given))).toBe("410 link-gone");
    expect(await code(await use("look", token))).toBe("410 link-gone");
    expect((await read<{ links: { burnt: boolean }[] }>(ana, "/signatories")).links).toMatchObject([{ burnt: true }]);
    expect((await read<{ links: object[] }>(ben, "/signatories")).links).toEqual([]);
  });

  test("signs nothing once their side stands behind it no longer", async () => {
    const ends: readonly ((here: Awaited<ReturnType<typeof clara>>) => unknown)[] = [
      ({ name, ana, client, anna }) => name(ana, client, [anna]),
      ({ reach }) => reach("another@client.example"),
      ({ ana }) => at.asOwner("update remit.member set until = now() where account_id = $1", [ana.account]),
      ({ post, ana }) => post(ana, "/versions/1/withdraw", { id: randomUUID(), reason: "another text" }),
      () => at.asOwner("update remit.sign_link set expires_at = now()"),
      ({ link }) => link(),
    ];
    for (const end of ends) {
      const here = await clara();
      await here.reach("clara@client.example");
      const token = await here.link();
      await here.use("code", token);
      const given = await here.mail();
      const digest = await here.digestOf(1);
      await end(here);
      expect(await code(await here.use("sign", token, { id: randomUUID(), code: given, digest, intent: "I agree" }))).toBe("410 link-gone");
    }
  });

  test("refuses the same way, and never by opening", async () => {
    const { reach, link, mail, use, ana, seen, api } = await clara();
    await reach("clara@client.example");
    const token = await link();
    for (const path of ["look", "code", "sign", "refuse"]) expect((await api.request(`/signing/${path}?token=${token}`)).status).toBe(404);
    expect(await code(await use("refuse", token, { id: randomUUID(), code: "000000", reason: "no" }))).toBe("403 code-wrong");
    await use("code", token);
    expect((await use("refuse", token, { id: randomUUID(), code: await mail(), reason: "one row is wrong" })).status).toBe(200);
    expect((await seen(ana)).versions[0]?.state).toBe("refused");
  });

  test("leaves neither link nor code in the database", async () => {
    const { reach, link, mail, use } = await clara();
    await reach("clara@client.example");
    const token = await link();
    await use("code", token);
    const given = await mail();
    const rows = JSON.stringify(await at.asOwner("select to_jsonb(l) - 'made_at' as l from remit.sign_link l"));
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(given);
  });
});
