import { randomUUID } from "node:crypto";
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { gunzipSync, gzipSync } from "node:zlib";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { backUpPhysically } from "../../src/ops/physical-backup.ts";
import { shell } from "./command.ts";
import { asking, asOwner, dropData, freePort, newData, serve, signIn, type Served } from "./serving.ts";

const { remit, folder } = shell();
const [data, other] = [newData(), join(newData(), "restored")];
const file = join(folder, "all.backup");
const running: Served[] = [];
let server: Served;
let cookie: string;
let workspace: string;
/** Ids of rows the server said are written. */
const ledger: string[] = [];

beforeAll(async () => {
  server = await serve(data, await freePort(), { REMIT_LIMITS: "1000" });
  running.push(server);
  cookie = await signIn(server);
  workspace = ((await (await asking(() => server.url, cookie)("POST", "/workspaces", { name: "Kept – ü 💥", template: "co-managed" })).json()) as { id: string }).id;
});
afterAll(async () => {
  for (const one of running) await one.stop();
  dropData(data);
  dropData(other);
});
const add = async (row: string): Promise<void> => {
  const answer = await asking(() => server.url, cookie)("POST", `/workspaces/${workspace}/edits`, { id: randomUUID(), base: 1e6, what: row, edits: [{ do: "add", kind: "activity", item: { id: row, title: `${row} "quoted" \\ 💥`, assignments: [] } }] });
  if (answer.ok) ledger.push(row);
};
/** Like `remit`, without holding this process up. */
const later = (env: Record<string, string>, ...args: string[]): Promise<number | null> =>
  new Promise((settle) => spawn(join(process.cwd(), "remit"), args, { env: { ...process.env, ...env }, stdio: "ignore" }).on("exit", settle));
const PASS = { REMIT_BACKUP_PASSPHRASE: "four plain words here" };

test("under writing, a backup holds everything acknowledged before it began, and restores to a matrix and a history that are whole", async () => {
  for (let i = 0; i < 30; i++) await add(`before-${i}`);
  const before = [...ledger];
  let writing = true;
  const writers = Promise.all([1, 2, 3].map(async (writer) => {
    for (let i = 0; writing; i++) await add(`during-${writer}-${i}`);
  }));
  expect(await later(PASS, "backup", file, "--data", data, "--encrypt")).toBe(0);
  writing = false;
  await writers;
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file).includes("Kept")).toBe(false);

  expect(await later(PASS, "restore", file, "--data", other)).toBe(0);
  copyFileSync(join(data, "master.key"), join(other, "master.key"));
  const restored = await serve(other, await freePort(), { REMIT_LIMITS: "1000" });
  running.push(restored);
  const ask = asking(() => restored.url, cookie);
  const { document } = (await (await ask("GET", `/workspaces/${workspace}/matrix`)).json()) as { document: { activities: { id: string; title: string }[] } };
  const there = new Map(document.activities.map(({ id, title }) => [id, title]));
  for (const row of before) expect(there.get(row)).toBe(`${row} "quoted" \\ 💥`);
  expect([...there.keys()].filter((id) => id.startsWith("during-")).every((id) => ledger.includes(id))).toBe(true);
  // It is a workspace like any other: written on, and its history still proves itself.
  expect((await ask("POST", `/workspaces/${workspace}/edits`, { id: randomUUID(), base: 1e6, what: "after", edits: [{ do: "set-matrix", field: "about", value: "after" }] })).status).toBe(200);
  writeFileSync(join(folder, "history.json"), await (await ask("GET", `/workspaces/${workspace}/history/file`)).text());
  expect(remit("verify", join(folder, "history.json"))).toMatchObject({ code: 0, out: expect.stringMatching(/^whole: \d+ entries/) });
}, 60_000);

test("the files of a running database hold everything acknowledged before they were all copied, and restore to a server that goes on", async () => {
  const [physical, third] = [join(folder, "files.backup"), join(newData(), "restored")];
  const before = [...ledger];
  let writing = true;
  const writers = Promise.all([1, 2, 3].map(async (writer) => {
    for (let i = 0; writing; i++) await add(`files-${writer}-${i}`);
  }));
  try {
    const socket = readFileSync(join(data, "pg18", "postmaster.pid"), "utf8").split("\n")[4] ?? "";
    let acknowledged: readonly string[] = [];
    expect(await backUpPhysically({ socket, owner: "remit_owner" }, physical, PASS.REMIT_BACKUP_PASSPHRASE, () => (acknowledged = [...ledger]))).toBeGreaterThan(500);
    expect(acknowledged.length).toBeGreaterThan(before.length);
    writing = false;
    await writers;
    expect(statSync(physical).mode & 0o777).toBe(0o600);
    expect(readFileSync(physical).includes("PG_VERSION")).toBe(false);
    // Nothing of it is left at the server: no slot that would keep the log for ever.
    const client = new pg.Client({ host: socket, user: "remit_owner", database: "remit" });
    await client.connect();
    expect((await client.query("select slot_name from pg_replication_slots")).rows).toEqual([]);
    await client.end();

    expect(await later(PASS, "restore", physical, "--data", third)).toBe(0);
    copyFileSync(join(data, "master.key"), join(third, "master.key"));
    const restored = await serve(third, await freePort());
    running.push(restored);
    const ask = asking(() => restored.url, cookie);
    const { document } = (await (await ask("GET", `/workspaces/${workspace}/matrix`)).json()) as { document: { activities: { id: string; title: string }[] } };
    const there = new Set(document.activities.map(({ id }) => id));
    for (const row of acknowledged) expect(there.has(row), row).toBe(true);
    // What was written meanwhile is there up to a moment, without a hole: an edit after it is not there, all before it are.
    const during = ledger.filter((row) => row.startsWith("files-"));
    for (const writer of [1, 2, 3]) {
      const mine = during.filter((row) => row.startsWith(`files-${writer}-`));
      const gap = mine.findIndex((row) => !there.has(row));
      if (gap >= 0) expect(mine.slice(gap).filter((row) => there.has(row))).toEqual([]);
    }
    expect(during.filter((row) => there.has(row)).length).toBeGreaterThan(0);
    expect((await ask("POST", `/workspaces/${workspace}/edits`, { id: randomUUID(), base: 1e6, what: "after", edits: [{ do: "set-matrix", field: "about", value: "after" }] })).status).toBe(200);
    writeFileSync(join(folder, "history-3.json"), await (await ask("GET", `/workspaces/${workspace}/history/file`)).text());
    expect(remit("verify", join(folder, "history-3.json"))).toMatchObject({ code: 0, out: expect.stringMatching(/^whole: \d+ entries/) });
  } finally {
    writing = false;
    dropData(third);
  }
}, 90_000);

test("what waited to be sent when the backup was made is not sent by the one that is restored, and it says so", async () => {
  // Not due before the test is over.
  await asOwner(data, "insert into auth.outbox (sealed, due_at) values ('\\x01', now() + interval '1 hour')");
  const [owner] = await asOwner<{ id: string }>(data, "select account_id as id from remit.member where workspace_id = $1", [workspace]);
  const [hook] = await asOwner<{ id: string }>(data, "insert into remit.webhook (workspace_id, name, url, events, made_by, secret, told) values ($1, 'Old', 'https://hook.example.org/', '{draft.edited}', $2, '\\x01', 0) returning webhook_id as id", [workspace, owner?.id]);
  await asOwner(data, "insert into remit.webhook_delivery (workspace_id, webhook_id, event, body, due_at) select $1, $2, 'webhook.test', '{}', now() + interval '1 hour' from generate_series(1, 2)", [workspace, hook?.id]);
  await asOwner(data, "insert into remit.contact_schedule (workspace_id, party, days, set_by, next_at) values ($1, 'late', 30, $2, now() - interval '1 day')", [workspace, owner?.id]);
  // The running one queues edits behind what waits, at once or not yet: neither is sent from a backup.
  for (const kind of [[], ["--physical"]]) {
    const [waited, to] = [join(folder, `waiting${kind.length}.backup`), join(newData(), "restored")];
    expect(remit("backup", waited, "--data", data, ...kind).code).toBe(0);
    const { code, err } = remit("restore", waited, "--data", to);
    expect(code).toBe(0);
    expect(err).toMatch(/^1 letter and \d+ messages to webhooks still waited when the backup was made: marked as not sent/m);
    const restored = await serve(to, await freePort());
    try {
      expect(await asOwner(to, "select sealed, fault from auth.outbox where sent_at is null and sealed is not null")).toEqual([]);
      expect(await asOwner(to, "select distinct state, attempts -> -1 ->> 'fault' as fault from remit.webhook_delivery where webhook_id = $1", [hook?.id])).toEqual([{ state: "failed", fault: "not sent: it was waiting when the backup was made that was restored" }]);
      expect(await asOwner(to, "select h.told = w.revision as told from remit.webhook h join remit.workspace w using (workspace_id) where h.webhook_id = $1", [hook?.id])).toEqual([{ told: true }]);
      expect(await asOwner(to, "select next_at > now() + interval '29 days' as later from remit.contact_schedule where party = 'late'")).toEqual([{ later: true }]);
    } finally {
      await restored.stop();
      dropData(to);
    }
  }
  // The running one goes on as before.
  expect(await asOwner(data, "select 1 from auth.outbox where sealed is not null")).toHaveLength(1);
  await asOwner(data, "delete from remit.webhook where webhook_id = $1", [hook?.id]);
  await asOwner(data, "delete from remit.contact_schedule where party = 'late'");
}, 90_000);

test("files that are cut, changed, name a place outside, or are of another machine restore nothing", async () => {
  const plain = join(folder, "files-plain.backup");
  expect(remit("backup", plain, "--data", data, "--physical").code).toBe(0);
  const bytes = gunzipSync(readFileSync(plain));
  const first = bytes.indexOf(10) + 1;
  const head = JSON.parse(bytes.subarray(0, first).toString()) as object;
  const made = (lines: readonly object[], rest: Buffer = Buffer.alloc(0)): Buffer => gzipSync(Buffer.concat([Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join("")), rest]));
  const end = bytes.lastIndexOf('{"end"');
  const broken: [string, Buffer][] = [
    ["cut", readFileSync(plain).subarray(0, 500_000)],
    ["changed", Buffer.concat([readFileSync(plain).subarray(0, 50_000), Buffer.from([0, 255, 0]), readFileSync(plain).subarray(50_003)])],
    ["outside", made([head, { path: "../evil", size: 0 }, { end: true, files: 1 }])],
    ["rooted", made([head, { path: "/tmp/evil", size: 0 }, { end: true, files: 1 }])],
    ["a folder outside", made([head, { folder: "a/../../b" }, { end: true, files: 0 }])],
    ["endless", made([head, { path: "a", size: 1e15 }])],
    ["of another machine", made([{ ...head, platform: "beos-ppc" }], bytes.subarray(first))],
    ["without a file", made([head], Buffer.concat([bytes.subarray(first, end), Buffer.from('{"end":true,"files":1}\n')]))],
    ["longer than its end", gzipSync(Buffer.concat([bytes, Buffer.from("{}\n")]))],
    ["without a cluster", made([head, { end: true, files: 0 }])],
  ];
  for (const [name, content] of broken) {
    const [at, to] = [join(folder, `files ${name}.backup`), join(folder, `to ${name}`)];
    writeFileSync(at, content);
    expect(await later({}, "restore", at, "--data", to), name).toBe(2);
    expect(existsSync(join(to, "pg18")), name).toBe(false);
    expect(existsSync(join(to, "pg18.restoring")), name).toBe(false);
  }
  expect(existsSync(join(folder, "evil")) || existsSync("/tmp/evil")).toBe(false);
}, 120_000);

test("a backup is not written over another, and not without a Remit that runs", () => {
  const size = statSync(file).size;
  expect(remit("backup", file, "--data", data)).toMatchObject({ code: 2, err: expect.stringContaining("is there already") });
  expect(remit("backup", join(folder, "x"), "--data", "/nowhere")).toMatchObject({ code: 2, err: expect.stringContaining("no Remit runs") });
  expect(remit("backup", join(folder, "y"), "--data", data, "--encrypt")).toMatchObject({ code: 2, err: expect.stringContaining("REMIT_BACKUP_PASSPHRASE") });
  expect(remit("backup", join(folder, "no", "such", "folder"), "--data", data)).toMatchObject({ code: 2, err: expect.stringContaining("cannot write there") });
  expect(statSync(file).size).toBe(size);
  expect(existsSync(join(folder, "x"))).toBe(false);
});

test("what is cut, changed, sealed, newer, or no backup restores nothing and leaves no half a database", async () => {
  const plain = join(folder, "plain.backup");
  expect(remit("backup", plain, "--data", data).code).toBe(0);
  const [bytes, sealed] = [readFileSync(plain), readFileSync(file)];
  const broken: [string, Buffer, Record<string, string>][] = [
    ["cut", bytes.subarray(0, bytes.length - 2_000), {}],
    ["cut and sealed", sealed.subarray(0, sealed.length - 2_000), PASS],
    ["changed", Buffer.concat([bytes.subarray(0, 5_000), Buffer.from([(bytes[5_000] ?? 0) ^ 255]), bytes.subarray(5_001)]), {}],
    ["sealed, without its passphrase", sealed, {}],
    ["sealed with another passphrase", sealed, { REMIT_BACKUP_PASSPHRASE: "four other words there" }],
    ["something else", Buffer.from("hello"), {}],
    ["empty", Buffer.alloc(0), {}],
  ];
  for (const [name, content, env] of broken) {
    const [at, to] = [join(folder, `${name}.backup`), join(folder, name)];
    writeFileSync(at, content);
    expect(await later(env, "restore", at, "--data", to), name).toBe(2);
    expect(existsSync(join(to, "pg18")), name).toBe(false);
  }
  expect(remit("restore", plain, "--data", data)).toMatchObject({ code: 2, err: expect.stringContaining("holds a database already") });
  rmSync(plain);
}, 120_000);
