import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The real command line, in a folder of its own that goes when the tests are done. */
export function shell(): { readonly folder: string; readonly remit: (...args: string[]) => Ran; readonly feed: (input: string | Uint8Array, ...args: string[]) => Ran } {
  const folder = mkdtempSync(join(tmpdir(), "remit-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const root = process.cwd();
  const feed = (input: string | Uint8Array, ...args: string[]): Ran => {
    const { status, stdout, stderr } = spawnSync(join(root, "remit"), args, { cwd: folder, input, encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, NO_COLOR: "1" } });
    return { code: status, out: stdout, err: stderr };
  };
  return { folder, remit: (...args) => feed("", ...args), feed };
}
