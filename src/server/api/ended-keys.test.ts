import { expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";

const at = testDatabase();
const house = houses(at);

async function withKey() {
  const { ask, ana, workspace, member } = await house();
  const path = `/workspaces/${workspace}`;
  const ed = await member("editor");
  const { key } = (await (await ask(ed.cookie, "POST", `${path}/keys`, { name: "k", edit: true, days: 30 })).json()) as { key: string };
  const byKey = async () => (await ask(undefined, "GET", `${path}/matrix`, undefined, { authorization: `Bearer ${key}` })).status;
  const back = async () => {
    const { link } = (await (await ask(ana.cookie, "POST", `${path}/invitations`, { role: "viewer" })).json()) as { link: string };
    expect((await ask(ed.cookie, "POST", "/invitations/accept", { token: link.split("#invitation=")[1] })).status).toBe(200);
    expect((await ask(ed.cookie, "GET", `${path}/matrix`)).status).toBe(200);
  };
  expect(await byKey()).toBe(200);
  return { ask, ana, ed, path, workspace, byKey, back };
}

test("a key of somebody who was put out does not work again when they are asked in anew", async () => {
  const { ask, ana, ed, path, byKey, back } = await withKey();
  expect((await ask(ana.cookie, "DELETE", `${path}/members/${ed.account}`)).status).toBe(204);
  await back();
  expect(await byKey()).toBe(401);
});

test("nor one of somebody whose time ran out", async () => {
  const { workspace, ed, byKey, back } = await withKey();
  await at.asOwner("alter table remit.member disable trigger keys_end");
  await at.asOwner("update remit.member set until = now() - interval '1 minute' where workspace_id = $1 and account_id = $2", [workspace, ed.account]);
  await at.asOwner("alter table remit.member enable trigger keys_end");
  await back();
  expect(await byKey()).toBe(401);
});

test("a key ends when its member speaks for another party, and not when their role changes", async () => {
  const { ask, ana, ed, path, workspace, byKey } = await withKey();
  const [party] = await at.asOwner<{ id: string }>("select item_id as id from remit.draft_item where workspace_id = $1 and kind = 'party' order by place", [workspace]);
  expect((await ask(ana.cookie, "PATCH", `${path}/members/${ed.account}`, { role: "viewer", party: null, person: null })).status).toBe(204);
  expect(await byKey()).toBe(200);
  await at.asOwner("update remit.member set party = $3 where workspace_id = $1 and account_id = $2", [workspace, ed.account, party?.id]);
  expect(await byKey()).toBe(401);
});

test("keys come back with a deleted workspace, as its members do", async () => {
  const { ask, ana, path, workspace, byKey } = await withKey();
  expect((await ask(ana.cookie, "DELETE", path)).status).toBe(204);
  expect(await byKey()).not.toBe(200);
  const { workspaces } = (await (await ask(ana.cookie, "GET", "/deleted-workspaces")).json()) as { workspaces: readonly { id: string }[] };
  expect(workspaces.map(({ id }) => id)).toContain(workspace);
  expect((await ask(ana.cookie, "POST", `/deleted-workspaces/${workspace}/restore`, {})).status).toBeLessThan(300);
  expect(await byKey()).toBe(200);
});
