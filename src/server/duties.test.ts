import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "../../test/database.ts";
import { keysFrom } from "#accounts/keys.ts";
import { Drafts } from "#app/draft/drafts.ts";
import { foundWorkspace } from "#app/workspace/found.ts";
import { deleteWorkspace } from "#db/workspace.ts";
import { keepDuties } from "./duties.ts";

const at = testDatabase();
const { history: signer } = keysFrom(randomBytes(32));
const heads = async (workspace: string) => (await at.asOwner<{ revision: number }>("select revision::int as revision from remit.history_head where workspace_id = $1 order by revision", [workspace])).map(({ revision }) => revision);

async function workspace() {
  const drafts = new Drafts(at.db);
  const ana = await at.person("Ana");
  const here = await foundWorkspace(at.db, drafts, ana, "Northwind", { from: "nothing" });
  return { ana, here, edit: () => drafts.edit(ana, here, { id: randomUUID(), base: 1e6, what: "x", edits: [{ do: "set-matrix", field: "about", value: randomUUID() }] }) };
}

test("several servers sign each history once within their time, and again what is new when they are stopped", async () => {
  const told: string[] = [];
  const { here, edit } = await workspace();
  const servers = [1, 2, 3].map(() => keepDuties(at.db, signer, (line) => told.push(line), 20));
  await expect.poll(() => heads(here)).toEqual([1]);
  await edit();
  await new Promise((settle) => setTimeout(settle, 150));
  expect(await heads(here)).toEqual([1]);
  await Promise.all(servers.map((server) => server.close()));
  expect(await heads(here)).toEqual([1, 2]);
  expect(told).toEqual([]);
});

test("what was deleted two weeks ago is removed, addresses beside the history are forgotten, and a fault of one duty leaves the others", async () => {
  const told: string[] = [];
  const [gone, kept] = [await workspace(), await workspace()];
  await deleteWorkspace(at.db, gone.ana, gone.here);
  await at.asOwner("update remit.deletion set at = now() - interval '15 days' where workspace_id = $1", [gone.here]);
  await at.asOwner("insert into remit.edit_origin (workspace_id, revision, actor, address, agent, at) values ($1, 1, $2, '192.0.2.1', 'old', now() - interval '91 days'), ($1, 2, $2, '192.0.2.2', 'new', now() - interval '89 days')", [kept.here, kept.ana]);
  await at.asOwner("delete from auth.duty");
  await at.asOwner("alter table remit.history_check add constraint no check (false) not valid");
  const server = keepDuties(at.db, signer, (line) => told.push(line), 20);
  await expect.poll(() => at.asOwner("select address, agent from remit.edit_origin where workspace_id = $1 order by revision", [kept.here])).toEqual([{ address: null, agent: null }, { address: "192.0.2.2", agent: "new" }]);
  await server.close();
  await at.asOwner("alter table remit.history_check drop constraint no");
  expect(await at.asOwner("select 1 from remit.workspace where workspace_id = $1", [gone.here])).toEqual([]);
  expect(told.join("\n")).toContain(`workspace ${gone.here} was deleted two weeks ago`);
  expect(told.join("\n")).toMatch(/histories: error/);
});
