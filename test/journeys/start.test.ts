import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, inject, test } from "vitest";
import { asking, dropData, freePort, newData, serve, signIn } from "./serving.ts";
import type {} from "../postgres.ts";

const folders: string[] = [];
afterAll(() => folders.forEach(dropData));
const folder = (): string => {
  const made = newData();
  folders.push(made);
  return made;
};

/** Starts something that is expected to give up, and gives back what it said. */
async function refused(env: Record<string, string>): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "src/server/main.ts"], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (words: string) => (said += words));
  const code = await new Promise<number | null>((settle) => child.once("exit", settle));
  return { code, said };
}

describe("a start that cannot be", () => {
  test("on a data folder that works for another Remit leaves that one alone", async () => {
    const data = folder();
    const first = await serve(data, await freePort());
    const { code, said } = await refused({ PORT: String(await freePort()), REMIT_DATA: data });
    expect(code).toBe(1);
    expect(said).toContain("is used by another process");
    expect(said).toContain("REMIT_DATA");
    expect((await fetch(`${first.url}/healthz`)).ok).toBe(true);
    const cookie = await signIn(first);
    expect((await asking(() => first.url, cookie)("GET", "/session")).status).toBe(200);
    await first.stop();
  });

  test("on a port that is taken says so, and lets its own database go", async () => {
    const data = folder();
    const holder = createServer();
    const port = await new Promise<number>((settle) => holder.listen(0, "127.0.0.1", () => settle((holder.address() as { port: number }).port)));
    const { code, said } = await refused({ PORT: String(port), REMIT_DATA: data });
    expect(code).toBe(1);
    expect(said).toMatch(/port \d+ is taken/);
    holder.close();
    const after = await serve(data, await freePort());
    await after.stop();
  });

  test("with a file where the data should be, or a database that is not there, names the setting", async () => {
    const data = folder();
    writeFileSync(join(data, "file"), "");
    expect(await refused({ PORT: "0", REMIT_DATA: join(data, "file") })).toMatchObject({ code: 1, said: expect.stringContaining("REMIT_DATA") });
    expect(await refused({ PORT: "0", DATABASE_URL: "mysql://x" })).toMatchObject({ code: 1, said: expect.stringContaining("DATABASE_URL is no PostgreSQL address") });
    expect(await refused({ PORT: "0", DATABASE_URL: "postgres://nobody@127.0.0.1:1/x" })).toMatchObject({ code: 1, said: expect.stringContaining("DATABASE_URL cannot be used") });
  });
});

describe("a start", () => {
  test("below a folder that only its owner may enter keeps everything to its owner", async () => {
    const closed = join(folder(), "closed");
    mkdirSync(closed, { mode: 0o700 });
    const server = await serve(join(closed, "data"), await freePort());
    expect(statSync(join(closed, "data")).mode & 0o077).toBe(0);
    expect(statSync(join(closed, "data", "pg18")).mode & 0o077).toBe(0);
    await server.stop();
  });

  test("in a folder with a very long name finds a short place for its socket", async () => {
    const deep = join(folder(), "a".repeat(90), "b".repeat(60));
    const server = await serve(deep, await freePort());
    expect((await fetch(`${server.url}/healthz`)).ok).toBe(true);
    await server.stop();
  });

  test("with DATABASE_URL uses that PostgreSQL, with no more rights than the application needs", async () => {
    const name = `url_${Date.now()}`;
    const admin = new pg.Client({ host: inject("socket"), user: "remit_owner", database: "postgres" });
    await admin.connect();
    await admin.query(`create database ${name}`);
    const server = await serve(folder(), await freePort(), { DATABASE_URL: `postgres://remit_owner@localhost/${name}?host=${encodeURIComponent(inject("socket"))}` });
    const ask = asking(() => server.url, await signIn(server));
    const made = await ask("POST", "/workspaces", { name: "By URL", template: "co-managed" });
    expect(made.status).toBe(201);
    const { rows } = await admin.query("select distinct usename from pg_stat_activity where datname = $1", [name]);
    expect(rows).toHaveLength(1);
    await server.stop();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });
});
