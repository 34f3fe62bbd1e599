import { randomUUID } from "node:crypto";
import { spawn } from "node:child_process";
import autocannon from "autocannon";
import pg from "pg";
import { asking, dropData, freePort, newData, serve, signIn } from "../test/journeys/serving.ts";
import { judge } from "./harness.ts";
import { benchMatrix, random } from "./inputs.ts";

/** The matrices of one run, all of 300 rows and 12 roles. */
const MATRICES = 60;
const SECONDS = 4;
const ROUNDS = 3;

const data = newData();
const ours = await serve(data, await freePort(), { REMIT_LIMITS: "1000" });
const idle = await idleMemory();
const cookie = await signIn(ours);
const ask = asking(() => ours.url, cookie);

const documents = Array.from({ length: MATRICES }, (_, k) => benchMatrix(300, 12, 500 + k));
const workspaces: string[] = [];
for (const document of documents) {
  const answer = await ask("POST", "/workspaces", { name: "bench", document });
  if (!answer.ok) throw new Error(await answer.text());
  workspaces.push(((await answer.json()) as { id: string }).id);
}

// The peer works on the same PostgreSQL, in a database of its own.
const socket = (await import("node:fs")).readFileSync(`${data}/pg18/postmaster.pid`, "utf8").split("\n")[4] ?? "";
const admin = new pg.Client({ host: socket, user: "remit_owner", database: "postgres" });
await admin.connect();
await admin.query("create database peer");
await admin.end();
const peerDb = new pg.Client({ host: socket, user: "remit_owner", database: "peer" });
await peerDb.connect();
await peerDb.query(`create table matrix (id int primary key, title text, version int not null default 1);
create table role (matrix_id int references matrix, id int, name text, party text, primary key (matrix_id, id));
create table activity (matrix_id int references matrix, id int, name text, fields jsonb, primary key (matrix_id, id));
create table cell (matrix_id int, activity_id int, role_id int, letters text not null, version int not null default 1, primary key (matrix_id, activity_id, role_id));
create table edit (seq bigserial primary key, at timestamptz default now(), matrix_id int, activity_id int, role_id int, old text, new text)`);
for (const [k, { roles, activities }] of documents.entries()) {
  await peerDb.query("insert into matrix values ($1, $2)", [k, `M${k}`]);
  await peerDb.query("insert into role select $1, o - 1, x ->> 'name', x ->> 'party' from jsonb_array_elements($2::jsonb) with ordinality t (x, o)", [k, JSON.stringify(roles)]);
  await peerDb.query("insert into activity select $1, o - 1, x ->> 'title', x - 'assignments' - 'title' - 'id' from jsonb_array_elements($2::jsonb) with ordinality t (x, o)", [k, JSON.stringify(activities)]);
  const cells = activities.flatMap(({ assignments }, row) => [...Map.groupBy(assignments, ({ role }) => role as string)].map(([role, held]) => [row, roles.findIndex(({ id }) => id === role), held.map(({ letter }) => letter).join("")]));
  await peerDb.query("insert into cell select $1, (x ->> 0)::int, (x ->> 1)::int, x ->> 2 from jsonb_array_elements($2::jsonb) x", [k, JSON.stringify(cells)]);
}
await peerDb.query("vacuum analyze");
await peerDb.end();
const peerPort = await freePort();
const peer = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "bench/peers/typical-server.ts", socket, "peer", String(peerPort)], { stdio: ["ignore", "pipe", "inherit"] });
await new Promise((settle) => peer.stdout.once("data", settle));

const draw = random(7);
const any = (n: number): number => Math.floor(draw() * n);
const LETTERS = ["R", "A", "C", "I"] as const;

type Prepared = { method: string; path: string; body?: string; headers: Record<string, string> };
const readOurs = (): Prepared => ({ method: "GET", path: `/api/workspaces/${workspaces[any(MATRICES)]}/matrix`, headers: { cookie } });
const readPeer = (): Prepared => ({ method: "GET", path: `/m/${any(MATRICES)}`, headers: {} });
const editOurs = (): Prepared => ({
  method: "POST",
  path: `/api/workspaces/${workspaces[any(MATRICES)]}/edits`,
  headers: { cookie, "content-type": "application/json" },
  body: JSON.stringify({ id: randomUUID(), base: 1_000_000, what: "set a letter", edits: [{ do: "assign", activity: `a${any(300)}`, role: `role${any(12)}`, letter: LETTERS[any(4)] }] }),
});
const editPeer = (): Prepared => ({ method: "PUT", path: `/m/${any(MATRICES)}/cell`, headers: { "content-type": "application/json" }, body: JSON.stringify({ row: any(300), role: any(12), letters: LETTERS[any(4)] }) });

async function load(url: string, connections: number, next: () => Prepared): Promise<{ readonly rate: number; readonly p99: number }> {
  const result = await autocannon({ url, connections, duration: SECONDS, requests: [{ setupRequest: (request: object) => ({ ...request, ...next() }) }] });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return { rate: result.requests.average, p99: result.latency.p99 };
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const ratios = new Map<string, number>();
for (const [what, connections, mine, theirs] of [
  ["read of a 300-row matrix", 16, readOurs, readPeer],
  ["one-cell edit", 1, editOurs, editPeer],
  ["one-cell edit", 16, editOurs, editPeer],
] as const) {
  const seen: { ours: number; peer: number; p99: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const peerSaw = await load(`http://127.0.0.1:${peerPort}`, connections, theirs);
    const weSaw = await load(ours.url, connections, mine);
    seen.push({ ours: weSaw.rate, peer: peerSaw.rate, p99: weSaw.p99 });
  }
  const [we, they] = [median(seen.map((one) => one.ours)), median(seen.map((one) => one.peer))];
  console.log(`  ${`${what}, ${connections} connection${connections === 1 ? "" : "s"}`.padEnd(44)} ${we.toFixed(0).padStart(7)}/s, p99 ${median(seen.map(({ p99 }) => p99))} ms   peer ${they.toFixed(0).padStart(6)}/s`);
  ratios.set(`${what} ${connections}`, we / they);
}

peer.kill();
await ours.stop();
dropData(data);

/** Resident memory of the server and all of PostgreSQL, shared pages counted once. In MB. */
async function idleMemory(): Promise<number> {
  const { readdirSync, readFileSync } = await import("node:fs");
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      parents.set(Number(name), Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${name}/status`, "utf8"))?.[1]));
    } catch {
      // It ended meanwhile.
    }
  }
  const family = new Set([ours.pid]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [pid, parent] of parents) if (family.has(parent) && !family.has(pid)) grown = !!family.add(pid);
  }
  let kilobytes = 0;
  for (const pid of family) {
    try {
      kilobytes += Number(/^Pss:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
    } catch {
      // It ended meanwhile.
    }
  }
  return kilobytes / 1024;
}
console.log(`  idle, server and PostgreSQL together            ${idle.toFixed(0)} MB`);

const good = judge([
  { what: "read at 16 connections against query, assemble, stringify", ratio: (ratios.get("read of a 300-row matrix 16") ?? 0), limit: 10, unit: "x", atLeast: true },
  { what: "edit at 1 connection against a multi-statement transaction", ratio: (ratios.get("one-cell edit 1") ?? 0), limit: 2.5, unit: "x", atLeast: true },
  { what: "edit at 16 connections against a multi-statement transaction", ratio: (ratios.get("one-cell edit 16") ?? 0), limit: 3, unit: "x", atLeast: true },
  { what: "memory of the idle process with PostgreSQL, in MB", ratio: idle, limit: 300, unit: "x" },
]);
process.exitCode = good ? 0 : 1;
