import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";

const at = testDatabase();
const house = houses(at);

interface State {
  readonly revision: number;
  readonly deciding: readonly string[];
  readonly agreed: readonly string[];
  readonly stands: readonly { readonly activity: string; readonly party: string; readonly stand: string; readonly current: boolean; readonly reason: string | null }[];
}
type Who = { readonly cookie: string; readonly account: string };

/** Ana decides for the client, Ben for the provider. */
async function two() {
  const here = await house();
  const { ask, workspace, ana, member } = here;
  const read = async <T>(who: Who, path: string): Promise<T> => (await (await ask(who.cookie, "GET", `/workspaces/${workspace}${path}`)).json()) as T;
  const { document } = await read<{ document: { parties: { id: string; kind: string }[]; activities: { id: string; title: string }[] } }>(ana, "/matrix");
  const party = (kind: string): string => document.parties.find((each) => each.kind === kind)?.id ?? "";
  const [client, provider] = [party("client"), party("provider")];
  await at.asOwner("update remit.member set party = $2 where workspace_id = $1", [workspace, client]);
  const ben = await member("editor", provider);
  const rows = document.activities.map(({ id }) => id);
  const [row = "", other = ""] = rows;
  const post = (who: Who, path: string, body: unknown) => ask(who.cookie, "POST", `/workspaces/${workspace}${path}`, body);
  const state = (who: Who) => read<State>(who, "/agreement");
  const stand = async (who: Who, what: "agreed" | "contested" | "none", those: readonly string[] = [row], seen?: number) => post(who, "/stands", { id: randomUUID(), rows: those, stand: what, seen: seen ?? (await state(who)).revision, reason: what === "contested" ? "not as we spoke" : null });
  const titled = (title: string, id = row) => [{ do: "set", at: { kind: "activity", id }, field: "title", value: title }];
  const edit = async (who: Who, title: string, id = row) => post(who, "/edits", { id: randomUUID(), base: (await state(who)).revision, what: `rename to ${title}`, edits: titled(title, id) });
  const propose = async (who: Who, title: string, more: object = {}) => {
    const id = randomUUID();
    const answer = await post(who, "/proposals", { id, base: (await state(who)).revision, what: `rename to ${title}`, edits: titled(title), reason: "clearer", ...more });
    return { id, status: answer.status, body: (await answer.json()) as { detail?: string } };
  };
  const reply = async (who: Who, proposal: string, answer: "accept" | "decline" | "withdraw") => post(who, `/proposals/${proposal}/answer`, { id: randomUUID(), answer, reason: answer === "decline" ? "we do not" : null, seen: (await state(who)).revision });
  const titleOf = async (id = row) => (await read<{ document: { activities: { id: string; title: string }[] } }>(ana, "/matrix")).document.activities.find((each) => each.id === id)?.title;
  const agree = async (those?: readonly string[]) => {
    for (const who of [ana, ben]) expect((await stand(who, "agreed", those)).status).toBe(200);
  };
  return { ...here, ben, client, provider, row, other, rows, read, post, state, stand, edit, propose, reply, titleOf, titled, agree };
}

describe("a row", () => {
  test("is agreed once both sides agreed to it as it stands, and not before", async () => {
    const { ana, ben, stand, state, row } = await two();
    expect((await state(ana)).agreed).toEqual([]);
    await stand(ana, "agreed");
    expect((await state(ben)).agreed).toEqual([]);
    await stand(ben, "agreed");
    expect((await state(ana)).agreed).toEqual([row]);
  });

  test("that one side alone works on is never agreed: it takes two", async () => {
    const { ana, ben, stand, state } = await two();
    await at.asOwner("update remit.member set until = now() where account_id = $1", [ben.account]);
    await stand(ana, "agreed");
    expect(await state(ana)).toMatchObject({ agreed: [], stands: [{ stand: "agreed", current: true }] });
  });

  test("is agreed to as it was seen: whoever looked before it changed is refused", async () => {
    const { ana, ben, stand, state, edit } = await two();
    const seen = (await state(ana)).revision;
    await edit(ben, "Something else");
    expect((await stand(ana, "agreed", undefined, seen)).status).toBe(409);
    expect((await state(ana)).stands).toEqual([]);
  });

  test("that one side agreed to is open; a change of it makes that word old, and putting it back makes it good again", async () => {
    const { ana, ben, stand, state, edit, titleOf } = await two();
    const before = (await titleOf()) ?? "";
    await stand(ana, "agreed");
    expect((await edit(ben, "Something else")).status).toBe(200);
    expect((await state(ana)).stands).toMatchObject([{ current: false }]);
    await edit(ben, before);
    expect((await state(ana)).stands).toMatchObject([{ current: true }]);
  });

  test("that is agreed changes neither by an edit, a paste, an undo nor an import, and everything else still does", async () => {
    const { ana, ben, edit, agree, titleOf, other, row, post, state, read } = await two();
    await edit(ana, "Just before");
    await agree();
    const refused = await edit(ben, "Secretly changed");
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: "agreed", rows: [row] });
    expect((await post(ana, "/undo", { id: randomUUID() })).status).toBe(409);
    expect((await edit(ben, "Another row", other)).status).toBe(200);
    const { document } = await read<{ document: { activities: object[] } }>(ben, "/matrix");
    expect((await post(ben, "/edits", { id: randomUUID(), base: (await state(ben)).revision, what: "import", edits: [{ do: "replace", document: { ...document, activities: document.activities.slice(1) } }] })).status).toBe(409);
    expect((await post(ben, "/edits", { id: randomUUID(), base: (await state(ben)).revision, what: "move", edits: [{ do: "move", kind: "activity", id: row }] })).status).toBe(200);
    expect(await titleOf()).toBe("Just before");
    const commit = { id: randomUUID(), base: 0, what: "many", edits: [{ do: "remove", kind: "activity", id: row }] };
    expect((await post(ben, "/edits", { ...commit, base: (await state(ben)).revision })).status).toBe(409);
  });

  test("that is agreed stays so when another party comes, or the last one of a party leaves", async () => {
    const { ana, ben, member, agree, edit, state, row, titleOf } = await two();
    await agree();
    const before = await titleOf();
    await member("approver", "cloud");
    expect((await edit(ana, "While they look elsewhere")).status).toBe(409);
    await at.asOwner("update remit.member set until = now() where account_id = $1", [ben.account]);
    expect((await edit(ana, "While they are gone")).status).toBe(409);
    expect((await state(ana)).agreed).toEqual([row]);
    expect(await titleOf()).toBe(before);
  });

  test("that is agreed keeps the sides of its roles", async () => {
    const { ana, agree, post, state, read, rows, client } = await two();
    await agree(rows);
    const { document } = await read<{ document: { activities: { assignments: { role: string }[] }[]; roles: { id: string; party: string }[] } }>(ana, "/matrix");
    const used = new Set(document.activities.flatMap(({ assignments }) => assignments.map(({ role }) => role)));
    const theirs = document.roles.find(({ id, party }) => used.has(id) && party !== client)?.id;
    const answer = await post(ana, "/edits", { id: randomUUID(), base: (await state(ana)).revision, what: "a role changes sides", edits: [{ do: "set", at: { kind: "role", id: theirs }, field: "party", value: client }] });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([409, "agreed"]);
  });

  test("is open again when a side contests it, with a reason, which both read", async () => {
    const { ana, ben, agree, stand, state, edit, post, row } = await two();
    await agree();
    expect((await post(ben, "/stands", { id: randomUUID(), rows: [row], stand: "contested", seen: 1_000_000 })).status).toBe(422);
    await stand(ben, "contested");
    expect(await state(ana)).toMatchObject({ agreed: [], stands: expect.arrayContaining([expect.objectContaining({ stand: "contested", reason: "not as we spoke" })]) as object });
    expect((await edit(ana, "As we spoke")).status).toBe(200);
    await stand(ben, "none");
    expect((await state(ana)).stands.filter(({ stand }) => stand === "contested")).toEqual([]);
  });

  test("is agreed to for a party by who may decide for it, and by nobody else", async () => {
    const { member, stand, state, client, ana } = await two();
    for (const [role, party, status] of [["approver", client, 200], ["operator", client, 403], ["viewer", client, 403], ["approver", undefined, 403]] as const) expect((await stand(await member(role, party), "agreed")).status).toBe(status);
    const named = await member("owner", client);
    await at.asOwner("update remit.member set proved = false where account_id = $1", [named.account]);
    expect((await stand(named, "agreed")).status).toBe(403);
    expect((await state(ana)).stands).toHaveLength(1);
  });
});

describe("a row of the template", () => {
  const marked = async () => {
    const here = await two();
    const { ana, post, state, row, read } = here;
    expect((await post(ana, "/edits", { id: randomUUID(), base: (await state(ana)).revision, what: "mark", edits: [{ do: "set", at: { kind: "activity", id: row }, field: "notYetAdapted", value: true }] })).status).toBe(200);
    const mark = async () => (await read<{ document: { activities: { id: string; notYetAdapted?: boolean }[] } }>(ana, "/matrix")).document.activities.find(({ id }) => id === row)?.notYetAdapted;
    return { ...here, mark };
  };

  test("is confirmed by who agrees to it, an approver too, and is agreed without the mark", async () => {
    const { ana, ben, stand, state, row, mark, member, client, read } = await marked();
    const approver = await member("approver", client);
    expect(await mark()).toBe(true);
    expect((await stand(approver, "agreed")).status).toBe(200);
    expect(await mark()).toBeUndefined();
    await stand(ben, "agreed");
    expect((await state(ana)).agreed).toEqual([row]);
    const { edits } = await read<{ edits: { what: string; edits: object[] }[] }>(ana, `/edits?after=${(await state(ana)).revision - 2}`);
    expect(edits[0]).toMatchObject({ edits: [{ do: "set", field: "notYetAdapted", value: null }] });
    expect(edits[1]).toMatchObject({ edits: [] });
  });

  test("keeps the words of who agreed to it before, mark and all", async () => {
    const { ana, ben, stand, state, row, mark } = await marked();
    await stand(ana, "agreed");
    // As it was agreed to before agreeing took the mark off.
    await at.asOwner("update remit.draft_item set body = body || '{\"notYetAdapted\": true}' where kind = 'activity' and item_id = $1", [row]);
    await at.asOwner("update remit.row_stand s set row_hash = remit.row_hash(i.body) from remit.draft_item i where i.workspace_id = s.workspace_id and i.kind = 'activity' and i.item_id = s.activity_id", []);
    await at.asOwner("update remit.workspace set revision = revision + 1", []);
    await stand(ben, "agreed");
    expect(await mark()).toBeUndefined();
    expect((await state(ana)).agreed).toEqual([row]);
    expect((await state(ana)).stands.every(({ current }) => current)).toBe(true);
  });

  test("keeps its mark where a side contests it", async () => {
    const { ana, stand, mark } = await marked();
    await stand(ana, "contested");
    expect(await mark()).toBe(true);
  });
});

describe("the history of a row", () => {
  test("says who agreed, contested, proposed and answered, beside its edits, and nothing of other rows", async () => {
    const { ana, ben, agree, edit, stand, propose, reply, read, row, other } = await two();
    await edit(ana, "First");
    await agree();
    await reply(ana, (await propose(ben, "Second")).id, "decline");
    await propose(ana, "Fourth", { counters: (await propose(ben, "Third")).id });
    await reply(ben, (await propose(ana, "Fifth")).id, "accept");
    await stand(ben, "contested");
    const of = async (id: string) => (await read<{ edits: { what: string }[] }>(ben, `/history?kind=activity&id=${id}`)).edits.map(({ what }) => what.split(/ “|: /)[0]);
    expect(await of(row)).toEqual([
      "contested", "accepted the proposal rename to Fifth, which changes", "proposed rename to Fifth", "proposed rename to Fourth, instead of the proposal rename to Third", "proposed rename to Third", "declined the proposal rename to Second", "proposed rename to Second", "agreed to", "agreed to", "rename to First",
    ]);
    expect(await of(other)).toEqual([]);
    const { entries } = await read<{ entries: { what: string }[] }>(ben, `/history/entries?kind=activity&id=${row}`);
    expect(entries.map(({ what }) => what.split(/ “|: /)[0])).toEqual(await of(row));
  });

  test("offers nothing to take back where both sides made the change", async () => {
    const { ana, ben, agree, edit, propose, reply, read, row } = await two();
    await edit(ana, "First");
    await agree();
    await reply(ana, (await propose(ben, "Second")).id, "accept");
    const { entries } = await read<{ entries: { what: string; takeBack: boolean }[] }>(ana, `/history/entries?kind=activity&id=${row}`);
    expect(entries.filter(({ takeBack }) => takeBack).map(({ what }) => what)).toEqual(["rename to First"]);
  });
});

describe("a proposal", () => {
  test("changes an agreed row when the other side accepts it, and the row is agreed as it stands then", async () => {
    const { ana, ben, agree, propose, reply, state, titleOf, row } = await two();
    await agree();
    const { id, status } = await propose(ben, "Isolate the host at once");
    expect(status).toBe(200);
    expect(await titleOf()).not.toBe("Isolate the host at once");
    expect((await reply(ben, id, "accept")).status).toBe(403);
    expect((await reply(ana, id, "accept")).status).toBe(200);
    expect(await titleOf()).toBe("Isolate the host at once");
    expect((await state(ben)).agreed).toEqual([row]);
    expect((await reply(ana, id, "accept")).status).toBe(409);
  });

  test("is declined with a reason, or withdrawn by its own side, and nothing changes", async () => {
    const { ana, ben, agree, propose, reply, read, titleOf, post } = await two();
    await agree();
    const before = await titleOf();
    const [one, two_] = [await propose(ben, "A"), await propose(ben, "B")];
    expect((await post(ana, `/proposals/${one.id}/answer`, { id: randomUUID(), answer: "decline" })).status).toBe(422);
    expect((await reply(ana, one.id, "decline")).status).toBe(200);
    expect((await reply(ben, two_.id, "withdraw")).status).toBe(200);
    expect((await read<{ proposals: object[] }>(ana, "/proposals")).proposals).toMatchObject([{ state: "withdrawn" }, { state: "declined", answer: "we do not" }]);
    for (const { id } of [one, two_]) expect((await reply(ana, id, "accept")).status).toBe(409);
    expect(await titleOf()).toBe(before);
  });

  test("is countered by the other side, which then waits for an answer itself", async () => {
    const { ana, ben, agree, propose, reply, read, titleOf } = await two();
    await agree();
    const first = await propose(ben, "At once");
    const second = await propose(ana, "Within an hour", { counters: first.id });
    expect(second.status).toBe(200);
    expect((await propose(ana, "Within a day", { counters: first.id })).status).toBe(409);
    expect((await read<{ proposals: object[] }>(ana, "/proposals?state=countered")).proposals).toMatchObject([{ id: first.id }]);
    expect((await reply(ana, first.id, "accept")).status).toBe(409);
    expect((await reply(ben, second.id, "accept")).status).toBe(200);
    expect(await titleOf()).toBe("Within an hour");
  });

  test("that fell behind the row is told, and changes nothing", async () => {
    const { ana, ben, agree, propose, reply, stand, edit, titleOf } = await two();
    await agree();
    const { id } = await propose(ben, "At once");
    await stand(ana, "contested");
    await edit(ana, "Something new");
    const answer = await reply(ana, id, "accept");
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([409, "clash"]);
    expect(await titleOf()).toBe("Something new");
  });

  test("is accepted as it was seen: whoever looked before a row changed is refused", async () => {
    const { ana, ben, propose, state, post, edit, titleOf, rows } = await two();
    const { id } = await propose(ben, "At once");
    const { revision: seen } = await state(ana);
    const [row = ""] = rows;
    await post(ben, "/edits", { id: randomUUID(), base: seen, what: "a note", edits: [{ do: "set", at: { kind: "activity", id: row }, field: "note", value: "and the client pays" }] });
    const answer = await post(ana, `/proposals/${id}/answer`, { id: randomUUID(), answer: "accept", seen });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([409, "changed"]);
    expect(await titleOf()).not.toBe("At once");
    await edit(ana, "Anything");
  });

  test("is about rows alone, and over a revision that was there", async () => {
    const { ana, propose, client } = await two();
    expect((await propose(ana, "x", { base: 2_000_000_000 })).status).toBe(422);
    expect((await propose(ana, "x", { base: 3_000_000_000 })).status).toBe(422);
    for (const edit of [{ do: "set", at: { kind: "role", id: "soc" }, field: "party", value: client }, { do: "set-matrix", field: "about", value: "x" }, { do: "add", kind: "party", item: { id: "z", name: "Z", kind: "vendor" } }])
      expect((await propose(ana, "x", { edits: [{ do: "set", at: { kind: "activity", id: "x" }, field: "title", value: "x" }, edit] })).status).toBe(422);
  });

  test("and its answer are nobody's whom another party's link brought", async () => {
    const { ana, ben, member, agree, propose, reply, provider, titleOf } = await two();
    await agree();
    const handed = await member("editor", provider);
    await at.asOwner("update remit.member set proved = false where account_id = $1", [handed.account]);
    expect((await propose(handed, "Theirs now")).status).toBe(403);
    const { id } = await propose(ben, "At once");
    expect((await reply(handed, id, "withdraw")).status).toBe(403);
    expect((await reply(ana, id, "accept")).status).toBe(200);
    expect(await titleOf()).toBe("At once");
  });

  test("waits for every party that decides", async () => {
    const { ana, ben, member, agree, propose, reply, titleOf, stand, read, row } = await two();
    const { document } = await read<{ document: { parties: object[] } }>(ana, "/matrix");
    expect(document.parties.length).toBeGreaterThanOrEqual(2);
    const cloud = await member("approver", "cloud");
    await agree();
    await stand(cloud, "agreed");
    const { id } = await propose(ben, "At once");
    expect((await reply(ana, id, "accept")).status).toBe(200);
    expect(await titleOf()).not.toBe("At once");
    expect((await reply(cloud, id, "accept")).status).toBe(200);
    expect(await titleOf()).toBe("At once");
    expect(row).not.toBe("");
  });

  test("says what is wrong with it: no row, a whole matrix, something that is not there", async () => {
    const { ana, propose, read } = await two();
    const { document } = await read<{ document: object }>(ana, "/matrix");
    for (const edits of [[{ do: "set-matrix", field: "title", value: "x" }], [{ do: "replace", document }], [{ do: "remove", kind: "activity", id: "nowhere" }]]) expect((await propose(ana, "x", { edits })).status).toBe(422);
  });

  test("and every word of agreement stand in the history, which still proves itself", async () => {
    const { ana, ben, agree, propose, reply, read } = await two();
    await agree();
    const { id } = await propose(ben, "At once");
    await reply(ana, id, "accept");
    const { edits } = await read<{ edits: { what: string; actor: string }[] }>(ana, "/edits");
    expect(edits.slice(-4).map(({ what }) => what.split(" ").slice(0, 2).join(" "))).toEqual(["agreed to", "agreed to", "proposed rename", "accepted the"]);
    const { verifyHistory } = await import("#core/history/verify.ts");
    const file = await read<Parameters<typeof verifyHistory>[0]>(ana, "/history/file");
    expect(verifyHistory(file, () => true).faults).toEqual([]);
  });
});
