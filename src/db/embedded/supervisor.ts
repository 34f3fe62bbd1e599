import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { runnerFor, type Runner } from "./as-user.ts";
import { ballast, BALLAST } from "./ballast.ts";
import { packagedBinaries } from "./binaries.ts";
import { CannotStart } from "./cannot-start.ts";

/** A PostgreSQL that belongs to this process. */
export interface EmbeddedPostgres {
  /** Folder of its socket; there is no TCP port and no password. */
  readonly socket: string;
  readonly owner: "remit_owner";
  /** Process id of the postmaster. */
  readonly pid: number;
  /** Settles when PostgreSQL ends, wanted or not. */
  readonly ended: Promise<void>;
  /** Ends it in an orderly way: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

/** As long as a killed predecessor may hold its shared memory. In milliseconds. */
const LONGEST_WAIT = 15_000;
/** A socket's whole path may have 107 bytes; the name takes 16 of them. */
const LONGEST_SOCKET_FOLDER = 80;

/**
 * Starts the packaged PostgreSQL on a data folder, making the folder on the first start. A predecessor
 * that was killed is waited for; one that still works is not disturbed.
 * @param socket folder of a predecessor's socket, to come back at the same place.
 * @param data folder of all data; the cluster lies in `pg18` below it.
 * @throws CannotStart with the reason in words.
 */
export async function startPostgres(data: string, log: (line: string) => void = () => undefined, socket?: string): Promise<EmbeddedPostgres> {
  const cluster = join(data, "pg18");
  makeFolder(data);
  const runner = runnerFor(packagedBinaries(), cluster);
  if (!existsSync(join(cluster, "PG_VERSION"))) initialise(cluster, runner);
  ballast(data);
  const started = Date.now();
  for (;;) {
    try {
      return await start(cluster, runner, log, socket);
    } catch (thrown) {
      const words = thrown instanceof Error ? thrown.message : String(thrown);
      // The lock file of a killed server stays until its last process is gone: wait, and never delete it.
      const held = /lock file|shared memory block|still in use/i.test(words);
      if (held && Date.now() - started < LONGEST_WAIT) {
        await new Promise((settle) => setTimeout(settle, 50));
        continue;
      }
      throw inWords(words, held, data, cluster);
    }
  }
}

function makeFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    if (!statSync(data).isDirectory()) throw new Error("not a folder");
  } catch {
    throw new CannotStart(`cannot use \`${data}\` as the data folder`, "set REMIT_DATA to a folder you may write to");
  }
}

/** A PostgreSQL that is started again, at the same socket, whenever it ends without being asked to. */
export interface KeptPostgres {
  readonly socket: string;
  readonly owner: "remit_owner";
  readonly pid: () => number;
  stop(): Promise<void>;
}

/**
 * @param told is given every line worth telling: that it ended, that it is back, that it cannot be had.
 * @throws CannotStart when the very first start fails; later it is tried again and again.
 */
export async function keepPostgres(data: string, told: (line: string) => void): Promise<KeptPostgres> {
  let now = await startPostgres(data);
  let leaving = false;
  let pause = 100;
  const watch = (): void => {
    void now.ended.then(async () => {
      while (!leaving) {
        told("PostgreSQL ended unexpectedly; it is being started again");
        try {
          now = await startPostgres(data, undefined, now.socket);
          pause = 100;
          told("PostgreSQL is back");
          if (leaving) await now.stop();
          return watch();
        } catch (thrown) {
          told(thrown instanceof Error ? thrown.message : String(thrown));
          await new Promise((settle) => setTimeout(settle, (pause = Math.min(pause * 2, 10_000))));
        }
      }
    });
  };
  watch();
  return {
    socket: now.socket,
    owner: now.owner,
    pid: () => now.pid,
    stop: async () => {
      leaving = true;
      await now.stop();
    },
  };
}

/** Makes the cluster in a folder beside its place, so that an interrupted first start leaves no half of one. */
function initialise(cluster: string, { binaries, before, ids }: Runner): void {
  const partial = `${cluster}.new`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  if (ids.uid !== undefined && ids.gid !== undefined) chownSync(partial, ids.uid, ids.gid);
  const flags = ["-D", partial, "-U", "remit_owner", "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--auth-local=trust", "--auth-host=reject"];
  const [command, ...args] = [...before, binaries.initdb, ...flags] as [string, ...string[]];
  const ran = spawnSync(command, args, { ...ids, encoding: "utf8", cwd: "/", env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C" } });
  if (ran.status === 0) return renameSync(partial, cluster);
  rmSync(partial, { recursive: true, force: true });
  throw inWords(`${ran.stderr ?? ""}${ran.stdout ?? ""}${ran.error?.message ?? ""}`, false, cluster, cluster);
}

function start(cluster: string, { binaries, before, ids }: Runner, log: (line: string) => void, given: string | undefined): Promise<EmbeddedPostgres> {
  const socket = given ?? socketFolder(cluster);
  if (ids.uid !== undefined && ids.gid !== undefined) chownSync(socket, ids.uid, ids.gid);
  const settings = ["-D", cluster, "-k", socket, "-c", "listen_addresses=", "-c", "unix_socket_permissions=0700", "-c", "shared_buffers=64MB", "-c", "max_connections=40", "-c", "jit=off", "-c", "timezone=UTC", "-c", "log_timezone=UTC", "-c", "wal_level=replica", "-c", "max_wal_size=1GB", "-c", "checkpoint_timeout=15min"];
  // The shell holds a pipe to this process: if this process is killed, the pipe closes and PostgreSQL is stopped too.
  const guard = 'exec 3<&0; "$@" </dev/null 3<&- & p=$!; { read _ <&3 || :; kill -INT $p 2>/dev/null; } & w=$!; wait $p; s=$?; kill $w 2>/dev/null; exit $s';
  const child = spawn("sh", ["-c", guard, "sh", ...before, binaries.postgres, ...settings], { ...ids, stdio: ["pipe", "ignore", "pipe"], cwd: "/", detached: true, env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" } });
  return ready(child, cluster, socket, log);
}

function ready(child: ChildProcess, cluster: string, socket: string, log: (line: string) => void): Promise<EmbeddedPostgres> {
  const ended = new Promise<void>((settle) => child.once("exit", () => settle()));
  let said = "";
  return new Promise((settle, refuse) => {
    child.once("error", refuse);
    child.once("exit", (code) => refuse(new Error(said || `PostgreSQL ended with ${code}`)));
    child.stderr?.setEncoding("utf8").on("data", (words: string) => {
      log(words);
      if (said === "ready") return;
      said += words;
      if (!said.includes("ready to accept connections")) return;
      said = "ready";
      // It must not keep this process alive, and this process must not wait for it.
      child.unref();
      clearSockets(cluster, socket);
      for (const pipe of [child.stdin, child.stderr]) (pipe as Socket | null)?.unref();
      settle({
        socket,
        owner: "remit_owner",
        pid: Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]),
        ended,
        stop: async () => {
          child.ref();
          child.stdin?.end();
          await ended;
          rmSync(socket, { recursive: true, force: true });
        },
      });
    });
  });
}

/** A short folder only this user can enter, because the path of a socket is limited and the socket is the door. */
function socketFolder(cluster: string): string {
  const beside = `${cluster}.socket-`;
  if (Buffer.byteLength(beside) + 6 <= LONGEST_SOCKET_FOLDER) return mkdtempSync(beside);
  return mkdtempSync(join(Buffer.byteLength(tmpdir()) <= LONGEST_SOCKET_FOLDER - 14 ? tmpdir() : "/tmp", "remit-"));
}

/** Folders of killed predecessors; only whoever holds the cluster may clear them away. */
function clearSockets(cluster: string, own: string): void {
  for (const name of readdirSync(dirname(cluster))) {
    const folder = join(dirname(cluster), name);
    if (name.startsWith(`${basename(cluster)}.socket-`) && folder !== own) rmSync(folder, { recursive: true, force: true });
  }
}

function inWords(words: string, held: boolean, data: string, cluster: string): CannotStart {
  const last = words.trim().split("\n").at(-1) ?? "";
  if (held) return new CannotStart(`the data folder \`${data}\` is used by another process${holder(cluster)}`, "stop the other Remit, or set REMIT_DATA to another folder");
  if (/No space left on device/i.test(words))
    return new CannotStart("the disk is full; what was saved is safe", `free some space (deleting \`${join(data, BALLAST)}\` gives 32 MB at once) and start again`);
  if (/[Pp]ermission denied|Operation not permitted|invalid permissions|wrong ownership/.test(words))
    return new CannotStart(`the data folder \`${data}\` belongs to another user or may not be read`, "start Remit as the user who owns it, or set REMIT_DATA to another folder");
  if (/incompatible with server|database files are incompatible/i.test(words)) return new CannotStart(`the data folder \`${data}\` is of another PostgreSQL version`, "start the Remit that made it, and back it up from there");
  return new CannotStart(`PostgreSQL did not start: ${last}`, `its data in \`${data}\` was not changed`);
}

function holder(cluster: string): string {
  try {
    return ` (process ${Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0])})`;
  } catch {
    return "";
  }
}
