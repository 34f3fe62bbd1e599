import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { copyIn, migrationsOf, TABLES, type Shape, type Table } from "#db/copy-out.ts";
import { startPostgres } from "#db/embedded/supervisor.ts";
import { migrate } from "#db/migrate.ts";
import { holdBack, type HeldBack } from "#db/restored.ts";
import { NotRestored, openBackup } from "./opened-backup.ts";

/** The lines of a backup, each parsed; the last one is its end. */
async function* linesOf(file: string, passphrase: string | undefined): AsyncGenerator<Record<string, unknown>> {
  const { bytes, done } = openBackup(file, passphrase);
  let ended = false;
  for await (const line of createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })) {
    let value: Record<string, unknown>;
    try {
      value = JSON.parse(line) as Record<string, unknown>;
    } catch {
      break;
    }
    ended = value["end"] === true;
    yield value;
  }
  const fault = await done;
  if (fault) throw new NotRestored(fault.message);
  if (!ended) throw new NotRestored("the file ends in the middle");
}

/**
 * Makes a data folder from a backup. The folder must hold no database yet; where anything is wrong, none is left.
 * @returns rows restored, and what is not sent any more.
 * @throws NotRestored, CannotStart
 */
export async function restore(file: string, data: string, passphrase: string | undefined): Promise<{ readonly rows: number; readonly held: HeldBack }> {
  const cluster = join(data, "pg18");
  if (existsSync(cluster)) throw new NotRestored(`\`${data}\` holds a database already; name a folder that does not`);
  const lines = linesOf(file, passphrase);
  const head = (await lines.next()).value as { remit?: string; format?: number; shape?: Shape } | undefined;
  if (head?.remit !== "backup" || head.format !== 1 || !head.shape) throw new NotRestored("this is no backup of Remit");
  const wanted = migrationsOf(head.shape);
  if (!wanted) throw new NotRestored("the backup was made by a newer Remit; use that one to restore it");
  let whole = false;
  const postgres = await startPostgres(data);
  try {
    const address = { socket: postgres.socket, owner: postgres.owner };
    // In the shape it was written in first, then brought to today's.
    await migrate(address, wanted);
    let rows = 0;
    await copyIn(address, async (put) => {
      for await (const line of lines) {
        if (line["end"] === true) {
          if (line["rows"] !== rows) throw new NotRestored("the file does not hold all it says it does");
          continue;
        }
        const { table, rows: some } = line as { table?: Table; rows?: readonly object[] };
        if (!table || !TABLES.includes(table) || !Array.isArray(some)) throw new NotRestored("the file holds something that is no part of a backup");
        await put(table, some);
        rows += some.length;
      }
    });
    await migrate(address);
    const held = await holdBack(address);
    whole = true;
    return { rows, held };
  } finally {
    await postgres.stop();
    if (!whole) rmSync(cluster, { recursive: true, force: true });
  }
}
