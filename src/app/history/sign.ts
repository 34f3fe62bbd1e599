import { Chain, headWords } from "#core/history/chain.ts";
import type { Database } from "#db/database.ts";
import { headsOf, keepHead, leavesAfter, type StoredHead } from "#db/history.ts";

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
export async function signHead(db: Database, signer: Signer, actor: string, workspace: string): Promise<StoredHead | undefined> {
  const known = await headsOf(db, actor, workspace);
  const signed = new Map(known.map((head) => [head.revision, head]));
  const chain = new Chain();
  let last = 0;
  for (let more = true; more; ) {
    const leaves = await leavesAfter(db, actor, workspace, last, AT_ONCE);
    more = leaves.length === AT_ONCE;
    for (const { revision, leaf } of leaves) {
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
  await keepHead(db, actor, workspace, made);
  return made;
}
