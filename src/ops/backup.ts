import { createWriteStream, renameSync, rmSync } from "node:fs";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { copyOut } from "#db/copy-out.ts";
import type { DatabaseAddress } from "#db/database.ts";
import { seal } from "./sealed-stream.ts";

/**
 * Writes everything of a running Remit into one file, as of one moment, while people go on editing: JSON lines, packed,
 * and encrypted where a passphrase is given. The file appears whole or not at all.
 * @returns rows written.
 */
export async function backUp(address: DatabaseAddress, file: string, passphrase: string | undefined): Promise<number> {
  const draft = `${file}.part`;
  const lines = new PassThrough();
  const stages = [lines, createGzip(), ...(passphrase === undefined ? [] : [seal(passphrase)]), createWriteStream(draft, { mode: 0o600, flags: "w", flush: true })];
  const written = pipeline(stages);
  // A fault of the disk shows while lines are still being made: it is thrown there, and must not be nobody's here.
  written.catch(() => undefined);
  let rows = 0;
  const put = async (line: object): Promise<void> => {
    if (!lines.write(`${JSON.stringify(line)}\n`)) await Promise.race([once(lines, "drain"), written]);
  };
  try {
    await copyOut(address, {
      shape: (shape) => put({ remit: "backup", format: 1, at: new Date().toISOString(), shape }),
      rows: async (table, some) => {
        rows += some.length;
        await put({ table, rows: some });
      },
    });
    await put({ end: true, rows });
    lines.end();
    await written;
    renameSync(draft, file);
    return rows;
  } catch (thrown) {
    lines.destroy();
    await written.catch(() => undefined);
    rmSync(draft, { force: true });
    throw thrown;
  }
}
