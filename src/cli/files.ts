import { chmodSync, copyFileSync, existsSync, readFileSync, readSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Unusable } from "./problem.ts";

/** Larger files are refused before they are read. In bytes. */
const LARGEST = 512 * 1024 * 1024;

/** Bytes of a file, or of standard input for `-`. */
export function readBytes(file: string): Uint8Array {
  if (file === "-") return readStandardInput();
  let size: number;
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) throw new Unusable(`\`${file}\` is a folder`, "name a file in it");
    size = stats.size;
  } catch (thrown) {
    if (thrown instanceof Unusable) throw thrown;
    throw new Unusable(`cannot read \`${file}\`: ${reason(thrown)}`, "check the name and the rights of the file");
  }
  if (size > LARGEST) throw new Unusable(`\`${file}\` is larger than 512 MB`, "check that this is the right file");
  try {
    return readFileSync(file);
  } catch (thrown) {
    throw new Unusable(`cannot read \`${file}\`: ${reason(thrown)}`, "check the rights of the file");
  }
}

/** Piece by piece, because a pipe another program made non-blocking has moments without anything to read. */
function readStandardInput(): Uint8Array {
  const pieces: Buffer[] = [];
  let size = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(64 * 1024);
    let read: number;
    try {
      read = readSync(0, piece);
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (code === "EOF") break;
      if (code !== "EAGAIN") throw new Unusable(`cannot read standard input: ${reason(thrown)}`, "name a file instead of `-`");
      Atomics.wait(PAUSE, 0, 0, 5);
      continue;
    }
    if (read === 0) break;
    size += read;
    if (size > LARGEST) throw new Unusable("standard input is larger than 512 MB", "check that this is the right file");
    pieces.push(piece.subarray(0, read));
  }
  return Buffer.concat(pieces);
}

const PAUSE = new Int32Array(new SharedArrayBuffer(4));

/** Text of a UTF-8 file, or of standard input for `-`. */
export function readText(file: string): string {
  const bytes = readBytes(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Unusable(`\`${file}\` is not UTF-8 text`, "save it as UTF-8; a spreadsheet goes through `remit import`");
  }
}

/**
 * Write to a file in one step (a reader sees the old content or the new, never half), or to standard
 * output. A different file that stood there is kept beside it as `FILE~`. Links are followed, the rights
 * of the old file stay; a pipe or a device is written to, not replaced.
 */
export function write(target: string | undefined, content: string | Uint8Array): void {
  if (target === undefined || target === "-") {
    // Not by descriptor: Node has made a pipe non-blocking by now, and half the content would be lost.
    process.stdout.write(content);
    return;
  }
  let partial: string | undefined;
  try {
    const there = existsSync(target);
    if (there && !statSync(target).isFile()) {
      writeFileSync(target, content);
      return;
    }
    const file = there ? realpathSync(target) : target;
    partial = join(dirname(file), `.${basename(file)}.${process.pid}.partial`);
    if (there) {
      const old = readFileSync(file);
      if (old.equals(Buffer.from(content as string))) return;
      if (old.length > 0) copyFileSync(file, `${file}~`);
    }
    writeFileSync(partial, content);
    if (there) chmodSync(partial, statSync(file).mode & 0o7777);
    renameSync(partial, file);
  } catch (thrown) {
    if (partial !== undefined) rmSync(partial, { force: true });
    throw new Unusable(`cannot write \`${target}\`: ${reason(thrown)}`, "nothing was changed; check the folder and its rights");
  }
}

function reason(thrown: unknown): string {
  const code = (thrown as NodeJS.ErrnoException).code;
  const known: Record<string, string> = {
    ENOENT: "there is no such file or folder",
    EACCES: "permission denied",
    EPERM: "permission denied",
    ENOSPC: "the disk is full",
    EROFS: "the disk is read-only",
    EISDIR: "it is a folder",
    ENOTDIR: "a part of the path is not a folder",
  };
  return known[code ?? ""] ?? (thrown instanceof Error ? thrown.message : String(thrown));
}
