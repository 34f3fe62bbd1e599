import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../test/database.ts";
import { commitEdit, type Commit } from "./commit.ts";
import { editsSince, readDraft, revisionOf } from "./draft.ts";
import { makeWorkspace, workspacesOf } from "./workspace.ts";

const at = testDatabase();
const put = (id: string, title: string, was: number | null): Commit => ({
  edit: randomUUID(), sealed: { salt: "00".repeat(16), payloadHash: "11".repeat(32) }, what: `set ${id}`, edits: [{ do: "set", at: { kind: "activity", id }, field: "title", value: title }], undo: [],
  puts: [{ kind: "activity", id, place: 1, body: { id, title, assignments: [] }, was }], gone: [],
});

async function workspace() {
  const ana = await at.person("Ana");
  return { ana, here: await makeWorkspace(at.db, ana, "Northwind") };
}

describe("the draft", () => {
  test("gives back what was put, with the revision that put it", async () => {
    const { ana, here } = await workspace();
    expect(await commitEdit(at.db, ana, here, put("a1", "Patch", null))).toMatchObject({ state: "done", revision: 1 });
    expect(await commitEdit(at.db, ana, here, put("a1", "Patch servers", 1))).toMatchObject({ state: "done", revision: 2 });
    const draft = await readDraft(at.db, ana, here);
    expect(draft).toMatchObject({ revision: 2, items: [{ kind: "activity", id: "a1", was: 2, body: { title: "Patch servers" } }] });
    expect((await editsSince(at.db, ana, here, 0, 10)).entries).toMatchObject([{ revision: 1, actor: ana }, { revision: 2, actor: ana }]);
  });

  test("takes the same edit once, however often it is sent", async () => {
    const { ana, here } = await workspace();
    const edit = put("a1", "Patch", null);
    await commitEdit(at.db, ana, here, edit);
    expect(await commitEdit(at.db, ana, here, edit)).toMatchObject({ state: "again", revision: 1 });
    expect((await editsSince(at.db, ana, here, 0, 10)).entries.length).toBe(1);
  });

  test("changes nothing for an edit that read an older state", async () => {
    const { ana, here } = await workspace();
    await commitEdit(at.db, ana, here, put("a1", "Patch", null));
    await commitEdit(at.db, ana, here, put("a1", "Patch all", 1));
    expect(await commitEdit(at.db, ana, here, put("a1", "Mine", 1))).toMatchObject({ state: "stale" });
    expect((await readDraft(at.db, ana, here))?.items[0]?.body).toMatchObject({ title: "Patch all" });
  });

  test("numbers the edits of twenty writers without a gap", async () => {
    const { ana, here } = await workspace();
    const done = await Promise.all(Array.from({ length: 20 }, (_, i) => commitEdit(at.db, ana, here, put(`a${i}`, "Patch", null))));
    expect(done.map((made) => (made.state === "done" ? made.revision : 0)).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  test("only grows its log", async () => {
    const { ana, here } = await workspace();
    await commitEdit(at.db, ana, here, put("a1", "Patch", null));
    await expect(at.db.inWorkspace(ana, here, (run) => run({ name: "x1", text: "delete from remit.edit_log" }))).rejects.toThrow(/permission denied/);
    await expect(at.db.inWorkspace(ana, here, (run) => run({ name: "x2", text: "update remit.edit_log set what = 'x'" }))).rejects.toThrow(/permission denied/);
  });
});

describe("sealed", () => {
  test("a stranger sees no workspace, no draft and no edit, and writes none", async () => {
    const { ana, here } = await workspace();
    const eve = await at.person("Eve");
    await commitEdit(at.db, ana, here, put("a1", "Patch", null));
    expect(await readDraft(at.db, eve, here)).toBeUndefined();
    expect(await revisionOf(at.db, eve, here)).toBeUndefined();
    expect(await editsSince(at.db, eve, here, 0, 10)).toEqual({ entries: [], more: false });
    expect(await commitEdit(at.db, eve, here, put("a2", "Mine", null))).toMatchObject({ state: "refused" });
    expect(await workspacesOf(at.db, eve)).toEqual([]);
  });

  test("a statement without any condition stays inside its workspace", async () => {
    const [one, two] = [await workspace(), await workspace()];
    await commitEdit(at.db, one.ana, one.here, put("a1", "Theirs", null));
    await commitEdit(at.db, two.ana, two.here, put("a1", "Ours", null));
    const seen = await at.db.inWorkspace(two.ana, two.here, (run) => run<{ body: { title: string } }>({ name: "x3", text: "select body from remit.draft_item" }));
    expect(seen.map(({ body }) => body.title)).toEqual(["Ours"]);
    await expect(at.db.inWorkspace(two.ana, two.here, (run) => run({ name: "x4", text: "update remit.draft_item set body = '{}'" }))).rejects.toThrow(/permission denied/);
    expect((await readDraft(at.db, one.ana, one.here))?.items[0]?.body).toMatchObject({ title: "Theirs" });
  });

  test.each(["approver", "operator", "viewer", "auditor"])("%s reads and does not write", async (role) => {
    const { ana, here } = await workspace();
    const bob = await at.person("Bob");
    await at.asOwner("insert into remit.member (workspace_id, account_id, role) values ($1, $2, $3)", [here, bob, role]);
    await commitEdit(at.db, ana, here, put("a1", "Patch", null));
    expect((await readDraft(at.db, bob, here))?.items).toHaveLength(1);
    expect(await commitEdit(at.db, bob, here, put("a2", "Mine", null))).toMatchObject({ state: "refused" });
    await expect(at.db.inWorkspace(bob, here, (run) => run({ name: "x5", text: "insert into remit.draft_item (workspace_id, kind, item_id, place, body, revision) select workspace_id, 'activity', 'z', 1, '{}', 1 from remit.workspace" }))).rejects.toThrow(/permission denied/);
  });

  test("membership that ended opens nothing any more", async () => {
    const { ana, here } = await workspace();
    await at.asOwner("update remit.member set until = now() where workspace_id = $1", [here]);
    expect(await readDraft(at.db, ana, here)).toBeUndefined();
  });

  test("every table with a workspace is forced under its policies and keyed by the workspace first", async () => {
    const tables = await at.asOwner<{ name: string; forced: boolean; first: string }>(`
      select c.relname as name, c.relforcerowsecurity as forced, a.attname as first
      from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'remit' and c.relkind = 'r'
      join pg_index i on i.indrelid = c.oid and i.indisprimary join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]`);
    expect(tables.length).toBeGreaterThan(4);
    for (const table of tables) expect(table).toMatchObject({ forced: true, first: "workspace_id" });
  });
});
