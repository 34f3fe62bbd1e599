import type { HistoryEntry } from "#core/history/entry.ts";
import type { Database } from "#db/database.ts";
import { entriesAfter, headsOf, memberLedger, noteCheck, type StoredEntry } from "#db/history.ts";
import { HistoryBroken, signHead, type Signer } from "./sign.ts";

const AT_ONCE = 500;

const shown = ({ what, edits, salt, ...facts }: StoredEntry): HistoryEntry => ({ ...facts, salt, payload: salt === null ? null : { what, edits } });

/**
 * A history as JSON text, piece by piece: a million entries never lie in memory at once. It is signed as it stands,
 * unless it is broken already: then it is handed out as it is, and whoever verifies it sees where.
 */
export async function* historyText(db: Database, signer: Signer, actor: string, workspace: string): AsyncGenerator<string> {
  await signHead(signer, workspace, memberLedger(db, actor, workspace)).catch((thrown: unknown) => {
    if (!(thrown instanceof HistoryBroken)) throw thrown;
    return noteCheck(db, workspace, 0, thrown.revision);
  });
  signer.memory?.write();
  const heads = await headsOf(db, actor, workspace);
  const upTo = heads.at(-1)?.revision ?? 0;
  const [first] = (await entriesAfter(db, actor, workspace, 0, 1)).entries;
  yield `{"remit":"history","format":1,"workspace":${JSON.stringify(workspace)},"key":${JSON.stringify(signer.key)},"from":${first?.revision ?? 1},"heads":${JSON.stringify(heads)},"entries":[`;
  let separator = "\n";
  for (let last = 0; ; ) {
    const { entries, more } = await entriesAfter(db, actor, workspace, last, AT_ONCE);
    let piece = "";
    for (const entry of entries) {
      last = entry.revision;
      // What was written since the signing waits for the next one.
      if (last > upTo) break;
      piece += `${separator}${JSON.stringify(shown(entry))}`;
      separator = ",\n";
    }
    if (piece !== "") yield piece;
    if (!more || last > upTo) break;
  }
  yield "\n]}\n";
}
