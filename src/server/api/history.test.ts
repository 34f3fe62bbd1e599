import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { z } from "@hono/zod-openapi";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";
import type { HistoryPage } from "#contract/history.ts";
import type { Edit } from "#core/model/edit.ts";
import type { MatrixDocument } from "#core/model/document.ts";

const at = testDatabase();
const house = houses(at);
type Page = z.infer<typeof HistoryPage>;

/** A workspace with Ana of the client and Ben of the provider, and ways to write and to read. */
async function company() {
  const here = await house();
  const { ask, workspace, ana } = here;
  const path = `/workspaces/${workspace}`;
  const { document } = (await (await ask(ana.cookie, "GET", `${path}/matrix`)).json()) as { document: MatrixDocument };
  const [client, provider] = [document.parties.find(({ kind }) => kind === "client")?.id ?? "", document.parties.find(({ kind }) => kind === "provider")?.id ?? ""];
  await at.asOwner("update remit.member set party = $3 where workspace_id = $1 and account_id = $2", [workspace, ana.account, client]);
  const ben = await here.member("editor", provider);
  const [row, other] = document.activities.map(({ id }) => id) as [string, string];
  const write = async (cookie: string | undefined, edits: readonly Edit[], what: string, more: Record<string, string> = {}, page?: string): Promise<number> => {
    const answer = await ask(cookie, "POST", `${path}/edits`, { id: randomUUID(), base: 1e6, what, edits, ...(page ? { page } : {}) }, more);
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { revision: number }).revision;
  };
  const title = (value: string, id: string = row): Edit => ({ do: "set", at: { kind: "activity", id }, field: "title", value });
  const read = async (query = "", cookie = ana.cookie): Promise<Page> => (await (await ask(cookie, "GET", `${path}/history/entries${query}`)).json()) as Page;
  const back = (revision: number, cookie = ana.cookie) => ask(cookie, "POST", `${path}/history/${revision}/undo`, { id: randomUUID() });
  const now = async (id = row): Promise<string> => ((await (await ask(ana.cookie, "GET", `${path}/matrix`)).json()) as { document: MatrixDocument }).document.activities.find((one) => one.id === id)?.title ?? "";
  return { ...here, path, document, client, provider, ben, row, other, write, title, read, back, now };
}
const revisions = ({ entries }: Page) => entries.map(({ revision }) => revision);

describe("the history, read", () => {
  test("says who, for which party, what with what stood there before, when, and names instead of ids", async () => {
    const { write, title, read, ana, row, document, client } = await company();
    const before = document.activities[0]?.title ?? "";
    const role = document.roles[0];
    await write(ana.cookie, [title("Isolate an infected host"), { do: "letters", activity: row, cells: { [role?.id ?? ""]: [{ letter: "C" }] } as never }], "rewrite the row");
    const [entry] = (await read()).entries;
    expect(entry).toMatchObject({ who: { name: "Ana", own: true }, party: { id: client }, what: "rewrite the row", erased: false, takeBack: true });
    expect(entry?.changes).toMatchObject([{ field: "title", before, after: "Isolate an infected host" }, { name: "Isolate an infected host", field: `letters of ${role?.name}`, after: "C" }]);
    expect(Math.abs(Date.parse(entry?.at ?? "") - Date.now())).toBeLessThan(60_000);
    expect(JSON.stringify(entry?.changes.map(({ item: _, ...words }) => words))).not.toContain(role?.id);
  });

  test("names what came and what is gone", async () => {
    const { write, read, ana } = await company();
    await write(ana.cookie, [{ do: "add", kind: "activity", item: { id: "new-row", title: "Water the plants", assignments: [] } }], "add");
    await write(ana.cookie, [{ do: "remove", kind: "activity", id: "new-row" }], "remove");
    expect((await read("?limit=2")).entries.map(({ changes }) => changes.map(({ name, change }) => `${name} ${change}`))).toEqual([["Water the plants removed"], ["Water the plants added"]]);
  });

  test("is narrowed by person, party, row, day, words and number, and read on page by page without a gap", async () => {
    const { write, title, read, ana, ben, row, other, provider } = await company();
    const mine = await write(ana.cookie, [title("Patch the mail servers")], "one");
    const his = await write(ben.cookie, [title("Rotate the keys", other)], "two");
    const third = await write(ben.cookie, [title("Patch 100% of _all_ hosts")], "three");
    expect(revisions(await read(`?person=${ben.account}`))).toEqual([third, his]);
    expect(revisions(await read(`?party=${provider}`))).toEqual([third, his]);
    expect(revisions(await read(`?kind=activity&id=${row}`))).toEqual([third, mine]);
    expect(revisions(await read(`?kind=activity&id=${row}&person=${ana.account}&words=MAIL`))).toEqual([mine]);
    expect(revisions(await read("?words=100%25%20of%20_all_"))).toEqual([third]);
    // What stood there before counts as well.
    expect(revisions(await read("?words=mail%20servers"))).toEqual([third, mine]);
    expect(revisions(await read(`?revision=${his}`))).toEqual([his]);
    const day = new Date().toISOString().slice(0, 10);
    expect(revisions(await read(`?from=${day}&until=${day}&person=${ben.account}`))).toEqual([third, his]);
    expect(revisions(await read("?until=2020-01-01"))).toEqual([]);
    expect(revisions(await read("?from=2099-01-01"))).toEqual([]);
    const all: number[] = [];
    for (let query = "?limit=2"; ; ) {
      const page = await read(query);
      all.push(...revisions(page));
      if (page.next === null) break;
      query = `?limit=2&after=${page.next}`;
    }
    expect(all).toEqual([4, 3, 2, 1]);
  });

  test("says from which window or key an entry came; address and browser only to whoever wrote, and to the owners of their party", async () => {
    const { write, title, read, ana, ben, path, ask, member, client } = await company();
    const page = randomUUID();
    const { key } = (await (await ask(ana.cookie, "POST", `${path}/keys`, { name: "Ticket robot", edit: true })).json()) as { key: string };
    await write(ana.cookie, [title("a")], "window", { "user-agent": "Firefox/140 (Windows)" }, page);
    await write(undefined, [title("b")], "program", { authorization: `Bearer ${key}`, "user-agent": "curl/8" });
    const from = async (cookie: string, query = `?limit=2&page=${page}`) => (await read(query, cookie)).entries.map(({ from: { kind, agent, key } }) => [kind, agent, key]);
    await expect.poll(() => from(ana.cookie)).toEqual([["key", "curl/8", "Ticket robot"], ["here", "Firefox/140 (Windows)", null]]);
    expect(await from(ben.cookie)).toEqual([["key", null, null], ["window", null, null]]);
    expect(await from((await member("owner", client)).cookie)).toEqual([["key", "curl/8", "Ticket robot"], ["window", "Firefox/140 (Windows)", null]]);
    expect(await from((await member("editor", client)).cookie)).toEqual([["key", null, null], ["window", null, null]]);
  });

  test("takes every filter as words, never as a statement", async () => {
    const { path, ask, ana, read } = await company();
    const nasty = ["' or true --", "'; drop table remit.edit_log; --", "%' union select 1 --", "\\", "$1", "%", "_", "\u202e", "💥".repeat(40)];
    for (const words of nasty)
      for (const name of ["person", "party", "id", "kind", "from", "until", "words", "revision", "after", "page", "limit"]) {
        const answer = await ask(ana.cookie, "GET", `${path}/history/entries?${name === "id" ? "kind=activity&" : ""}${name}=${encodeURIComponent(words)}`);
        expect([200, 422], `${name}=${words}`).toContain(answer.status);
        if (answer.status === 200 && words.length < 100 && words !== "$1" && !/^[%_\\]$/.test(words) && name !== "words") expect(((await answer.json()) as Page).entries).toEqual([]);
      }
    expect((await ask(ana.cookie, "GET", `${path}/history/entries?words=%00`)).status).toBe(422);
    expect((await read()).entries.length).toBe(1);
  });
});

describe("one's own entry, taken back from the history", () => {
  test("goes even when it is not the latest, and stands there as taken back; then it can be made again", async () => {
    const { write, title, back, read, now, ana, ben, other, document } = await company();
    const before = document.activities[0]?.title;
    const first = await write(ana.cookie, [title("A new title")], "rename");
    await write(ben.cookie, [title("Untouched by this", other)], "elsewhere");
    const answer = await back(first);
    expect(answer.status).toBe(200);
    expect(await now()).toBe(before);
    const [undoing, , undone] = (await read()).entries;
    expect(undone).toMatchObject({ revision: first, undoneBy: undoing?.revision, takeBack: false });
    expect(undoing).toMatchObject({ undoes: first, takeBack: true, what: "take back: rename" });
    expect(await (await back(first)).json()).toMatchObject({ code: "already-back" });
    expect((await back(undoing?.revision ?? 0)).status).toBe(200);
    expect(await now()).toBe("A new title");
    expect((await read()).entries.find(({ revision }) => revision === first)).toMatchObject({ undoneBy: null, takeBack: true });
  });

  test("stays when somebody changed the same thing since, also oneself, and the refusal says so", async () => {
    const { write, title, back, now, ana, ben } = await company();
    const first = await write(ana.cookie, [title("Mine")], "rename");
    const theirs = await write(ben.cookie, [title("His")], "rename too");
    const answer = await back(first);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: "clash", theirs: { revision: theirs, own: false } });
    const second = await write(ana.cookie, [title("Mine again")], "again");
    const third = await write(ana.cookie, [title("And again")], "once more");
    expect(await (await back(second)).json()).toMatchObject({ code: "clash", theirs: { revision: third, own: true } });
    // What was taken back stands in nobody's way.
    expect((await back(third)).status).toBe(200);
    expect((await back(second)).status).toBe(200);
    expect(await now()).toBe("His");
  });

  test("is one's own: nobody takes back what another wrote, a viewer nothing, a stranger finds nothing", async () => {
    const { write, title, back, now, ana, ben, member, signIn } = await company();
    const first = await write(ana.cookie, [title("Ana's")], "rename");
    expect(await (await back(first, ben.cookie)).json()).toMatchObject({ code: "not-yours" });
    expect((await back(first, (await member("viewer")).cookie)).status).toBe(403);
    expect((await back(first, (await signIn("Eve")).cookie)).status).toBe(404);
    expect((await back(99_999)).status).toBe(404);
    await at.asOwner("update remit.member set role = 'viewer' where account_id = $1", [ana.account]);
    expect(await (await back(first)).json()).toMatchObject({ code: "may-not" });
    expect(await now()).toBe("Ana's");
  });
});
