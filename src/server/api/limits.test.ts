import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";
import { Limits, networkOf } from "./limits.ts";

const at = testDatabase();
const house = houses(at);

/** Statuses of the same request made again and again. */
async function again(times: number, ask: () => Promise<Response> | Response): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < times; n++) statuses.push((await ask()).status);
  return statuses;
}

describe("what may be asked of the API", () => {
  test("is bounded for each account by itself, and the answer says when to come again", async () => {
    const { ask, ana, member, workspace } = await house({ limits: new Limits(0.01) });
    const ed = await member("editor");
    const read = (cookie: string) => ask(cookie, "GET", `/workspaces/${workspace}/matrix`);
    const statuses = await again(34, () => read(ana.cookie));
    expect(statuses.filter((status) => status === 200)).toHaveLength(31);
    expect(statuses.at(-1)).toBe(429);
    const refused = await read(ana.cookie);
    expect(refused.headers.get("content-type")).toContain("application/problem+json");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("ratelimit")).toMatch(/^"known";r=0;t=\d+$/);
    expect(refused.headers.get("ratelimit-policy")).toBe('"known";q=30;w=60');
    expect(await refused.json()).toMatchObject({ status: 429, code: "too-many" });
    expect((await read(ed.cookie)).status).toBe(200);
  });

  test("is counted before anything is done", async () => {
    const { ask, ana, workspace } = await house({ limits: new Limits(0.01) });
    const edit = (n: number) => ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, { id: randomUUID(), base: n, what: "title", edits: [{ do: "set-matrix", field: "title", value: `Title ${n}` }] });
    let made = 0;
    for (let n = 1; n <= 40; n++) if ((await edit(n)).status === 200) made = n;
    expect(made).toBe(31);
    expect(await at.asOwner("select 1 from remit.edit_log where workspace_id = $1 and what = 'title'", [workspace])).toHaveLength(made);
  });

  test("counts whoever is not known by their address, whatever cookies and headers they make up", async () => {
    const { ask, workspace, ana } = await house({ limits: new Limits(0.01) });
    const made = [{}, { "x-forwarded-for": "203.0.113.9" }, { forwarded: "for=203.0.113.8" }, { "x-real-ip": "203.0.113.7" }, { "cf-connecting-ip": "203.0.113.6" }] as Record<string, string>[];
    const statuses = await again(12, () => ask(`remit_session=${randomUUID()}; remit_guest=${"x".repeat(43)}`, "GET", `/workspaces/${workspace}/matrix`, undefined, made[Math.floor(Math.random() * made.length)]));
    expect(statuses.slice(0, 6)).toEqual([401, 401, 401, 401, 401, 401]);
    expect(new Set(statuses.slice(6))).toEqual(new Set([429]));
    expect((await ask(undefined, "POST", "/guests/enter", { token: "x".repeat(43) }, { authorization: "Bearer remit_key_xxxxxxxxxxxxxxxxxxxxxx" })).status).toBe(429);
    expect((await ask(ana.cookie, "GET", "/session")).status).toBe(429);
  });

  test("is tight where it costs much or writes letters to others, and leaves the rest alone", async () => {
    const { ask, ana, workspace } = await house({ limits: new Limits(0.05) });
    const path = `/workspaces/${workspace}`;
    const drained = async (answer: Promise<Response> | Response) => {
      const said = await answer;
      await said.text();
      return said;
    };
    expect((await ask(ana.cookie, "GET", "/session")).status).toBe(200);
    expect(await again(3, () => drained(ask(ana.cookie, "GET", `${path}/history/file`)))).toEqual([200, 429, 429]);
    expect(await again(3, () => ask(ana.cookie, "POST", "/workspaces", { name: "Another" }))).toEqual([201, 429, 429]);
    expect(await again(4, () => ask(ana.cookie, "POST", `${path}/invitations`, { role: "viewer" }))).toEqual([201, 201, 429, 429]);
    expect(await again(2, () => ask(ana.cookie, "POST", `${path}/guests`, { name: "Gus" }))).toEqual([429, 429]);
    expect(await again(1, () => ask(ana.cookie, "POST", `${path}/swaps`, {}))).toEqual([429]);
    expect(await again(2, () => ask(ana.cookie, "GET", `${path}/matrix`))).toEqual([200, 200]);
  });

  test("is tight for what asks elsewhere, takes whole workspaces along, or begins to sign somebody in", async () => {
    const limits = new Limits(0.05);
    const { ask, ana, workspace } = await house({ limits });
    const path = `/workspaces/${workspace}`;
    const drained = async (answer: Promise<Response> | Response) => {
      const said = await answer;
      await said.text();
      return said;
    };
    expect((await ask(ana.cookie, "GET", "/session")).status).toBe(200);
    const over = async (times: number, deed: () => Promise<Response> | Response) => (await again(times, () => drained(deed()))).map((status) => status === 429);
    expect(await over(2, () => ask(ana.cookie, "POST", "/workspaces/import", ""))).toEqual([false, true]);
    expect(await over(2, () => ask(ana.cookie, "GET", `${path}/export`))).toEqual([false, true]);
    const provider = { name: "Ours", domain: "x.example", issuer: "https://127.0.0.1:1/", client: "remit", secret: "x".repeat(20) };
    expect(await over(2, () => ask(ana.cookie, "POST", `${path}/single-sign-on`, provider))).toEqual([false, true]);
    expect(await over(1, () => ask(ana.cookie, "POST", `${path}/single-sign-on/${randomUUID()}/check`, {}))).toEqual([true]);
    expect(await over(4, () => ask(ana.cookie, "POST", `${path}/comments`, {}))).toEqual([false, false, false, true]);
    for (const where of ["/session/single-sign-on", "/session/passkey/begin"]) {
      const { ask: fresh } = await house({ limits: new Limits(0.05) });
      expect(await over(7, () => fresh(undefined, "POST", where, where.endsWith("begin") ? {} : { email: "a@b.example" }))).toEqual([false, false, false, false, false, false, true]);
    }
  });

  test("is not counted on a stream that is open, but the streams are", async () => {
    const { ask, ana, workspace } = await house({ limits: new Limits() });
    const open = () => ask(ana.cookie, "GET", `/workspaces/${workspace}/events`);
    const streams = await Promise.all(Array.from({ length: 100 }, open));
    expect(streams.every(({ status }) => status === 200)).toBe(true);
    const refused = await open();
    expect([refused.status, refused.headers.get("ratelimit")]).toEqual([429, expect.stringMatching(/^"streams";r=0/)]);
    await Promise.all(streams.slice(0, 3).map((stream) => stream.body?.cancel()));
    await new Promise((settle) => setTimeout(settle, 50));
    expect((await open()).status).toBe(200);
    await Promise.all(streams.slice(3).map((stream) => stream.body?.cancel()));
  });

  test("is counted anew for a session that is over", async () => {
    const limits = new Limits(0.01);
    const { ask, ana, workspace } = await house({ limits });
    expect((await ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`)).status).toBe(200);
    await at.asOwner("delete from auth.session where account_id = $1", [ana.account]);
    // Once as the account it was, then as the address.
    expect((await again(9, () => ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`))).slice(-2)).toEqual([429, 429]);
  });

  test("takes bounded memory, from however many addresses it is asked, and hardly any time", async () => {
    const limits = new Limits();
    const app = new Hono().use(limits.count).get("/", (c) => c.text("x"));
    const from = (n: number) => ({ incoming: { socket: { remoteAddress: `${(n >> 24) & 255}.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}` } } });
    const began = performance.now();
    for (let n = 0; n < 40_000; n++) await app.request("/", {}, from(n * 7919));
    expect((performance.now() - began) / 40_000).toBeLessThan(1);
    const counters = new Set(Array.from({ length: 100_000 }, (_, n) => limits.counterOf(`2001:db8:${(n >> 8).toString(16)}:${(n & 255).toString(16)}::1`)));
    expect(counters.size).toBeGreaterThan(10_000);
    expect(counters.size).toBeLessThanOrEqual(16_384);
  });
});

test.each([["192.0.2.1", "192.0.2.1"], ["::ffff:192.0.2.1", "192.0.2.1"], ["2001:DB8:0:1:aaaa::1", "2001:db8:0:1"], ["2001:db8:0:1:bbbb:cccc:dddd:eeee", "2001:db8:0:1"], ["2001:db8::1", "2001:db8:0:0"], ["::1", "0:0:0:0"], ["fe80::1%eth0", "fe80:0:0:0"], ["", ""]])("%s asks from the network %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
