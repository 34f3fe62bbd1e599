import { Chain, headWords } from "#core/history/chain.ts";
import type { Database } from "#db/database.ts";
import { historiesToSign, noteCheck, serverLedger, type Ledger, type StoredHead } from "#db/history.ts";

/** Signs heads of histories, with the key of this installation. */
export interface Signer {
  /** Ed25519, raw, base64. */
  readonly key: string;
  /** Base64. */
  sign(words: string): string;
}

const AT_ONCE = 4_096;

/** What stands before is not what was signed: nothing more is signed on top of it. */
export class HistoryBroken extends Error {
  readonly revision: number;
  constructor(revision: number) {
    super(`the history up to revision ${revision} is not the one that was signed`);
    this.name = "HistoryBroken";
    this.revision = revision;
  }
}

/**
 * Signs the head of a history as it stands, after holding what was signed before against what is there now.
 * @throws HistoryBroken
 */
export async function signHead(signer: Signer, workspace: string, ledger: Ledger, stop?: AbortSignal): Promise<StoredHead | undefined> {
  const known = await ledger.heads();
  const signed = new Map(known.map((head) => [head.revision, head]));
  const chain = new Chain();
  let last = 0;
  for (let more = true; more; ) {
    stop?.throwIfAborted();
    const leaves = await ledger.leaves(last, AT_ONCE);
    more = leaves.length === AT_ONCE;
    for (const { revision, leaf, sound } of leaves) {
      if (sound === false) throw new HistoryBroken(revision);
      chain.add(leaf);
      last = revision;
      const head = signed.get(revision);
      if (head && head.head !== chain.head()) throw new HistoryBroken(revision);
    }
  }
  const newest = known.at(-1);
  if (newest && newest.revision > last) throw new HistoryBroken(newest.revision);
  if (last === 0 || newest?.revision === last) return newest;
  const head = { revision: last, head: chain.head() };
  const made = { ...head, signature: signer.sign(headWords(workspace, head.revision, head.head)) };
  await ledger.keep(made);
  return made;
}

/**
 * Signs every history that has something unsigned, so that whoever gets at the database alone cannot rewrite what is
 * older. A broken one is told, each time, and noted where its members see it. Several servers may do this at once.
 * @param all looks through those too in which nothing is new.
 * @returns how many were looked through.
 */
export async function signHistories(db: Database, signer: Signer, told: (line: string) => void, all = false, stop?: AbortSignal): Promise<number> {
  let done = 0;
  for (const workspace of await historiesToSign(db, all)) {
    if (stop?.aborted) break;
    try {
      const head = await signHead(signer, workspace, serverLedger(db, workspace), stop);
      await noteCheck(db, workspace, head?.revision ?? 0);
    } catch (thrown) {
      if (stop?.aborted) break;
      if (!(thrown instanceof HistoryBroken)) throw thrown;
      told(`A HISTORY WAS CHANGED: workspace ${workspace}, revision ${thrown.revision}: what stands in the database is not what was signed. Somebody wrote past Remit. Nothing more is signed on top of it; keep the database as it is, and compare with a history file handed out earlier, or with a backup.`);
      await noteCheck(db, workspace, 0, thrown.revision);
    }
    done++;
  }
  return done;
}
