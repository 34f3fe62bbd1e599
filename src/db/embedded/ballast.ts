import { closeSync, existsSync, openSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";

/** A file that only takes room: on a full disk deleting it gives PostgreSQL what it needs to stop and start cleanly. */
export const BALLAST = "ballast";
const SIZE = 32 * 1024 * 1024;
/** With less room than this left, a ballast would be the thing that fills the disk. In bytes. */
const ENOUGH = 4 * SIZE;

/** Puts the ballast into the data folder, unless it is there or the disk is nearly full. */
export function ballast(data: string): void {
  const file = join(data, BALLAST);
  if (existsSync(file) || freeBytes(data) < ENOUGH) return;
  const open = openSync(file, "wx", 0o600);
  try {
    // Written, not cut to length: a file with holes takes no room.
    const piece = Buffer.alloc(1024 * 1024, 1);
    for (let written = 0; written < SIZE; written += piece.length) writeSync(open, piece);
  } finally {
    closeSync(open);
  }
}

/** Free bytes of the disk a folder lies on, for users without special rights. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
