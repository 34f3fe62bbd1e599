import { createHash, randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "../../test/database.ts";
import { commitEdit, type Author, type Commit } from "./commit.ts";
import { DatabaseGone, type Database } from "./database.ts";
import { editsSince, readDraft } from "./draft.ts";
import { makeWorkspace } from "./workspace.ts";

const at = testDatabase();
const put = (id: string, title: string, was: number | null): Commit => ({
  edit: randomUUID(), sealed: { salt: "00".repeat(16), payloadHash: "11".repeat(32) }, what: `set ${id}`, edits: [{ do: "set", at: { kind: "activity", id }, field: "title", value: title }], undo: [],
  puts: [{ kind: "activity", id, place: 1, body: { id, title, assignments: [] }, was }], gone: [],
});

/** The same orders for a workspace, whoever carries them out: good, stale, sent twice, of strangers, broken, with and without a session. */
async function orders(): Promise<{ readonly here: string; readonly ana: string; readonly all: readonly (readonly [Author, Commit])[] }> {
  const [ana, eve] = [await at.person("Ana"), await at.person("Eve")];
  const here = await makeWorkspace(at.db, ana, "Northwind");
  const session = createHash("sha256").update(randomBytes(8)).digest();
  await at.asOwner("insert into auth.session (token_hash, account_id, expires_at) values ($1, $2, now() + interval '1 hour')", [session, ana]);
  const first = put("a1", "Patch", null);
  return {
    here,
    ana,
    all: [
      [ana, first],
      [{ account: ana, session }, put("a2", 'Quote " and \\ and ü', null)],
      [eve, put("a3", "Mine", null)],
      [ana, first],
      [ana, put("a1", "From nowhere", 77)],
      [{ account: ana, session: Buffer.alloc(32) }, put("a4", "With an ended session", null)],
      [ana, put("x".repeat(121), "Breaks the table's own check", null)],
      [ana, { ...put("a5", "Removes", null), gone: [{ kind: "activity", id: "a2", was: 2 }], matrix: { body: { remit: 1, title: "New" }, was: 0 } }],
      [ana, put("a6", "Last", null)],
    ],
  };
}

/** What somebody sees of an answer; the moment differs, and the fault of a broken one is in words. */
const seen = (answer: PromiseSettledResult<Awaited<ReturnType<typeof commitEdit>>>): unknown =>
  answer.status === "rejected" ? (answer.reason as { code: string }).code : "revision" in answer.value ? [answer.value.state, answer.value.revision] : answer.value.state;

test("many edits in one message come out as they would one after another", async () => {
  const [one, many] = [await orders(), await orders()];
  const alone: unknown[] = [];
  for (const [author, commit] of one.all) alone.push(seen((await Promise.allSettled([commitEdit(at.db, author, one.here, commit)]))[0]));
  const together = (await Promise.allSettled(many.all.map(([author, commit]) => commitEdit(at.db, author, many.here, commit)))).map(seen);
  expect(alone).toEqual([["done", 1], ["done", 2], "refused", ["again", 1], "stale", "signed-out", "23514", ["done", 3], ["done", 4]]);
  expect(together).toEqual(alone);
  const [first, second] = [await readDraft(at.db, one.ana, one.here), await readDraft(at.db, many.ana, many.here)];
  expect(second).toEqual(first);
  expect(second?.items.map(({ id }) => id).sort()).toEqual(["a1", "a5", "a6"]);
});

test("what waits while an edit is on its way goes in one message, and one broken edit costs the others nothing", async () => {
  const ana = await at.person("Ana");
  const places = await Promise.all(Array.from({ length: 12 }, (_, i) => makeWorkspace(at.db, ana, `Client ${i}`)));
  const sent: string[] = [];
  const watched: Database = { ...at.db, run: (statement, values) => (sent.push(statement.name), at.db.run(statement, values)) };
  await Promise.all(places.map((here) => commitEdit(watched, ana, here, put("a1", "Patch", null))));
  expect(sent).toEqual(["commit.one", "commit.many"]);
  const answers = await Promise.allSettled(places.map((here, i) => commitEdit(watched, ana, here, put(i === 5 ? "x".repeat(121) : "a2", "Patch", null))));
  expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(1);
  for (const [i, here] of places.entries()) expect((await editsSince(at.db, ana, here, 0, 9)).entries).toHaveLength(i === 5 ? 1 : 2);
});

test("when the connection is lost, everybody who was in the message hears it, and nobody else", async () => {
  const ana = await at.person("Ana");
  const here = await makeWorkspace(at.db, ana, "Northwind");
  let lost = 0;
  const shaky: Database = { ...at.db, run: (statement, values) => (statement.name === "commit.many" && lost++ === 0 ? Promise.reject(new DatabaseGone(new Error("cut"))) : at.db.run(statement, values)) };
  const answers = await Promise.allSettled([put("a1", "a", null), put("a2", "b", null), put("a3", "c", null)].map((commit) => commitEdit(shaky, ana, here, commit)));
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(await commitEdit(shaky, ana, here, put("a4", "d", null))).toMatchObject({ state: "done", revision: 2 });
});

test("a large edit goes its own way and holds no small one up", async () => {
  const ana = await at.person("Ana");
  const here = await makeWorkspace(at.db, ana, "Northwind");
  const large = { ...put("a1", "Patch", null), what: "paste", edits: [{ text: "x".repeat(60_000) }] };
  const done = await Promise.all([commitEdit(at.db, ana, here, large), commitEdit(at.db, ana, here, put("a2", "b", null)), commitEdit(at.db, ana, here, put("a3", "c", null))]);
  expect(done.every(({ state }) => state === "done")).toBe(true);
});
