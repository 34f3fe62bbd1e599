import { versionsOf, wholeVersion } from "#db/version.ts";
import { signedFile } from "../../version/signed-file.ts";
import type { ExportPart } from "../part.ts";

/** Versions with their signatures and seals, each as the file that verifies by itself. They are of the old workspace: import leaves them in the file. */
export const versions: ExportPart = {
  name: "versions.json",
  about: "versions, oldest first: what was offered, signed, refused and withdrawn; each under `file` verifies with remit verify",
  async *write({ db, account, workspace }) {
    yield "[";
    let first = true;
    for (const { number, refusals, refusedAt, completedAt } of (await versionsOf(db, account, workspace)).toReversed()) {
      const version = await wholeVersion(db, account, workspace, number);
      if (!version) continue;
      yield `${first ? "" : ","}\n${JSON.stringify({ number, completed: completedAt, refused: refusedAt, refusals, file: signedFile(version) })}`;
      first = false;
    }
    yield "\n]\n";
  },
};
