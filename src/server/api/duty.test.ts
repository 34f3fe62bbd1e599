import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { MatrixDocument } from "../../core/model/document.ts";
import { minuteOf } from "../../core/time/minute.ts";
import { turnsOf } from "../../core/who/turns.ts";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";

const at = testDatabase();
const house = houses(at);
interface Duty { readonly person: string | null; readonly here: readonly string[]; readonly swaps: { readonly id: string; readonly own: boolean; readonly in: string }[] }

/** A rotation of three; Ana is the first of them, Ben the second. */
async function rota(role = "viewer", mails = false) {
  const here = await house({ mails });
  const { ask, workspace, ana } = here;
  const path = `/workspaces/${workspace}`;
  const document = { remit: 1, title: "Rota", parties: [{ id: "client", name: "Client", kind: "client" }], activities: [], people: ["ana", "ben", "cleo", "dora"].map((id) => ({ id, name: id, party: "client" })), roles: [{ id: "ops", name: "Ops", party: "client", holders: ["ana", "ben", "cleo"] }], rotations: [{ id: "week", name: "On call", role: "ops", timeZone: "Europe/Warsaw", layers: [{ people: ["ana", "ben", "cleo"], from: "2026-01-05T08:00", turn: "P1W" }] }] };
  expect((await ask(ana.cookie, "POST", `${path}/edits`, { id: randomUUID(), base: 0, what: "rota", edits: [{ do: "replace", document }] })).status).toBe(200);
  const ben = await here.member(role);
  const link = (account: string, person: string | null) => at.asOwner("update remit.member set person = $3 where workspace_id = $1 and account_id = $2", [workspace, account, person]);
  await link(ana.account, "ana");
  await link(ben.account, "ben");
  const matrix = async () => ((await (await ask(ana.cookie, "GET", `${path}/matrix`)).json()) as { document: MatrixDocument }).document;
  const now = Math.floor(Date.now() / 60_000);
  const next = async (person: string) => turnsOf(await matrix(), person as never, now + 8 * 1_440, now + 40 * 1_440)[0] ?? { from: "", until: "" };
  const want = async (more: object = {}, cookie = ana.cookie, person = "ana") => {
    const { from, until } = await next(person);
    const id = randomUUID();
    return { id, from, until, answer: await ask(cookie, "POST", `${path}/swaps`, { id, rotation: "week", from, until, in: "ben", ...more }) };
  };
  const duty = async (cookie: string) => (await (await ask(cookie, "GET", `${path}/duty`)).json()) as Duty;
  const say = (cookie: string, id: string, answer: string) => ask(cookie, "POST", `${path}/swaps/${id}`, { answer });
  return { ...here, path, ben, link, matrix, want, duty, say };
}

describe("a turn that is asked away", () => {
  test("stays one's own until the other says yes, and is theirs then at once", async () => {
    const { want, duty, say, ana, ben, matrix } = await rota();
    const { id, from, until, answer } = await want();
    expect(answer.status).toBe(204);
    expect((await duty(ana.cookie)).swaps).toMatchObject([{ id, own: true, in: "ben" }]);
    expect(await duty(ben.cookie)).toMatchObject({ person: "ben", here: ["ana", "ben"], swaps: [{ id, own: false }] });
    expect((await matrix()).directory?.swaps).toBeUndefined();
    expect((await say(ben.cookie, id, "yes")).status).toBe(204);
    expect((await matrix()).directory?.swaps).toMatchObject([{ rotation: "week", from, until, out: "ana", in: "ben" }]);
    const turns = turnsOf(await matrix(), "ben" as never, minuteOf(from), minuteOf(until));
    expect(turns.some((turn) => turn.from <= from && turn.until >= until)).toBe(true);
    expect((await duty(ben.cookie)).swaps).toEqual([]);
    expect((await say(ben.cookie, id, "yes")).status).toBe(404);
  });

  test("is not looked for in a rotation that would hold everybody up", async () => {
    const { ask, ana, path } = await rota();
    const layers = Array.from({ length: 2_000 }, () => ({ people: ["ana", "ben"], from: "2026-01-05T08:00", turn: "PT1M", hours: [{ days: ["mon"], from: "03:00", until: "03:01" }] }));
    expect((await ask(ana.cookie, "POST", `${path}/edits`, { id: randomUUID(), base: 100_000, what: "layers", edits: [{ do: "add", kind: "rotation", item: { id: "heavy", name: "Heavy", role: "ops", timeZone: "Europe/Warsaw", layers } }] })).status).toBe(200);
    const in30 = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 16);
    const begun = performance.now();
    const answer = await ask(ana.cookie, "POST", `${path}/swaps`, { id: randomUUID(), rotation: "heavy", in: "ben", from: `${new Date(Date.now() + 60_000).toISOString().slice(0, 16)}Z`, until: `${in30}Z` });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("too many layers");
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test("stays where it was after a no, or when it is taken back", async () => {
    const { want, say, ana, ben, matrix } = await rota();
    const first = await want();
    expect((await say(ben.cookie, first.id, "no")).status).toBe(204);
    const second = await want();
    expect((await say(ana.cookie, second.id, "withdrawn")).status).toBe(204);
    for (const { id } of [first, second]) expect((await say(ben.cookie, id, "yes")).status).toBe(404);
    expect((await matrix()).directory?.swaps).toBeUndefined();
  });

  test("is answered by nobody but the one who was asked, and taken back by nobody but the one who asked", async () => {
    const { want, say, ana, ben, member, link, matrix } = await rota();
    const { id } = await want();
    const cleo = await member("editor");
    await link(cleo.account, "cleo");
    for (const [cookie, answer] of [[ana.cookie, "yes"], [ana.cookie, "no"], [cleo.cookie, "yes"], [cleo.cookie, "withdrawn"], [ben.cookie, "withdrawn"]] as const) expect((await say(cookie, id, answer)).status).toBe(404);
    expect((await matrix()).directory?.swaps).toBeUndefined();
  });

  test.each([
    ["to oneself", { in: "ana" }, 422],
    ["to somebody outside the rotation", { in: "dora" }, 422],
    ["of a rotation that is not there", { rotation: "nowhere" }, 404],
    ["that is long over", { from: "2026-01-05T07:00Z", until: "2026-01-12T07:00Z" }, 422],
    ["that never ends", { until: "2100-01-01T00:00Z" }, 422],
    ["that ends before it begins", { until: "2020-01-01T00:00Z" }, 422],
  ])("is not asked %s", async (_, more, status) => {
    const { want, duty, ana } = await rota();
    expect((await want(more)).answer.status).toBe(status);
    expect((await duty(ana.cookie)).swaps).toEqual([]);
  });

  test("is one's own: nobody asks another's away, and nobody who is not named in the matrix asks", async () => {
    const { want, link, ben } = await rota();
    expect((await want({ in: "cleo" }, ben.cookie, "ana")).answer.status).toBe(422);
    await link(ben.account, null);
    expect((await want({ in: "cleo" }, ben.cookie, "ben")).answer.status).toBe(403);
  });

  test("is not swapped a second time once it is another's", async () => {
    const { want, say, ben, matrix, link, member } = await rota("editor");
    const first = await want();
    const cleo = await member("viewer");
    await link(cleo.account, "cleo");
    const second = await want({ in: "cleo" });
    expect((await say(ben.cookie, first.id, "yes")).status).toBe(204);
    expect((await say(cleo.cookie, second.id, "yes")).status).toBe(422);
    expect((await matrix()).directory?.swaps).toHaveLength(1);
  });

  test("is taken by whoever says yes, in their own name, though neither may edit", async () => {
    const { want, say, ana, ben, workspace } = await rota();
    const { id } = await want();
    await at.asOwner("update remit.member set role = 'operator' where workspace_id = $1 and account_id = $2", [workspace, ana.account]);
    expect((await say(ben.cookie, id, "yes")).status).toBe(204);
    expect(await at.asOwner("select actor, what from remit.edit_log where workspace_id = $1 order by revision desc limit 1", [workspace])).toMatchObject([{ actor: ben.account, what: expect.stringContaining("as both agreed") }]);
  });

  test("is asked by letter too, where the other has an address here", async () => {
    const { want, link, ben, letter, workspace } = await rota("operator", true);
    await at.asOwner("update auth.account set email = 'ben@client.example', email_verified = true where id = $1", [ben.account]);
    const { answer, from } = await want();
    expect(answer.status).toBe(204);
    const sent = await letter();
    expect(sent).toMatchObject({ to: "ben@client.example", subject: expect.stringContaining("Ana") });
    expect(sent?.text).toContain(`http://remit.test/w/${workspace}/duty`);
    expect(sent?.text).toContain(from.slice(0, 10));
    await link(ben.account, null);
    const nobody = await want();
    expect(nobody.answer.status).toBe(422);
    expect(await nobody.answer.text()).toContain("ben has no account here");
    expect(await letter()).toBeUndefined();
  });
});

describe("somebody of the matrix who only reads it", () => {
  const edit = (edits: object[], id = randomUUID()) => ({ id, base: 1e6, what: "away", edits });
  const absence = (person: string, id = `${person}-away`) => ({ do: "add", kind: "absence", item: { id, person, from: "2027-01-04T00:00Z", until: "2027-01-06T00:00Z", substitute: "dora" } });

  test("says when they are away, changes it and takes it back", async () => {
    const { ask, ben, path, matrix } = await rota();
    const put = async (...edits: object[]) => (await ask(ben.cookie, "POST", `${path}/edits`, edit(edits))).status;
    expect(await put(absence("ben"))).toBe(200);
    expect(await put(absence("ben", "again"))).toBe(200);
    expect(await put({ do: "set", at: { kind: "absence", id: "ben-away" }, field: "substitute", value: "cleo" })).toBe(200);
    expect((await matrix()).directory?.absences).toMatchObject([{ person: "ben", substitute: "cleo" }, { id: "again" }]);
    expect(await put({ do: "remove", kind: "absence", id: "ben-away" })).toBe(200);
    expect((await matrix()).directory?.absences).toHaveLength(1);
  });

  test.each([
    ["another's absence", [absence("ana")]],
    ["an absence of theirs beside something else", [absence("ben"), { do: "set", at: { kind: "person", id: "ben" }, field: "name", value: "Benedict" }]],
    ["a swap nobody asked for", [{ do: "add", kind: "swap", item: { id: "mine", rotation: "week", from: "2027-01-04T07:00Z", until: "2027-01-11T07:00Z", out: "ana", in: "ben" } }]],
    ["the title", [{ do: "set-matrix", field: "title", value: "Mine" }]],
    ["a role", [{ do: "set", at: { kind: "role", id: "ops" }, field: "holders", value: ["ben"] }]],
  ])("writes nothing of %s", async (_, edits) => {
    const { ask, ben, path, matrix } = await rota("operator");
    const before = await matrix();
    expect((await ask(ben.cookie, "POST", `${path}/edits`, edit(edits))).status).toBeGreaterThanOrEqual(400);
    expect(await matrix()).toEqual(before);
  });

  test("takes nothing over from others: an absence cannot be made theirs, nor another's be taken back", async () => {
    const { ask, ana, ben, path, matrix } = await rota("operator");
    expect((await ask(ana.cookie, "POST", `${path}/edits`, edit([absence("ana")]))).status).toBe(200);
    for (const one of [{ do: "set", at: { kind: "absence", id: "ana-away" }, field: "person", value: "ben" }, { do: "remove", kind: "absence", id: "ana-away" }]) expect((await ask(ben.cookie, "POST", `${path}/edits`, edit([one]))).status).toBe(403);
    expect((await ask(ben.cookie, "POST", `${path}/edits`, edit([absence("ben")]))).status).toBe(200);
    expect((await ask(ben.cookie, "POST", `${path}/edits`, edit([{ do: "set", at: { kind: "absence", id: "ben-away" }, field: "person", value: "ana" }]))).status).toBe(403);
    expect((await matrix()).directory?.absences?.map(({ person }) => person).sort()).toEqual(["ana", "ben"]);
  });

  test("and is named as nobody there says nothing", async () => {
    const { ask, ben, link, path } = await rota("operator");
    await link(ben.account, null);
    expect((await ask(ben.cookie, "POST", `${path}/edits`, edit([absence("ben")]))).status).toBe(403);
  });
});
