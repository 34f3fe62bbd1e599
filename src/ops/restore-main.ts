import { rmSync } from "node:fs";
import { join } from "node:path";
import type { HeldBack } from "#db/restored.ts";
import { CannotStart } from "#db/embedded/cannot-start.ts";
import { headOf, isSealed, NotRestored } from "./opened-backup.ts";
import { restorePhysically } from "./physical-restore.ts";
import { restore } from "./restore.ts";

// Started by `remit restore`, with a file and a folder; the passphrase comes by the environment.
const [file = "", data = ""] = process.argv.slice(2);
const passphrase = process.env["REMIT_BACKUP_PASSPHRASE"];

function stop(message: string, remedy?: string): never {
  process.stderr.write(`remit: ${message}\n${remedy === undefined ? "" : `  ${remedy}\n`}`);
  process.exit(2);
}

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** What was waiting when the backup was made, in words; nothing where nothing was. */
function notSent({ letters, deliveries, behind }: HeldBack): string {
  const waited = [...(letters > 0 ? [counted(letters, "letter", "letters")] : []), ...(deliveries > 0 ? [counted(deliveries, "message to a webhook", "messages to webhooks")] : [])];
  return `${waited.length > 0 ? `${waited.join(" and ")} still waited when the backup was made: marked as not sent, so that nobody hears of old things twice.\n` : ""}${behind > 0 ? `${counted(behind, "webhook was", "webhooks were")} not yet told of the latest edits, and will hear only of new ones.\n` : ""}`;
}

try {
  const sealed = isSealed(file);
  if (sealed && !passphrase) stop(`\`${file}\` is encrypted`, "set REMIT_BACKUP_PASSPHRASE to its passphrase");
  const given = sealed ? passphrase : undefined;
  const physical = (await headOf(file, given))["remit"] === "physical-backup";
  const restored = physical ? await restorePhysically(file, data, given) : await restore(file, data, given);
  const count = "files" in restored ? `${restored.files} files` : `${restored.rows} rows`;
  // What was signed after the backup is not in it: the heads remembered beside the key are those of another history.
  rmSync(join(data, "signed-heads.json"), { force: true });
  process.stderr.write(`${count} restored into \`${data}\`; start it with REMIT_DATA=${data} npm start\nThe master key is not in a backup: put your copy of master.key there first, or second factors and sessions are lost.\n${notSent(restored.held)}`);
} catch (thrown) {
  if (thrown instanceof NotRestored) stop(`nothing was restored: ${thrown.message}`);
  if (thrown instanceof CannotStart) stop(thrown.message, thrown.remedy);
  stop(`nothing was restored: ${(thrown as Error).message}`);
}
