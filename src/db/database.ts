import pg from "pg";
import { statement, type Statement } from "./statement.ts";

/** Where the database is: a PostgreSQL of one's own by URL, or the socket of the embedded one. */
export type DatabaseAddress = { readonly url: string; readonly ownerUrl?: string } | { readonly socket: string; readonly owner: string; readonly database?: string };

/** Runs one named statement and gives its rows. */
export interface Run {
  <Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
}

/** The database as the application sees it: always as `remit_app`, who owns nothing. */
export interface Database {
  /** Statements outside any workspace: sign-in, and which workspaces there are for an account. */
  readonly run: Run;
  /**
   * One transaction inside a workspace, as one of its members. The policies decide what can be seen there;
   * somebody who is no member sees nothing at all.
   */
  inWorkspace<T>(actor: string, workspace: string, work: (run: Run) => Promise<T>, how?: "writing" | "one snapshot"): Promise<T>;
  /** One statement inside a workspace, in one message to the server. */
  once<Row>(actor: string, workspace: string, statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * Tells all servers of a new revision, a moment later and for many at once. Not inside the edit's own
   * transaction: a transaction that notifies holds a lock until it is on disk, and all edits of all
   * workspaces would wait for each other. Whoever misses a word finds out with the next sign of life.
   */
  announce(workspace: string, revision: number): void;
  /** The same for something beside the draft, in a word. */
  announceWord(workspace: string, word: string): void;
  /** Calls back for every edit of any workspace, by whichever server it was made. Reconnects by itself. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** The database cannot be reached just now: nothing was changed, and it is worth trying again. */
export class DatabaseGone extends Error {
  constructor(cause: unknown) {
    super("the database does not answer", { cause });
    this.name = "DatabaseGone";
  }
}

/** No room left on the database's disk: nothing was changed. */
export class DiskFull extends Error {
  constructor() {
    super("the disk of the database is full");
    this.name = "DiskFull";
  }
}

const ROLES = { app: "remit_app", auth: "remit_auth" } as const;
const ANNOUNCE = statement("live.announce", "select pg_notify('remit_edits', word) from unnest($1::text[]) as word");
/** In milliseconds; nobody notices, and many edits become one message. */
const ANNOUNCE_AFTER = 12;

/** How a connection of the application is made: in workspaces, or with accounts; the owner's is only for migrations. */
export function connectionOf(address: DatabaseAddress, as: "app" | "auth" | "owner"): pg.ClientConfig {
  const path = as === "auth" ? "-c search_path=auth" : "";
  const options = (words: string): { options?: string } => (words.trim() === "" ? {} : { options: words.trim() });
  if ("socket" in address) return { host: address.socket, user: as === "owner" ? address.owner : ROLES[as], database: address.database ?? "remit", ...options(path) };
  if (as === "owner") return { connectionString: address.ownerUrl ?? address.url };
  // With a URL of the owner alone, the connection lays its rights down as its first act; so does one of the application for accounts.
  const role = address.ownerUrl === undefined || as === "auth" ? `-c role=${ROLES[as]}` : "";
  return { connectionString: address.url, ...options(`${role} ${path}`) };
}

/** @param size connections at most. */
export function openDatabase(address: DatabaseAddress, size = 12): Database {
  const pool = new pg.Pool({ ...connectionOf(address, "app"), max: size, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 60_000, keepAlive: true });
  // A connection that dies while idle is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  // So is one that dies at work: its query is refused, and that is how it is told.
  pool.on("connect", (client) => client.on("error", () => undefined));

  const asked = async <Row>(client: pg.Pool | pg.PoolClient, { name, text }: Statement, values: readonly unknown[] = []): Promise<Row[]> => {
    const answer = await client.query({ name, text, values: [...values] });
    return answer.rows as Row[];
  };

  const run: Run = async (statement, values) => {
    try {
      return await asked(pool, statement, values);
    } catch (thrown) {
      throw translated(thrown);
    }
  };

  async function inWorkspace<T>(actor: string, workspace: string, work: (run: Run) => Promise<T>, how: "writing" | "one snapshot" = "writing"): Promise<T> {
    let client: pg.PoolClient | undefined;
    try {
      client = await pool.connect();
      await client.query(opening(actor, workspace, how));
      const here = client;
      const result = await work((statement, values) => asked(here, statement, values));
      await client.query("commit");
      client.release();
      return result;
    } catch (thrown) {
      // A connection that cannot even roll back is thrown away, and its transaction with it.
      const kept = await client?.query("rollback").then(() => true, () => false);
      client?.release(kept !== true);
      throw translated(thrown);
    }
  }

  const news = new Map<string, number>();
  const said = new Set<string>();
  let telling: NodeJS.Timeout | undefined;
  const tell = (): void => {
    telling = undefined;
    const words = [...[...news].map(([workspace, revision]) => `${workspace} ${revision}`), ...said];
    news.clear();
    said.clear();
    run(ANNOUNCE, [words]).catch(() => undefined);
  };

  return {
    run,
    inWorkspace,
    announce: (workspace, revision) => {
      news.set(workspace, Math.max(revision, news.get(workspace) ?? 0));
      telling ??= setTimeout(tell, ANNOUNCE_AFTER);
    },
    announceWord: (workspace, word) => {
      said.add(`${workspace} ${word}`);
      telling ??= setTimeout(tell, ANNOUNCE_AFTER);
    },
    once: (actor, workspace, statement, values) => inWorkspace(actor, workspace, (here) => here(statement, values)),
    listen: (channel, heard) => listening(address, channel, heard),
    close: () => {
      clearTimeout(telling);
      return pool.end();
    },
  };
}

/** A few connections for the sign-in library, as the role that reaches accounts and nothing else. */
export function openAccountsPool(address: DatabaseAddress): pg.Pool {
  const pool = new pg.Pool({ ...connectionOf(address, "auth"), max: 4, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000 });
  pool.on("error", () => undefined);
  return pool;
}

/** Work of whoever runs this Remit, past every policy, on one connection. */
export async function asOperator<T>(address: DatabaseAddress, work: (run: Run) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...connectionOf(address, "owner"), connectionTimeoutMillis: 5_000 });
  // What the work itself throws, of a disk for example, is not the database's.
  const said = <Answer>(work: Promise<Answer>): Promise<Answer> => work.catch((thrown: unknown) => Promise.reject(translated(thrown)));
  client.on("error", () => undefined);
  try {
    await said(client.connect());
    return await work(async <Row>({ name, text }: Statement, values: readonly unknown[] = []) => (await said(client.query({ name, text, values: [...values] }))).rows as Row[]);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Begin, actor and workspace in one message. Only ids of the right shape are ever spliced. */
function opening(actor: string, workspace: string, how: "writing" | "one snapshot"): string {
  if (!UUID.test(actor) || !UUID.test(workspace)) throw new Error("actor and workspace are uuids");
  return `begin${how === "one snapshot" ? " isolation level repeatable read read only" : ""}; set local remit.actor = '${actor}'; set local remit.workspace = '${workspace}'`;
}

/** Faults of the connection and of the disk are said apart: the first pass, the second need somebody. */
function translated(thrown: unknown): unknown {
  const { code, message = "" } = thrown as { code?: string; message?: string };
  if (code === "53100") return new DiskFull();
  if (code !== undefined && /^(?:57P0|08|ECONN|ENOENT|EPIPE|53300)/.test(code)) return new DatabaseGone(thrown);
  if (code === undefined && /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end/i.test(message)) return new DatabaseGone(thrown);
  return thrown;
}

async function listening(address: DatabaseAddress, channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let closed = false;
  const open = async (): Promise<void> => {
    const next = new pg.Client({ ...connectionOf(address, "app"), keepAlive: true });
    next.on("notification", ({ payload }) => heard(payload ?? ""));
    next.on("error", () => undefined);
    next.on("end", () => void (closed || setTimeout(() => void open().catch(() => undefined), 500).unref()));
    await next.connect();
    await next.query(`listen ${channel}`);
    client = next;
    // Whatever was said meanwhile was missed: an empty word makes the hearer look for itself.
    heard("");
  };
  await open();
  return async () => {
    closed = true;
    await client?.end();
  };
}
