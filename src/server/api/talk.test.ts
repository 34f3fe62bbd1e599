import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";

const at = testDatabase();
const house = houses(at);
const ROW = "isolate";

/** Two organisations in one workspace: the client's owner and the provider's editor, with one row between them. */
async function two(mails = false) {
  const here = await house({ mails });
  const { ask, workspace, ana, member } = here;
  const { document } = (await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`)).json()) as { document: { parties: { id: string; kind: string }[]; people: { id: string; party: string }[]; activities: { id: string }[] } };
  const party = (kind: string): string => document.parties.find((each) => each.kind === kind)?.id ?? "";
  const [client, provider] = [party("client"), party("provider")];
  await at.asOwner("update remit.member set party = $2 where workspace_id = $1", [workspace, client]);
  const ben = await member("editor", provider);
  const personOf = (side: string): string => document.people.find((each) => each.party === side)?.id ?? "";
  const post = (who: { cookie: string }, path: string, body: unknown, method = "POST") => ask(who.cookie, method, `/workspaces/${workspace}${path}`, body);
  const read = async <T>(who: { cookie: string }, path: string): Promise<T> => (await (await ask(who.cookie, "GET", `/workspaces/${workspace}${path}`)).json()) as T;
  const edit = async (who: { cookie: string }, edits: unknown[]) => post(who, "/edits", { id: randomUUID(), base: (await read<{ revision: number }>(who, "/agreement")).revision, what: "an edit", edits });
  return { ...here, ben, client, provider, personOf, post, read, edit, row: document.activities[0]?.id ?? ROW };
}
interface Said {
  readonly comments: readonly { readonly id: string; readonly text: string; readonly partyOnly: string | null; readonly resolved: string | null; readonly mentions: readonly string[]; readonly removed: boolean }[];
}

describe("a comment", () => {
  test("is said once, answered, settled, opened by an answer, and read by both sides", async () => {
    const { ana, ben, post, read, row } = await two();
    const id = randomUUID();
    for (let twice = 0; twice < 2; twice++) expect((await post(ana, "/comments", { id, item: row, text: "Who does this at night?" })).status).toBe(204);
    expect((await post(ben, "/comments", { id: randomUUID(), item: "elsewhere", thread: id, text: "We do." })).status).toBe(204);
    expect((await post(ben, `/comments/${id}/resolved`, { resolved: true }, "PUT")).status).toBe(204);
    const settled = await read<Said>(ana, `/comments?item=${row}`);
    expect(settled.comments.map(({ text }) => text)).toEqual(["Who does this at night?", "We do."]);
    expect(settled.comments[0]?.resolved).not.toBeNull();
    await post(ana, "/comments", { id: randomUUID(), item: row, thread: id, text: "On Sundays too?" });
    expect((await read<Said>(ben, "/comments")).comments[0]?.resolved).toBeNull();
  });

  test("of one party is nothing to the other: not in the list, not to answer, settle, change or take back", async () => {
    const { ana, ben, post, read, row, member, client } = await two();
    const id = randomUUID();
    await post(ana, "/comments", { id, item: row, own: true, text: "They ask too much for this." });
    expect((await read<Said>(ben, "/comments")).comments).toEqual([]);
    for (const answer of [
      await post(ben, "/comments", { id: randomUUID(), item: row, thread: id, text: "?" }),
      await post(ben, `/comments/${id}/resolved`, { resolved: true }, "PUT"),
      await post(ben, `/comments/${id}`, { text: "?" }, "PATCH"),
      await post(ben, `/comments/${id}`, {}, "DELETE"),
    ]) expect(answer.status).toBe(404);
    expect((await read<Said>(await member("viewer", client), "/comments")).comments).toHaveLength(1);
    // Somebody who moves to the other side takes nothing of it along.
    const mover = await member("editor", client);
    expect((await read<Said>(mover, "/comments")).comments).toHaveLength(1);
    await at.asOwner("update remit.member set party = null where account_id = $1", [mover.account]);
    expect((await read<Said>(mover, "/comments")).comments).toEqual([]);
    const rows = await at.db.once<{ n: number }>(ben.account, (await at.asOwner<{ workspace_id: string }>("select workspace_id from remit.comment where comment_id = $1", [id]))[0]?.workspace_id ?? "", { name: "count comments", text: "select count(*)::int as n from remit.comment" });
    expect(rows).toEqual([{ n: 0 }]);
  });

  test("of one party is nothing to its guests, who learn no names but of those who spoke", async () => {
    const { ana, ben, post, read, row, guest, client, edit, personOf } = await two();
    await edit(ana, [{ do: "add", kind: "contact", item: { id: "night", person: personOf(client), kind: "voice", value: "+1 555 0199", private: true } }]);
    await post(ana, "/comments", { id: randomUUID(), item: row, own: true, text: "Between us" });
    await post(ana, "/evidence", { id: randomUUID(), activity: row, title: "Ours", producedOn: "2026-11-01", own: true });
    await post(ben, "/comments", { id: randomUUID(), item: row, text: "To all" });
    const gus = await guest({ purpose: "comment", party: client });
    expect(await read(gus, "/comments")).toMatchObject({ comments: [{ text: "To all" }], names: [{ actor: ben.account }] });
    expect(await read(gus, "/evidence")).toMatchObject({ evidence: [] });
    expect((await post(gus, "/comments", { id: randomUUID(), item: row, own: true, text: "?" })).status).toBe(403);
    expect((await post(gus, "/comments", { id: randomUUID(), item: row, text: "Who are you?" })).status).toBe(204);
    expect((await read<Said>(ana, "/comments")).comments.map(({ text }) => text)).toContain("Who are you?");
  });

  test("mentions members it is for, by letter, and nobody else", async () => {
    const { ana, ben, post, read, row, letter, signIn } = await two(true);
    const stranger = await signIn("Stranger");
    await at.asOwner("update auth.account set email = 'ben@provider.example' where id = $1", [ben.account]);
    await at.asOwner("update auth.account set email = 'stranger@else.example' where id = $1", [stranger.account]);
    await post(ana, "/comments", { id: randomUUID(), item: row, text: "Ben?", mentions: [ben.account, stranger.account, ana.account] });
    expect(await letter()).toMatchObject({ to: "ben@provider.example" });
    expect(await letter()).toBeUndefined();
    await post(ana, "/comments", { id: randomUUID(), item: row, own: true, text: "Ben must not hear of this", mentions: [ben.account] });
    expect(await letter()).toBeUndefined();
    expect((await read<Said>(ana, "/comments")).comments.map(({ mentions }) => mentions)).toEqual([[ben.account], []]);
  });

  test("is changed and taken back by its author, or taken back by an owner of their party; its words are gone then", async () => {
    const { ana, ben, post, read, row, member, client } = await two();
    const cem = await member("operator", client);
    const id = randomUUID();
    await post(cem, "/comments", { id, item: row, text: "Ours" });
    expect((await post(ana, `/comments/${id}`, { text: "Mine" }, "PATCH")).status).toBe(404);
    expect((await post(cem, `/comments/${id}`, { text: "Ours, at night" }, "PATCH")).status).toBe(204);
    expect((await post(ben, `/comments/${id}`, {}, "DELETE")).status).toBe(404);
    expect((await post(ana, `/comments/${id}`, {}, "DELETE")).status).toBe(204);
    expect((await read<Said>(ben, "/comments")).comments).toMatchObject([{ id, text: "", removed: true }]);
  });

  test("is read page by page, each once", async () => {
    const { ana, post, read, row } = await two();
    for (let n = 0; n < 5; n++) await post(ana, "/comments", { id: randomUUID(), item: row, text: String(n) });
    const seen: string[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const page: Said & { next: string | null } = await read(ana, `/comments?limit=2${after === "" ? "" : `&after=${after}`}`);
      seen.push(...page.comments.map(({ text }) => text));
      after = page.next;
    }
    expect(seen).toEqual(["0", "1", "2", "3", "4"]);
  });
});

describe("evidence of one party", () => {
  test("is nothing to the other", async () => {
    const { ana, ben, post, read, row } = await two();
    const [open, own] = [randomUUID(), randomUUID()];
    const evidence = { activity: row, title: "Restore report", link: "https://files.example/report", producedOn: "2026-11-01" };
    expect((await post(ana, "/evidence", { id: open, ...evidence })).status).toBe(204);
    expect((await post(ana, "/evidence", { id: own, ...evidence, own: true })).status).toBe(204);
    expect((await read<{ evidence: object[] }>(ben, "/evidence")).evidence).toMatchObject([{ id: open }]);
    expect((await read<{ evidence: object[] }>(ana, `/evidence?activity=${row}`)).evidence).toHaveLength(2);
    for (const id of [open, own]) expect((await post(ben, `/evidence/${id}`, {}, "DELETE")).status).toBe(404);
    expect((await post(ana, `/evidence/${own}`, {}, "DELETE")).status).toBe(204);
    for (const link of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "no address"]) expect((await post(ana, "/evidence", { id: randomUUID(), ...evidence, link })).status).toBe(422);
  });
});

describe("a private contact", () => {
  const contact = (person: string) => ({ do: "add", kind: "contact", item: { id: "night", person, kind: "voice", value: "+1 555 0199", private: true } });
  const everything = async () => JSON.stringify([await at.asOwner("select body from remit.draft_item"), await at.asOwner("select edits, undo, what from remit.edit_log")]);

  test("is in nobody's draft and log, and its value is its own party's", async () => {
    const { ana, ben, edit, read, personOf, client } = await two();
    expect((await edit(ana, [contact(personOf(client))])).status).toBe(200);
    expect(await everything()).not.toContain("555 0199");
    expect(await read(ana, "/contacts")).toEqual({ contacts: [{ contact: "night", value: "+1 555 0199" }] });
    expect(await read(ben, "/contacts")).toEqual({ contacts: [] });
    expect((await edit(ana, [{ do: "set", at: { kind: "contact", id: "night" }, field: "value", value: "+1 555 0200" }])).status).toBe(200);
    expect(await read(ana, "/contacts")).toEqual({ contacts: [{ contact: "night", value: "+1 555 0200" }] });
    expect(await everything()).not.toContain("555 0200");
  });

  test("is never kept for, nor written over by, another party", async () => {
    const { ana, ben, edit, read, personOf, client } = await two();
    expect((await edit(ben, [contact(personOf(client))])).status).toBe(403);
    await edit(ana, [contact(personOf(client))]);
    expect((await edit(ben, [{ do: "set", at: { kind: "contact", id: "night" }, field: "value", value: "+1 555 6666" }])).status).toBe(403);
    expect(await read(ana, "/contacts")).toEqual({ contacts: [{ contact: "night", value: "+1 555 0199" }] });
  });

  test("is written over by no session that is over, and by no key of another workspace", async () => {
    const { ana, edit, read, ask, workspace, personOf, client } = await two();
    await edit(ana, [contact(personOf(client))]);
    const writing = (value: string) => ({ id: randomUUID(), base: 1_000_000, what: "a number", edits: [{ do: "set", at: { kind: "contact", id: "night" }, field: "value", value }] });
    const { id: other } = (await (await ask(ana.cookie, "POST", "/workspaces", { name: "Another" })).json()) as { id: string };
    const { key } = (await (await ask(ana.cookie, "POST", `/workspaces/${other}/keys`, { name: "Program", edit: true })).json()) as { key: string };
    const bearer = { authorization: `Bearer ${key}` };
    expect((await ask(undefined, "POST", `/workspaces/${other}/edits`, { id: randomUUID(), base: 0, what: "x", edits: [{ do: "set-matrix", field: "about", value: "x" }] }, bearer)).status).toBe(200);
    expect((await ask(undefined, "POST", `/workspaces/${workspace}/edits`, writing("+1 555 6666"), bearer)).status).toBe(404);
    expect(await read(ana, "/contacts")).toEqual({ contacts: [{ contact: "night", value: "+1 555 0199" }] });
    await ask(ana.cookie, "DELETE", "/session", {});
    expect((await ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, writing("+1 555 7777"))).status).toBe(401);
    expect(await at.asOwner("select value from remit.private_contact where workspace_id = $1", [workspace])).toEqual([{ value: "+1 555 0199" }]);
  });

  test("takes its value along when it is deleted, by whomever; undo brings it back without", async () => {
    const { ana, ben, edit, read, ask, workspace, personOf, client } = await two();
    const kept = () => at.asOwner("select value from remit.private_contact where workspace_id = $1", [workspace]);
    // Once by its own side, once by the other one.
    for (const who of [ana, ben]) {
      await edit(ana, [contact(personOf(client))]);
      expect(await kept()).toHaveLength(1);
      expect((await edit(who, [{ do: "remove", kind: "contact", id: "night" }])).status).toBe(200);
      expect(await kept()).toEqual([]);
      expect((await ask(who.cookie, "POST", `/workspaces/${workspace}/undo`, { id: randomUUID() })).status).toBe(200);
      const { document } = await read<{ document: { directory?: { contacts?: object[] } } }>(ana, "/matrix");
      expect(document.directory?.contacts).toContainEqual({ id: "night", person: personOf(client), kind: "voice", private: true });
      expect(await read(ana, "/contacts")).toEqual({ contacts: [] });
      await edit(ana, [{ do: "remove", kind: "contact", id: "night" }]);
    }
  });

  test("becomes nobody else's number when its contact does, or its person changes sides", async () => {
    const { ana, edit, workspace, personOf, client, provider } = await two();
    const kept = () => at.asOwner("select party, value from remit.private_contact where workspace_id = $1", [workspace]);
    const set = (kind: string, id: string, field: string, value: unknown) => ({ do: "set", at: { kind, id }, field, value });
    const second = { do: "add", kind: "person", item: { id: "zoe", name: "Zoe", party: client } };
    await edit(ana, [contact(personOf(client)), second]);
    // A word about it that changes nothing of whose it is.
    await edit(ana, [set("contact", "night", "shared", true)]);
    expect(await kept()).toHaveLength(1);
    await edit(ana, [set("contact", "night", "person", "zoe")]);
    expect(await kept()).toEqual([]);
    // With a value of their own it is theirs.
    await edit(ana, [set("contact", "night", "value", "+1 555 0300")]);
    await edit(ana, [set("contact", "night", "person", personOf(client)), set("contact", "night", "value", "+1 555 0400")]);
    expect(await kept()).toEqual([{ party: client, value: "+1 555 0400" }]);
    await edit(ana, [set("person", "zoe", "party", provider)]);
    expect(await kept()).toHaveLength(1);
    await edit(ana, [set("person", personOf(client), "party", provider)]);
    expect(await kept()).toEqual([]);
  });

  test("is shown to everybody when its party says so", async () => {
    const { ana, ben, edit, read, personOf, client } = await two();
    await edit(ana, [contact(personOf(client))]);
    await edit(ana, [{ do: "set", at: { kind: "contact", id: "night" }, field: "private", value: null }, { do: "set", at: { kind: "contact", id: "night" }, field: "value", value: "+1 555 0199" }]);
    expect(JSON.stringify(await read(ben, "/matrix"))).toContain("555 0199");
    expect(await read(ana, "/contacts")).toEqual({ contacts: [] });
  });
});
