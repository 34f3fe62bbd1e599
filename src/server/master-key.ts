import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The key is not one, or its file cannot be used. */
export class NoMasterKey extends Error {}

/**
 * The master key of this installation: REMIT_MASTER_KEY, or the file `master.key` beside the data, made at the
 * first start and readable by its owner alone. It never lies in the database, so that a copy of the database alone
 * opens no second factor and forges no session.
 * @throws NoMasterKey
 */
export function masterKey(data: string, given: string | undefined): Buffer {
  if (given !== undefined) return decoded(given, "REMIT_MASTER_KEY");
  const file = join(data, "master.key");
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    // Whole or not at all, and never over one that is there: two starting servers end with one key.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
    try {
      linkSync(draft, file);
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== "EEXIST") throw thrown;
    } finally {
      unlinkSync(draft);
    }
    return decoded(readFileSync(file, "utf8"), `\`${file}\``);
  } catch (thrown) {
    if (thrown instanceof NoMasterKey) throw thrown;
    throw new NoMasterKey(`the master key in \`${file}\` cannot be read or made: ${(thrown as Error).message}`);
  }
}

function decoded(words: string, where: string): Buffer {
  const key = Buffer.from(words.trim(), "base64");
  if (key.length !== 32) throw new NoMasterKey(`${where} is no master key: it has 32 bytes, written in base64; \`openssl rand -base64 32\` makes one`);
  return key;
}
