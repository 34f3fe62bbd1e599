import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/database.ts";
import { houses } from "../../test/house.ts";
import { gatherNotices } from "./notice-letters.ts";

const at = testDatabase();
const house = houses(at);
// Whom another house has told nothing yet is told nothing in this one.
beforeEach(() => at.asOwner("delete from remit.notice"));

/** Ana decides for the client, Ben and Bea for the provider; Cem reads for it. All have confirmed their addresses. */
async function two() {
  const here = await house({ mails: true });
  const { ask, workspace, ana, member, accounts, letter } = here;
  const read = async <T>(path: string): Promise<T> => (await (await ask(ana.cookie, "GET", `/workspaces/${workspace}${path}`)).json()) as T;
  const { document, revision } = await read<{ revision: number; document: { parties: { id: string; kind: string; name: string }[]; activities: { id: string; title: string }[] } }>("/matrix");
  const party = (kind: string) => document.parties.find((each) => each.kind === kind);
  await at.asOwner("update remit.member set party = $2 where workspace_id = $1", [workspace, party("client")?.id]);
  const [ben, bea, cem] = [await member("editor", party("provider")?.id), await member("approver", party("provider")?.id), await member("viewer", party("provider")?.id)];
  const people = { ana, ben, bea, cem };
  const street = randomUUID();
  const to = Object.fromEntries(Object.keys(people).map((name) => [name, `${name}@${street}.example`])) as Record<keyof typeof people, string>;
  for (const [name, { account }] of Object.entries(people)) await at.asOwner("update auth.account set email = $2, email_verified = true, name = initcap($3) where id = $1", [account, to[name as keyof typeof people], name]);
  const [row] = document.activities;
  const propose = async (who = ana, more: object = {}) => {
    const id = randomUUID();
    const { revision: base } = await read<{ revision: number }>("/agreement");
    const answer = await ask(who.cookie, "POST", `/workspaces/${workspace}/proposals`, { id, base, what: "rename to Secret words", edits: [{ do: "set", at: { kind: "activity", id: row?.id }, field: "title", value: `Secret words ${id}` }], reason: "our secret reason", ...more });
    expect(answer.status).toBe(200);
    return id;
  };
  const reply = async (who: { cookie: string }, proposal: string, answer: "accept" | "decline" | "withdraw") => {
    const { revision: seen } = await read<{ revision: number }>("/agreement");
    expect((await ask(who.cookie, "POST", `/workspaces/${workspace}/proposals/${proposal}/answer`, { id: randomUUID(), answer, reason: answer === "decline" ? "our secret no" : null, seen })).status).toBe(200);
  };
  const letters = async () => {
    await gatherNotices(at.db, accounts);
    const all = [];
    for (let one = await letter(); one; one = await letter()) all.push(one);
    await at.asOwner("delete from auth.outbox");
    return all.sort((a, b) => (a.to < b.to ? -1 : 1));
  };
  const later = () => at.asOwner("update auth.account set last_told = last_told - interval '5 minutes'");
  return { ...here, ...people, to, title: row?.title ?? "", client: party("client")?.name ?? "", provider: party("provider")?.name ?? "", revision, propose, reply, letters, later };
}

describe("a letter about a proposal", () => {
  test("goes to who decides for the other side, with the row's title and no words of the proposal", async () => {
    const { propose, letters, to, title, client, workspace } = await two();
    await propose();
    const sent = await letters();
    expect(sent.map((one) => one.to)).toEqual([to.bea, to.ben]);
    for (const { subject, text } of sent) {
      expect(subject).toBe("Northwind: a proposal waits for your side");
      expect(text).toContain(`Ana (${client}) proposes to change “${title}”`);
      expect(text).toContain(`http://remit.test/w/${workspace}/agreement`);
      expect(`${subject}${text}`).not.toMatch(/secret/i);
    }
    expect(await letters()).toEqual([]);
  });

  test("tells its maker that it was accepted, declined or countered, and nobody that it was withdrawn", async () => {
    for (const answer of ["accept", "decline", "counter", "withdraw"] as const) {
      const { propose, reply, letters, later, ben, ana, to, provider } = await two();
      const id = await propose();
      await letters();
      await later();
      if (answer === "counter") await propose(ben, { counters: id });
      else await reply(answer === "withdraw" ? ana : ben, id, answer);
      const sent = await letters();
      expect(sent.map((one) => one.to)).toEqual(answer === "withdraw" ? [] : [to.ana]);
      if (answer === "withdraw") continue;
      expect(sent[0]?.subject).toBe(`Northwind: your proposal is ${answer === "accept" ? "accepted" : `${answer.replace(/e$/, "")}ed`}`);
      expect(sent[0]?.text).toContain(`Ben (${provider})`);
      if (answer !== "accept") expect(sent[0]?.text).not.toMatch(/secret/i);
    }
  });

  test("is one for all that happened within five minutes", async () => {
    const { propose, letters, later, to } = await two();
    await propose();
    expect(await letters()).toHaveLength(2);
    await propose();
    await propose();
    await propose();
    expect(await letters()).toEqual([]);
    await later();
    const sent = await letters();
    expect(sent.map((one) => one.to)).toEqual([to.bea, to.ben]);
    expect(sent[0]?.subject).toBe("Northwind: news of 3 proposals");
    expect(sent[0]?.text.match(/proposes to change/g)).toHaveLength(3);
  });

  test("is one, though two servers write at once", async () => {
    const { propose, letters, accounts } = await two();
    await propose();
    await Promise.all([gatherNotices(at.db, accounts), gatherNotices(at.db, accounts), gatherNotices(at.db, accounts)]);
    expect(await letters()).toHaveLength(2);
  });

  test("is not sent about what is answered, withdrawn or a day old meanwhile", async () => {
    const { propose, reply, letters, ana } = await two();
    await reply(ana, await propose(), "withdraw");
    expect(await letters()).toEqual([]);
    await propose();
    await at.asOwner("update remit.notice set at = now() - interval '25 hours'");
    expect(await letters()).toEqual([]);
  });

  test.each([
    ["wants none", "update auth.account set letters = false where id = $1"],
    ["has not confirmed the address", "update auth.account set email_verified = false where id = $1"],
    ["has left", "update remit.member set until = now() where account_id = $1"],
    ["only reads by now", "update remit.member set role = 'viewer' where account_id = $1"],
    ["another party vouched for", "update remit.member set proved = false where account_id = $1"],
    ["is kept out by a rule for signing in", "insert into remit.sign_in_rule (workspace_id, party, domains, made_by) select workspace_id, '', '{}', $1::uuid from remit.member where account_id = $1::uuid; "],
  ])("is not sent to who %s", async (_, sql) => {
    const { propose, letters, ben, to } = await two();
    await propose();
    await at.asOwner(sql, [ben.account]);
    expect((await letters()).map((one) => one.to)).not.toContain(to.ben);
    await at.asOwner("delete from remit.sign_in_rule");
  });

  test("is switched off and on again on one's account, mentions with it", async () => {
    const { ask, ben, letters, propose, to, ana, workspace, letter } = await two();
    const wish = (letters: boolean) => ask(ben.cookie, "PATCH", "/account", { letters });
    const wants = async () => ((await (await ask(ben.cookie, "GET", "/account")).json()) as { letters: boolean }).letters;
    expect(await wants()).toBe(true);
    expect((await wish(false)).status).toBe(204);
    expect(await wants()).toBe(false);
    await propose();
    expect((await letters()).map((one) => one.to)).toEqual([to.bea]);
    const { document } = (await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`)).json()) as { document: { activities: { id: string }[] } };
    const mention = () => ask(ana.cookie, "POST", `/workspaces/${workspace}/comments`, { id: randomUUID(), item: document.activities[0]?.id, text: "Ben?", mentions: [ben.account] });
    expect((await mention()).status).toBe(204);
    expect(await letter()).toBeUndefined();
    await wish(true);
    await mention();
    expect(await letter()).toMatchObject({ to: to.ben });
  });
});
