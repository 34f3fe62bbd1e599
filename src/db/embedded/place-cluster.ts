import { chmodSync, chownSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { runnerFor } from "./as-user.ts";
import { packagedBinaries } from "./binaries.ts";

/** Puts the files of a cluster where PostgreSQL looks for them, as the user it runs as here. */
export function placeCluster(partial: string, cluster: string): void {
  const { ids } = runnerFor(packagedBinaries(), partial);
  const { uid, gid } = ids;
  if (uid !== undefined && gid !== undefined) for (const name of readdirSync(partial, { recursive: true, encoding: "utf8" })) chownSync(join(partial, name), uid, gid);
  chmodSync(partial, 0o700);
  renameSync(partial, cluster);
}
