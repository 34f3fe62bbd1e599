import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";
import { sweepDeleted } from "#db/workspace.ts";

const at = testDatabase();
const house = houses(at);

async function deleted() {
  const here = await house();
  const { ask, workspace, ana, member } = here;
  const path = `/workspaces/${workspace}`;
  const ed = await member("editor");
  const second = await member("owner");
  const { key } = (await (await ask(ana.cookie, "POST", `${path}/keys`, { name: "A program", edit: true })).json()) as { key: string };
  const { link } = (await (await ask(ana.cookie, "POST", `${path}/invitations`, { role: "viewer" })).json()) as { link: string };
  const before = await (await ask(ana.cookie, "GET", `${path}/matrix`)).text();
  const write = (cookie: string) => ask(cookie, "POST", `${path}/edits`, { id: randomUUID(), base: 1e6, what: "x", edits: [{ do: "set-matrix", field: "about", value: "x" }] });
  expect((await write(ed.cookie)).status).toBe(200);
  expect((await ask(ana.cookie, "DELETE", path, {})).status).toBe(204);
  const list = async (cookie: string) => ((await (await ask(cookie, "GET", "/deleted-workspaces")).json()) as { workspaces: { id: string; name: string; goes: string }[] }).workspaces;
  const mine = async (cookie: string) => ((await (await ask(cookie, "GET", "/session")).json()) as { workspaces: { id: string; role: string }[] }).workspaces;
  return { ...here, path, ed, second, key, token: link.split("invitation=")[1] ?? "", before, write, list, mine };
}

describe("a deleted workspace", () => {
  test("that demands two factors is neither brought back nor removed by a session that showed one", async () => {
    const { ask, workspace, ana, second } = await deleted();
    await at.asOwner("insert into remit.sign_in_rule (workspace_id, party, domains, made_by) values ($1, '', '{}', $2)", [workspace, ana.account]);
    for (const [method, path, body] of [["POST", `/deleted-workspaces/${workspace}/restore`, {}], ["DELETE", `/deleted-workspaces/${workspace}`, { name: "Northwind" }]] as const) {
      const refused = await ask(second.cookie, method, path, body);
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([403, "second-factor"]);
    }
    await at.asOwner("update auth.account set second_factor = true where id = $1", [second.account]);
    await at.asOwner("update auth.session set how = 'code' where account_id = $1", [second.account]);
    expect((await ask(second.cookie, "POST", `/deleted-workspaces/${workspace}/restore`, {})).status).toBe(204);
  });

  test("vanishes for everybody: pages, keys, invitations, and edits of sessions the server knows", async () => {
    const { ask, path, ana, ed, second, key, token, write, mine } = await deleted();
    for (const { cookie } of [ana, ed, second]) {
      expect((await ask(cookie, "GET", `${path}/matrix`)).status).toBe(404);
      expect((await write(cookie)).status).toBe(404);
      expect(await mine(cookie)).toEqual([]);
    }
    expect((await ask(undefined, "GET", `${path}/matrix`, undefined, { authorization: `Bearer ${key}` })).status).toBe(404);
    expect((await ask(ed.cookie, "POST", "/invitations/accept", { token })).status).toBe(410);
    expect((await ask(ana.cookie, "DELETE", path, {})).status).toBe(404);
  });

  test("is listed for its owners alone, with the day it goes, and brought back whole by any of them", async () => {
    const { ask, workspace, path, ana, ed, second, list, mine, write, token, signIn } = await deleted();
    for (const { cookie } of [ana, second]) {
      const [one] = await list(cookie);
      expect(one).toMatchObject({ id: workspace, name: "Northwind" });
      expect(Math.round((Date.parse(one?.goes ?? "") - Date.now()) / 86_400_000)).toBe(14);
    }
    expect(await list(ed.cookie)).toEqual([]);
    const eve = await signIn("Eve");
    for (const cookie of [ed.cookie, eve.cookie]) {
      expect((await ask(cookie, "POST", `/deleted-workspaces/${workspace}/restore`, {})).status).toBe(404);
      expect((await ask(cookie, "DELETE", `/deleted-workspaces/${workspace}`, { name: "Northwind" })).status).toBe(404);
    }
    expect((await ask(second.cookie, "POST", `/deleted-workspaces/${workspace}/restore`, {})).status).toBe(204);
    expect((await mine(ana.cookie)).map(({ role }) => role)).toEqual(["owner"]);
    expect((await ask(ed.cookie, "GET", `${path}/matrix`)).status).toBe(200);
    expect((await write(ed.cookie)).status).toBe(200);
    expect((await ask(eve.cookie, "POST", "/invitations/accept", { token })).status).toBe(200);
    expect(await list(ana.cookie)).toEqual([]);
    expect((await ask(second.cookie, "POST", `/deleted-workspaces/${workspace}/restore`, {})).status).toBe(404);
  });

  test("gives nobody back who had left before, and ends when it would have ended", async () => {
    const { ask, workspace, ana, member } = await house();
    const [left, guest] = [await member("owner"), await member("viewer")];
    await ask(left.cookie, "DELETE", `/workspaces/${workspace}/members/${left.account}`, {});
    await at.asOwner("update remit.member set until = '2099-01-01' where workspace_id = $1 and account_id = $2", [workspace, guest.account]);
    await ask(ana.cookie, "DELETE", `/workspaces/${workspace}`, {});
    expect(((await (await ask(left.cookie, "GET", "/deleted-workspaces")).json()) as { workspaces: [] }).workspaces).toEqual([]);
    expect((await ask(left.cookie, "POST", `/deleted-workspaces/${workspace}/restore`, {})).status).toBe(404);
    await ask(ana.cookie, "POST", `/deleted-workspaces/${workspace}/restore`, {});
    expect((await ask(left.cookie, "GET", `/workspaces/${workspace}/matrix`)).status).toBe(404);
    expect(await at.asOwner("select until::date::text as until from remit.member where workspace_id = $1 and account_id = $2", [workspace, guest.account])).toEqual([{ until: "2099-01-01" }]);
  });

  test("goes at once when its name is typed, and only then; nothing of it stays", async () => {
    const { ask, workspace, ana } = await deleted();
    expect((await ask(ana.cookie, "DELETE", `/deleted-workspaces/${workspace}`, { name: "Southwind" })).status).toBe(422);
    expect((await ask(ana.cookie, "DELETE", `/deleted-workspaces/${workspace}`, { name: " Northwind " })).status).toBe(204);
    for (const table of ["workspace", "member", "draft_item", "edit_log", "edit_touch", "deletion"]) expect(await at.asOwner(`select 1 from remit.${table} where workspace_id = $1`, [workspace])).toEqual([]);
  });

  test("goes for good after two weeks and not before; one that lives is never swept", async () => {
    const { workspace } = await deleted();
    const living = await house();
    expect(await sweepDeleted(at.db)).toEqual([]);
    await at.asOwner("update remit.deletion set at = now() - interval '13 days 23 hours' where workspace_id = $1", [workspace]);
    expect(await sweepDeleted(at.db)).toEqual([]);
    await at.asOwner("update remit.deletion set at = now() - interval '14 days' where workspace_id = $1", [workspace]);
    expect((await Promise.all([sweepDeleted(at.db), sweepDeleted(at.db)])).flat()).toEqual([workspace]);
    expect(await at.asOwner("select 1 from remit.workspace where workspace_id = $1", [living.workspace])).toHaveLength(1);
  });

  test("cannot be made of what both organisations own", async () => {
    const { ask, workspace, ana, member } = await house();
    await at.asOwner("update remit.member set party = 'client' where account_id = $1", [ana.account]);
    await member("owner", "provider");
    expect((await ask(ana.cookie, "DELETE", `/workspaces/${workspace}`, {})).status).toBe(409);
    expect((await ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`)).status).toBe(200);
  });
});
