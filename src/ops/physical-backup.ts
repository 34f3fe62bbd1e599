import { randomBytes } from "node:crypto";
import { closeSync, createWriteStream, existsSync, fstatSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { DatabaseAddress } from "#db/database.ts";
import { copyCluster } from "#db/physical.ts";
import { seal } from "./sealed-stream.ts";

/** Left out: of this running server alone, or made anew when it starts. The log's segments are copied last, only those needed. */
const FOLDERS_LEFT_EMPTY: ReadonlySet<string> = new Set(["pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans"]);
const LEFT_OUT = /^(?:postmaster\.(?:pid|opts)|pg_internal\.init.*|backup_label(?:\.old)?|tablespace_map(?:\.old)?|backup_manifest|pgsql_tmp.*|.*\.socket.*)$/;
/** Says which state the cluster is in; copied after all others. */
const CONTROL = "global/pg_control";
const PIECE = 256 * 1024;

/** There is no cluster this program may read. */
export class NotPhysical extends Error {}

/**
 * Writes the files of the packaged PostgreSQL into one file while people go on editing: everything acknowledged before it
 * is done is in it. The file appears whole or not at all.
 * @param copied called when all files are copied: what was acknowledged until then is in the backup.
 * @returns files written.
 * @throws NotPhysical
 */
export async function backUpPhysically(address: DatabaseAddress, file: string, passphrase: string | undefined, copied: () => void = () => undefined): Promise<number> {
  const draft = `${file}.part`;
  const bytes = new PassThrough({ highWaterMark: 4 * PIECE });
  const written = pipeline([bytes, createGzip({ level: 4 }), ...(passphrase === undefined ? [] : [seal(passphrase)]), createWriteStream(draft, { mode: 0o600, flags: "w", flush: true })]);
  written.catch(() => undefined);
  const put = async (piece: Buffer | string): Promise<void> => {
    if (!bytes.write(piece)) await Promise.race([once(bytes, "drain"), written]);
  };
  const line = (words: object): Promise<void> => put(`${JSON.stringify(words)}\n`);
  let files = 0;
  const text = async (path: string, words: string): Promise<void> => {
    const content = Buffer.from(words);
    await line({ path, size: content.length });
    await put(content);
    files++;
  };
  /** As many bytes as it had when it was opened: what grows or shrinks meanwhile is mended by the log. */
  const copy = async (folder: string, path: string): Promise<void> => {
    let open: number;
    try {
      open = openSync(join(folder, path), "r");
    } catch (thrown) {
      // Dropped since the folder was listed: the log says so, too.
      if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return;
      throw thrown;
    }
    try {
      const { size } = fstatSync(open);
      await line({ path, size });
      for (let at = 0; at < size; ) {
        const piece = Buffer.alloc(Math.min(PIECE, size - at));
        readSync(open, piece, 0, piece.length, at);
        await put(piece);
        at += piece.length;
      }
      files++;
    } finally {
      closeSync(open);
    }
  };
  try {
    await copyCluster(address, `remit_backup_${randomBytes(6).toString("hex")}`, {
      begin: async (folder, version) => {
        if (!existsSync(join(folder, "PG_VERSION"))) throw new NotPhysical(`the database lies in \`${folder}\`, which this program cannot read`);
        if (readdirSync(join(folder, "pg_tblspc")).length > 0) throw new NotPhysical("the database has tablespaces outside its folder");
        await line({ remit: "physical-backup", format: 1, at: new Date().toISOString(), version, platform: `${process.platform}-${process.arch}` });
      },
      files: async (folder) => {
        for (const path of everyFile(folder)) if (path !== CONTROL) await (path.endsWith("/") ? line({ folder: path.slice(0, -1) }) : copy(folder, path));
        const control = settled(() => readFileSync(join(folder, CONTROL)));
        await line({ path: CONTROL, size: control.length });
        await put(control);
        files++;
        copied();
      },
      end: async (folder, segments, label) => {
        for (const name of readdirSync(join(folder, "pg_wal")).filter((name) => name.endsWith(".history"))) await copy(folder, `pg_wal/${name}`);
        for (const name of segments) await copy(folder, `pg_wal/${name}`);
        await text("backup_label", label);
      },
    });
    await line({ end: true, files });
    bytes.end();
    await written;
    renameSync(draft, file);
    return files;
  } catch (thrown) {
    bytes.destroy();
    await written.catch(() => undefined);
    rmSync(draft, { force: true });
    throw thrown;
  }
}

/** Paths below a folder, folders with a slash behind them and before what is in them. */
function* everyFile(folder: string, below = ""): Generator<string> {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    if (LEFT_OUT.test(entry.name)) continue;
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      yield `${path}/`;
      if (below !== "" || !FOLDERS_LEFT_EMPTY.has(entry.name)) yield* everyFile(folder, path);
    } else if (entry.isFile()) yield path;
  }
}

/** A small file that somebody may be writing: read until it reads the same twice. */
function settled(read: () => Buffer): Buffer {
  for (let before = read(); ; ) {
    const now = read();
    if (now.equals(before)) return now;
    before = now;
  }
}
