import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SignedHead, SignedHeads } from "#app/history/sign.ts";

const FILE = "signed-heads.json";

const isHead = (value: unknown): value is SignedHead => {
  const { revision, head } = (value ?? {}) as Partial<SignedHead>;
  return Number.isSafeInteger(revision) && /^[0-9a-f]{64}$/.test(head ?? "");
};

function read(file: string, told: (line: string) => void): Map<string, SignedHead> {
  try {
    const heads = Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>);
    if (heads.every((one): one is [string, SignedHead] => isHead(one[1]))) return new Map(heads);
    throw new Error("it holds something else");
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "ENOENT") told(`\`${file}\` cannot be read (${(thrown as Error).message}); what was signed last is remembered anew from what the database says`);
    return new Map();
  }
}

/** Whole or not at all, readable by its owner alone. @param folder where the master key lies. */
export function openSignedHeads(folder: string, told: (line: string) => void): SignedHeads {
  const file = join(folder, FILE);
  const heads = read(file, told);
  let changed = false;
  const write = (): void => {
    if (!changed) return;
    changed = false;
    try {
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, `${JSON.stringify(Object.fromEntries(heads))}\n`, { mode: 0o600 });
      renameSync(draft, file);
    } catch (thrown) {
      told(`\`${file}\` cannot be written: ${(thrown as Error).message}`);
    }
  };
  return {
    of: (workspace) => heads.get(workspace),
    keep: (workspace, { revision, head }) => {
      if (revision <= (heads.get(workspace)?.revision ?? 0)) return;
      heads.set(workspace, { revision, head });
      changed = true;
    },
    only: (workspaces) => {
      const gone = [...heads.keys()].filter((workspace) => !workspaces.has(workspace));
      for (const workspace of gone) heads.delete(workspace);
      changed ||= gone.length > 0;
    },
    write,
  };
}
