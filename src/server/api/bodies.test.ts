import { serve } from "@hono/node-server";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";

const at = testDatabase();
const house = houses(at);
const MANY = JSON.stringify({ email: "a@b.example", password: "x", ...Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`unknown${at}`, 0])) });
const MADE_UP = { authorization: `Bearer remit_key_${"x".repeat(43)}` };

test("whoever is not signed in is heard up to 64 kB, and at the doors so is everybody", async () => {
  const { ask, ana, guest, workspace } = await house();
  const gus = await guest();
  const big = (cookie: string | undefined, path: string, more: Record<string, string> = {}) => Promise.resolve(ask(cookie, "POST", path, MANY, more)).then(({ status }) => status);
  for (const length of [{}, { "content-length": String(MANY.length) }]) {
    for (const path of ["/session/password", "/session", "/invitations/look", "/guests/enter"]) for (const cookie of [undefined, ana.cookie]) expect(await big(cookie, path, length), path).toBe(413);
    for (const cookie of [undefined, gus.cookie, "remit_session=x"]) expect(await big(cookie, `/workspaces/${workspace}/edits`, length)).toBe(413);
    expect(await big(undefined, `/workspaces/${workspace}/edits`, { ...MADE_UP, ...length })).toBe(413);
    expect(await big(ana.cookie, `/workspaces/${workspace}/edits`, length)).toBe(422);
  }
});

test("a key is heard in its own workspace, and over a real connection pieces are counted too", async () => {
  const { api, ask, ana, workspace } = await house({ url: "http://127.0.0.1" });
  const { key } = (await (await ask(ana.cookie, "POST", `/workspaces/${workspace}/keys`, { name: "k", edit: true, days: 30 })).json()) as { key: string };
  expect((await ask(undefined, "POST", `/workspaces/${workspace}/edits`, MANY, { authorization: `Bearer ${key}` })).status).toBe(422);
  const server = serve({ fetch: api.fetch, port: 0, hostname: "127.0.0.1" });
  const { port } = await new Promise<AddressInfo>((settle) => server.on("listening", () => settle(server.address() as AddressInfo)));
  const pieces = (headers: Record<string, string>, path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: new Blob([MANY]).stream(), duplex: "half" } as RequestInit).then(({ status }) => status);
  expect(await pieces({}, "/session/password")).toBe(413);
  expect(await pieces({ cookie: ana.cookie }, `/workspaces/${workspace}/edits`)).toBe(422);
  server.close();
});

test("what does not fit is told in few and short words, however much of it there was", async () => {
  const { ask, ana, workspace } = await house();
  const words = async (body: unknown) => (await ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, body)).text();
  for (const body of [MANY, { ["x".repeat(1_000_000)]: 1 }, { id: "x".repeat(1_000_000) }]) expect((await words(body)).length).toBeLessThan(15_000);
});
