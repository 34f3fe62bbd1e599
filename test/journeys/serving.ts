import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** A real server with its own database, as `npm start` runs them. */
export interface Served {
  readonly url: string;
  readonly data: string;
  /** The one-time link, while nobody owns it. */
  readonly link: string | undefined;
  readonly pid: number;
  readonly said: () => string;
  /** Process id of PostgreSQL. */
  postgres(): number;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** `kill -9` of the server, or of PostgreSQL. */
  kill(what: "server" | "postgres"): void;
  readonly ended: Promise<void>;
}

export async function freePort(): Promise<number> {
  return new Promise((settle) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => settle(port));
    });
  });
}

export const newData = (): string => mkdtempSync(join(tmpdir(), "remit-data-"));
export const dropData = (data: string): void => rmSync(data, { recursive: true, force: true });

/** Starts on a data folder and waits until it answers. Fails with what it said. */
export async function serve(data: string, port: number, env: Readonly<Record<string, string>> = {}): Promise<Served> {
  const child: ChildProcess = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "src/server/main.ts"], { env: { ...process.env, PORT: String(port), REMIT_DATA: data, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (words: string) => (said += words));
  const ended = new Promise<void>((settle) => child.once("exit", () => settle()));
  const url = `http://127.0.0.1:${port}`;
  let gone = false;
  void ended.then(() => (gone = true));
  for (;;) {
    if (gone) throw new Error(`the server ended: ${said}`);
    if (said.includes("Remit is at") && (await fetch(`${url}/healthz`).then((answer) => answer.ok, () => false))) break;
    await new Promise((settle) => setTimeout(settle, 20));
  }
  // The link is printed right behind the address.
  await new Promise((settle) => setTimeout(settle, 50));
  const postgres = (): number => Number(readFileSync(join(data, "pg18", "postmaster.pid"), "utf8").split("\n")[0]);
  return {
    url,
    data,
    link: /\/enter#([\w-]+)/.exec(said)?.[1],
    pid: child.pid ?? 0,
    said: () => said,
    postgres,
    ended,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
    kill: (what) => process.kill(what === "server" ? (child.pid ?? 0) : postgres(), "SIGKILL"),
  };
}

/** Signs in with the one-time link. @returns the cookie. */
export async function signIn({ url, link }: Served): Promise<string> {
  const answer = await fetch(`${url}/api/session`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ token: link }) });
  if (!answer.ok) throw new Error(await answer.text());
  return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

/** Asks the API as whoever holds the cookie. */
export const asking = (url: () => string, cookie: string) => (method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(`${url()}/api${path}`, { method, headers: { cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });

/** One statement as the owner of the database of a running Remit. */
export async function asOwner<Row extends object>(at: string, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ host: readFileSync(join(at, "pg18", "postmaster.pid"), "utf8").split("\n")[4] ?? "", user: "remit_owner", database: "remit" });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}
