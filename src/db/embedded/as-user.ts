import { spawnSync } from "node:child_process";
import { chownSync, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { copiedBinaries, type Binaries } from "./binaries.ts";
import { CannotStart } from "./cannot-start.ts";

/** How PostgreSQL is run here: as whom, and behind which command. */
export interface Runner {
  readonly binaries: Binaries;
  /** Put before the program: `unshare --user`. */
  readonly before: readonly string[];
  readonly ids: { readonly uid?: number; readonly gid?: number };
}

/** The system user for machines where root cannot leave its rights behind in a namespace. */
const USER = "remit";
const SHARED_FOLDER = "/var/lib/remit";

/**
 * PostgreSQL refuses to run as root. As root it runs in a user namespace, where root is nobody in
 * particular and every folder root can use still works; where namespaces are forbidden, as a system user.
 * @throws CannotStart when neither is possible, or that user could not reach the data folder.
 */
export function runnerFor(binaries: Binaries, dataFolder: string): Runner {
  if (process.getuid?.() !== 0) return { binaries, before: [], ids: {} };
  const owner = existsSync(dataFolder) ? statSync(dataFolder).uid : 0;
  if (owner === 0 && spawnSync("unshare", ["--user", "true"]).status === 0) return { binaries, before: ["unshare", "--user"], ids: {} };
  return asSystemUser(binaries, dataFolder);
}

function asSystemUser(binaries: Binaries, dataFolder: string): Runner {
  const id = (flag: string): number | undefined => {
    const ran = spawnSync("id", [flag, USER], { encoding: "utf8" });
    return ran.status === 0 ? Number(ran.stdout) : undefined;
  };
  if (id("-u") === undefined) spawnSync("useradd", ["--system", "--no-create-home", "--home-dir", SHARED_FOLDER, "--shell", "/usr/sbin/nologin", USER]);
  const [uid, gid] = [id("-u"), id("-g")];
  if (uid === undefined || gid === undefined)
    throw new CannotStart("PostgreSQL does not run as root, and no user for it could be made", `run \`useradd --system ${USER}\`, or start Remit as an ordinary user`);
  refuseUnreachable(dataFolder);
  if (existsSync(dataFolder)) chownSync(dataFolder, uid, gid);
  return { binaries: copiedBinaries(binaries, SHARED_FOLDER), before: [], ids: { uid, gid } };
}

/** A folder above the data that only root may pass is named, not opened to everybody. */
function refuseUnreachable(folder: string): void {
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
    if (existsSync(above) && (statSync(above).mode & 0o001) === 0)
      throw new CannotStart(`the user \`${USER}\`, as whom PostgreSQL runs here, may not pass the folder \`${above}\``, "set REMIT_DATA to a folder that every user can reach, such as /var/lib/remit/data");
  }
}
