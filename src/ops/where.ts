import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { DatabaseAddress } from "#db/database.ts";

export type { DatabaseAddress };

/** There is no running Remit to work on. */
export class NotRunning extends Error {}

/**
 * The database of a Remit that runs on this machine: by DATABASE_URL, or by its data folder.
 * @throws NotRunning
 */
export function runningDatabase(env: Readonly<Record<string, string | undefined>>, folder: string | undefined): DatabaseAddress {
  const url = env["DATABASE_URL"]?.trim();
  const ownerUrl = env["DATABASE_OWNER_URL"]?.trim();
  if (url && folder === undefined) return { url, ...(ownerUrl ? { ownerUrl } : {}) };
  const data = resolve(folder ?? env["REMIT_DATA"]?.trim() ?? "data");
  try {
    const socket = readFileSync(join(data, "pg18", "postmaster.pid"), "utf8").split("\n")[4];
    if (socket) return { socket, owner: "remit_owner" };
  } catch {
    // Not there: nothing runs on this folder.
  }
  throw new NotRunning(`no Remit runs on the data folder \`${data}\``);
}
