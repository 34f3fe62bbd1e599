import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { backUp } from "#ops/backup.ts";
import { backUpPhysically, NotPhysical } from "#ops/physical-backup.ts";
import { Unusable } from "./problem.ts";
import { onRunning } from "./running.ts";

const PASSPHRASE = "REMIT_BACKUP_PASSPHRASE";

/** Everything of a running Remit in one file. */
export async function backup(file: string, { data, encrypt = false, force = false, physical = false }: { readonly data?: string; readonly encrypt?: boolean; readonly force?: boolean; readonly physical?: boolean }): Promise<number> {
  const passphrase = process.env[PASSPHRASE];
  if (encrypt && (passphrase ?? "").length < 12) throw new Unusable(`${PASSPHRASE} holds no passphrase of at least 12 characters`, "set it in the environment, where it does not stand in the list of processes");
  if (existsSync(file) && !force) throw new Unusable(`\`${file}\` is there already`, "name another file, or add --force");
  const given = encrypt ? passphrase : undefined;
  const count = await onRunning(data, async (address) => {
    if (!physical) return `${await backUp(address, file, given)} rows`;
    if (!("socket" in address)) throw new Unusable("files are copied of the packaged PostgreSQL only", "leave --physical out, or use the tools of the PostgreSQL that DATABASE_URL names");
    try {
      return `${await backUpPhysically(address, file, given)} files`;
    } catch (thrown) {
      if (thrown instanceof NotPhysical) throw new Unusable(thrown.message, "run it as the user who runs Remit, on its machine, or leave --physical out");
      throw thrown;
    }
  });
  process.stderr.write(`${count}, ${Math.ceil(statSync(file).size / 1024)} KB in \`${file}\`\nThe master key is not in it: keep a copy of master.key elsewhere.\n`);
  return 0;
}

/** A data folder from a backup. What needs the packaged PostgreSQL runs beside the sources, not in the bundle. */
export function restore(file: string, { data }: { readonly data: string }): number {
  if (!existsSync(file)) throw new Unusable(`cannot read \`${file}\``, "check the name and the rights of the file");
  const program = fileURLToPath(new URL("../../src/ops/restore-main.ts", import.meta.url));
  const { status } = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", program, resolve(file), resolve(data)], { stdio: "inherit" });
  return status ?? 2;
}
