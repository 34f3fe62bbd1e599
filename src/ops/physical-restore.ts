import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { placeCluster } from "#db/embedded/place-cluster.ts";
import { startPostgres } from "#db/embedded/supervisor.ts";
import { migrate } from "#db/migrate.ts";
import { holdBack, type HeldBack } from "#db/restored.ts";
import { NotRestored, openBackup, type Opened } from "./opened-backup.ts";

/** Only below the cluster: no way up, no root, no second spelling. */
const PATH = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)*$/;
const LONGEST_LINE = 64 * 1024;

/** Reads lines and counted bytes, one after another. */
class Reader {
  readonly #pieces: AsyncIterator<Buffer>;
  readonly #opened: Opened;
  #held: Buffer = Buffer.alloc(0);
  constructor(opened: Opened) {
    this.#opened = opened;
    this.#pieces = (opened.bytes as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  }

  async #more(): Promise<Buffer> {
    const { done, value } = await this.#pieces.next().catch(() => ({ done: true, value: undefined }) as const);
    if (done || value === undefined) throw new NotRestored((await this.#opened.done)?.message ?? "the file ends in the middle");
    return value;
  }

  async line(): Promise<Readonly<Record<string, unknown>>> {
    while (!this.#held.includes(10)) {
      if (this.#held.length > LONGEST_LINE) throw new NotRestored("the file holds something that is no part of a backup");
      this.#held = Buffer.concat([this.#held, await this.#more()]);
    }
    const end = this.#held.indexOf(10);
    const text = this.#held.subarray(0, end).toString("utf8");
    this.#held = this.#held.subarray(end + 1);
    try {
      return JSON.parse(text) as Readonly<Record<string, unknown>>;
    } catch {
      throw new NotRestored("the file holds something that is no part of a backup");
    }
  }

  async *bytes(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      if (this.#held.length === 0) this.#held = await this.#more();
      const piece = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  /** Nothing may come behind the end, and the file itself must be whole. */
  async ended(): Promise<void> {
    const next = this.#held.length > 0 ? undefined : await this.#pieces.next().catch(() => undefined);
    const fault = await this.#opened.done;
    if (fault) throw new NotRestored(fault.message);
    if (!next?.done) throw new NotRestored("the file goes on behind its end");
  }
}

/**
 * Makes a data folder from the files of another one. The folder must hold no database yet; where anything is wrong, none is
 * left. It is started once, so that what was written while it was copied is brought in and it is known to work.
 * @returns files restored, and what is not sent any more.
 * @throws NotRestored, CannotStart
 */
export async function restorePhysically(file: string, data: string, passphrase: string | undefined): Promise<{ readonly files: number; readonly held: HeldBack }> {
  const cluster = join(data, "pg18");
  if (existsSync(cluster)) throw new NotRestored(`\`${data}\` holds a database already; name a folder that does not`);
  const partial = `${cluster}.restoring`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  let whole = false;
  try {
    const files = await unpack(new Reader(openBackup(file, passphrase)), partial);
    placeCluster(partial, cluster);
    const postgres = await startPostgres(data);
    try {
      const address = { socket: postgres.socket, owner: postgres.owner };
      await migrate(address);
      const held = await holdBack(address);
      whole = true;
      return { files, held };
    } finally {
      await postgres.stop();
    }
  } finally {
    rmSync(partial, { recursive: true, force: true });
    if (!whole) rmSync(cluster, { recursive: true, force: true });
  }
}

async function unpack(reader: Reader, folder: string): Promise<number> {
  const head = await reader.line();
  if (head["remit"] !== "physical-backup" || head["format"] !== 1) throw new NotRestored("this is no backup of Remit");
  const here = `${process.platform}-${process.arch}`;
  if (head["platform"] !== here) throw new NotRestored(`the files are of ${String(head["platform"])}, and this is ${here}; restore a portable backup here, the kind that is made without --physical`);
  const below = (path: unknown): string => {
    if (typeof path !== "string" || path.length > 400 || !PATH.test(path)) throw new NotRestored("the file names a place outside the database");
    return join(folder, path);
  };
  let files = 0;
  for (;;) {
    const next = await reader.line();
    if (next["end"] === true) {
      if (next["files"] !== files) throw new NotRestored("the file does not hold all it says it does");
      await reader.ended();
      for (const needed of ["PG_VERSION", "global/pg_control", "backup_label"]) if (!existsSync(join(folder, needed))) throw new NotRestored(`the file lacks \`${needed}\`, without which it is no database`);
      return files;
    }
    if (next["folder"] !== undefined) {
      mkdirSync(below(next["folder"]), { recursive: true, mode: 0o700 });
      continue;
    }
    const [path, size] = [below(next["path"]), next["size"]];
    if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) throw new NotRestored("the file holds something that is no part of a backup");
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const open = openSync(path, "wx", 0o600);
    try {
      for await (const piece of reader.bytes(size)) writeSync(open, piece);
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
    files++;
  }
}
