import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";

const at = testDatabase();
const house = houses(at);
type House = Awaited<ReturnType<typeof house>>;

/** All of a list, piece by piece. */
async function all<T>({ ask, ana }: House, path: string, field: string, limit: number): Promise<{ readonly items: T[]; readonly pieces: number }> {
  const items: T[] = [];
  let pieces = 0;
  for (let next: string | number | null = ""; next !== null; pieces++) {
    const answer = await ask(ana.cookie, "GET", `${path}${path.includes("?") ? "&" : "?"}limit=${limit}${next === "" ? "" : `&after=${encodeURIComponent(next)}`}`);
    expect(answer.status).toBe(200);
    const said = (await answer.json()) as Record<string, T[]> & { next: string | number | null };
    expect(said[field]?.length ?? 0).toBeLessThanOrEqual(limit);
    items.push(...(said[field] ?? []));
    next = said.next;
  }
  return { items, pieces };
}

describe("a list that comes in pieces", () => {
  test("gives every member once, longest here first, though many came at one moment", async () => {
    const here = await house();
    for (let n = 0; n < 7; n++) await here.member("viewer");
    await at.asOwner("update remit.member set since = '2026-01-01' where workspace_id = $1 and role = 'viewer' and account_id in (select account_id from remit.member where workspace_id = $1 and role = 'viewer' limit 5)", [here.workspace]);
    const { items, pieces } = await all<{ account: string; since: string }>(here, `/workspaces/${here.workspace}/members`, "members", 3);
    expect([items.length, new Set(items.map(({ account }) => account)).size, pieces]).toEqual([8, 8, 3]);
    expect(items.map(({ since }) => since)).toEqual(items.map(({ since }) => since).toSorted());
    expect(Object.keys(items[0] ?? {})).not.toContain("place");
    const whole = (await (await here.ask(here.ana.cookie, "GET", `/workspaces/${here.workspace}/members`)).json()) as { members: object[]; invitations: object[]; next: null };
    expect([whole.members.length, whole.invitations, whole.next]).toEqual([8, [], null]);
  });

  test("gives every invitation and every key once, newest first", async () => {
    const here = await house();
    const made: Record<"invitations" | "keys", string[]> = { invitations: [], keys: [] };
    for (let n = 0; n < 5; n++) {
      made.invitations.unshift(((await (await here.ask(here.ana.cookie, "POST", `/workspaces/${here.workspace}/invitations`, { role: "viewer" })).json()) as { id: string }).id);
      made.keys.unshift(((await (await here.ask(here.ana.cookie, "POST", `/workspaces/${here.workspace}/keys`, { name: `Key ${n}` })).json()) as { id: string }).id);
    }
    for (const list of ["invitations", "keys"] as const) expect((await all<{ id: string }>(here, `/workspaces/${here.workspace}/${list}`, list, 2)).items.map(({ id }) => id)).toEqual(made[list]);
  });

  test("gives the log forwards and an item's history backwards, each entry once", async () => {
    const here = await house();
    const { document } = (await (await here.ask(here.ana.cookie, "GET", `/workspaces/${here.workspace}/matrix`)).json()) as { document: { activities: { id: string }[] } };
    const id = document.activities[0]?.id ?? "";
    for (let n = 1; n <= 7; n++) expect((await here.ask(here.ana.cookie, "POST", `/workspaces/${here.workspace}/edits`, { id: randomUUID(), base: n, what: `title ${n}`, edits: [{ do: "set", at: { kind: "activity", id }, field: "title", value: `Title ${n}` }] })).status).toBe(200);
    const history = await all<{ revision: number; what: string }>(here, `/workspaces/${here.workspace}/history?kind=activity&id=${id}`, "edits", 3);
    expect(history.items.map(({ what }) => what)).toEqual([7, 6, 5, 4, 3, 2, 1].map((n) => `title ${n}`));
    const log = await all<{ revision: number }>(here, `/workspaces/${here.workspace}/edits`, "edits", 3);
    expect(log.items.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("misses nobody who was there all along while others come and go", async () => {
    const here = await house();
    const keys: string[] = [];
    for (let n = 0; n < 4; n++) keys.unshift(((await (await here.ask(here.ana.cookie, "POST", `/workspaces/${here.workspace}/keys`, { name: `Key ${n}` })).json()) as { id: string }).id);
    const path = `/workspaces/${here.workspace}/keys?limit=2`;
    const first = (await (await here.ask(here.ana.cookie, "GET", path)).json()) as { next: string };
    await here.ask(here.ana.cookie, "POST", `/workspaces/${here.workspace}/keys`, { name: "Newer" });
    const second = (await (await here.ask(here.ana.cookie, "GET", `${path}&after=${first.next}`)).json()) as { keys: { id: string }[]; next: string | null };
    expect([second.keys.map(({ id }) => id), second.next]).toEqual([keys.slice(2), null]);
  });

  test.each([["limit=0"], ["limit=-1"], ["limit=100000"], ["limit=x"], ["after=x"], ["after=%27%20or%201=1--"], [`after=${Buffer.from('["2026-01-01T00:00:00.000000Z","x"]').toString("base64url")}`], [`after=${Buffer.from('["infinity","00000000-0000-4000-8000-000000000000"]').toString("base64url")}`], [`after=${Buffer.from('{"place":1}').toString("base64url")}`], [`after=${randomBytes(400).toString("base64url")}`]])("refuses %s", async (query) => {
    const { ask, ana, workspace, logged } = await house();
    for (const list of ["members", "invitations", "keys", "guests", `webhooks/${randomUUID()}/deliveries`, "history?kind=activity&id=x"]) expect((await ask(ana.cookie, "GET", `/workspaces/${workspace}/${list}${list.includes("?") ? "&" : "?"}${query}`)).status).toBe(422);
    expect(logged).toEqual([]);
  });
});
