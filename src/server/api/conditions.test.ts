import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";
import { isAllowed, isKnown } from "./conditions.ts";

const at = testDatabase();
const house = houses(at);

test.each([[undefined, false, true], ['"1"', true, true], ['W/"1"', true, false], ["*", true, true], ['"0", "1"', true, true], ['"0",W/"1"', true, false], ['"0"', false, false], ["1", false, false], ['"1', false, false], ["", false, false], ['""', false, false]] as const)("a sender who says %s has it already: %s, and may change it: %s", (header, known, allowed) => {
  expect([isKnown(header, '"1"'), isAllowed(header, '"1"')]).toEqual([known, allowed]);
});

describe("a workspace's name", () => {
  test("is read again only when something changed", async () => {
    const { ask, ana, workspace } = await house();
    const path = `/workspaces/${workspace}`;
    const tag = (await ask(ana.cookie, "GET", path)).headers.get("etag") ?? "";
    const known = await ask(ana.cookie, "GET", path, undefined, { "if-none-match": `"x", W/${tag}` });
    expect([known.status, await known.text(), known.headers.get("etag")]).toEqual([304, "", tag]);
    await ask(ana.cookie, "PATCH", path, { name: "Southwind" });
    const changed = await ask(ana.cookie, "GET", path, undefined, { "if-none-match": tag });
    expect([changed.status, ((await changed.json()) as { name: string }).name]).toEqual([200, "Southwind"]);
  });

  test("is changed by whoever had seen it as it is, and of two at once by one", async () => {
    const { ask, ana, workspace, member } = await house();
    const path = `/workspaces/${workspace}`;
    const ed = await member("editor");
    const tagFor = async (cookie: string) => (await ask(cookie, "GET", path)).headers.get("etag") ?? "";
    const rename = async (cookie: string, name: string, tag: string) => (await ask(cookie, "PATCH", path, { name }, { "if-match": tag })).status;
    const [mine, theirs] = [await tagFor(ana.cookie), await tagFor(ed.cookie)];
    expect(await rename(ana.cookie, "Mine", mine)).toBe(204);
    expect(await rename(ed.cookie, "Theirs", theirs)).toBe(412);
    expect(await rename(ana.cookie, "Again", `W/${await tagFor(ana.cookie)}`)).toBe(412);
    // An edit of the matrix is no other name.
    const now = await tagFor(ana.cookie);
    await ask(ana.cookie, "POST", `${path}/edits`, { id: randomUUID(), base: 0, what: "title", edits: [{ do: "set-matrix", field: "title", value: "Another" }] });
    expect(new Set(await Promise.all(Array.from({ length: 6 }, (_, n) => rename(ana.cookie, `Name ${n}`, now))))).toEqual(new Set([204, 412]));
    expect((await at.asOwner<{ name: string }>("select name from remit.workspace where workspace_id = $1", [workspace]))[0]?.name).toMatch(/^Name \d$/);
    expect(await rename((await member("viewer")).cookie, "No", "*")).toBe(403);
    expect(await rename(ana.cookie, "Any", "*")).toBe(204);
  });
});

test("taking back is refused to whoever has not seen the newest revision and asked for that", async () => {
  const { ask, ana, workspace } = await house();
  const path = `/workspaces/${workspace}`;
  const old = (await ask(ana.cookie, "GET", `${path}/matrix`)).headers.get("etag") ?? "";
  await ask(ana.cookie, "POST", `${path}/edits`, { id: randomUUID(), base: 0, what: "title", edits: [{ do: "set-matrix", field: "title", value: "Another" }] });
  const undo = (tag: string) => ask(ana.cookie, "POST", `${path}/undo`, { id: randomUUID() }, { "if-match": tag });
  expect((await undo(old)).status).toBe(412);
  const { headers } = await ask(ana.cookie, "GET", `${path}/matrix`);
  expect((await undo(headers.get("etag") ?? "")).status).toBe(200);
});

test("the description of the API is not sent twice to whoever has it", async () => {
  const { ask } = await house();
  const first = await ask(undefined, "GET", "/openapi.json");
  const tag = first.headers.get("etag") ?? "";
  expect(first.headers.get("content-type")).toContain("application/json");
  expect((await ask(undefined, "GET", "/openapi.json", undefined, { "if-none-match": tag })).status).toBe(304);
});
