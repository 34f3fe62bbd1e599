import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { MAGIC, unseal } from "./sealed-stream.ts";

/** The file cannot be restored; what was begun is gone again. */
export class NotRestored extends Error {}

/** Whether a backup is encrypted. */
export function isSealed(file: string): boolean {
  const open = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(MAGIC.length);
    return bytes.subarray(0, readSync(open, bytes)).equals(MAGIC);
  } finally {
    closeSync(open);
  }
}

/** What is in a backup, unsealed and unpacked. */
export interface Opened {
  readonly bytes: Readable;
  /** Settles when the file was read; with a fault where it is cut, changed, or sealed otherwise: then `bytes` ends early. */
  readonly done: Promise<Error | undefined>;
}

export function openBackup(file: string, passphrase: string | undefined): Opened {
  const bytes = new PassThrough();
  const read = pipeline([createReadStream(file), ...(passphrase === undefined ? [] : [unseal(passphrase)]), createGunzip(), bytes]);
  // A fault ends the bytes early, without breaking off whoever reads them: it is thrown where they end.
  const done = read.then(() => undefined, (thrown: unknown) => thrown as Error);
  return { bytes, done };
}

/** What a backup says of itself in its first line. @throws NotRestored */
export async function headOf(file: string, passphrase: string | undefined): Promise<Readonly<Record<string, unknown>>> {
  const { bytes, done } = openBackup(file, passphrase);
  let text = "";
  try {
    for await (const piece of bytes.setEncoding("utf8") as AsyncIterable<string>) {
      text += piece;
      if (text.includes("\n") || text.length > 1024 * 1024) break;
    }
  } catch {
    // Said below.
  }
  const end = text.indexOf("\n");
  if (end < 0) throw new NotRestored((await done)?.message ?? "this is no backup of Remit");
  try {
    const head = JSON.parse(text.slice(0, end)) as Readonly<Record<string, unknown>>;
    if (typeof head === "object" && head !== null) return head;
  } catch {
    // Not ours.
  }
  throw new NotRestored("this is no backup of Remit");
}
