import { Chain, headWords } from "#core/history/chain.ts";
import type { Database } from "#db/database.ts";
import { payloadHash } from "#core/history/entry.ts";
import { Wordless } from "#core/history/erasure.ts";
import { historiesToSign, noteCheck, serverLedger, type Ledger, type StoredHead } from "#db/history.ts";
import { holds } from "./signature.ts";

export interface SignedHead {
  readonly revision: number;
  /** Hex. */
  readonly head: string;
}

/**
 * The last head of each history this server signed or found signed, kept beside the master key and not in the database:
 * who holds the database alone cannot remove every head of a history and have another one signed in its place.
 */
export interface SignedHeads {
  of(workspace: string): SignedHead | undefined;
  /** The newest stays. */
  keep(workspace: string, head: SignedHead): void;
  /** Forgets workspaces that are gone. */
  only(workspaces: ReadonlySet<string>): void;
  /** Puts down what was kept since the last time. */
  write(): void;
}

/** Signs heads of histories, with the key of this installation. */
export interface Signer {
  /** Ed25519, raw, base64. */
  readonly key: string;
  /** Base64. */
  sign(words: string): string;
  /** What it signed last, kept outside the database. */
  readonly memory?: SignedHeads;
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

/** Holds the words of entries against the hashes in their leaves, and those that have none against what the others say of it. @throws HistoryBroken */
async function lookAtWords(ledger: Ledger, stop?: AbortSignal): Promise<void> {
  const wordless = new Wordless();
  for (let last = 0, more = true; more; ) {
    stop?.throwIfAborted();
    const some = (await ledger.wordless?.(last, AT_ONCE)) ?? [];
    for (const entry of some) wordless.missing(entry);
    more = some.length === AT_ONCE;
    last = some.at(-1)?.revision ?? last;
  }
  for (let last = 0, more = true; more; ) {
    stop?.throwIfAborted();
    const some = (await ledger.words?.(last)) ?? [];
    for (const { revision, party, salt, payloadHash: said, what, edits } of some) {
      if (payloadHash(salt, { what, edits }) !== said) throw new HistoryBroken(revision);
      wordless.read({ revision, party, payload: { what, edits } });
    }
    more = some.length > 0;
    last = some.at(-1)?.revision ?? last;
  }
  const [unsaid] = wordless.unsaid();
  if (unsaid !== undefined) throw new HistoryBroken(unsaid);
}

/**
 * Signs the head of a history as it stands, after holding what was signed before against what is there now: the heads in
 * the database against the key, the leaves against the heads, and what this server remembers to have signed against both.
 * @throws HistoryBroken
 */
export async function signHead(signer: Signer, workspace: string, ledger: Ledger, stop?: AbortSignal): Promise<StoredHead | undefined> {
  const known = await ledger.heads();
  for (const { revision, head, signature } of known) if (!holds(headWords(workspace, revision, head), signature, signer.key)) throw new HistoryBroken(revision);
  const remembered = signer.memory?.of(workspace);
  let met = remembered === undefined;
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
      if (remembered?.revision !== revision) continue;
      if (remembered.head !== chain.head()) throw new HistoryBroken(revision);
      met = true;
    }
  }
  const newest = known.at(-1);
  if (newest && newest.revision > last) throw new HistoryBroken(newest.revision);
  if (remembered && !met) throw new HistoryBroken(remembered.revision);
  await lookAtWords(ledger, stop);
  if (newest?.revision === last) signer.memory?.keep(workspace, newest);
  if (last === 0 || newest?.revision === last) return newest;
  const head = { revision: last, head: chain.head() };
  const made = { ...head, signature: signer.sign(headWords(workspace, head.revision, head.head)) };
  await ledger.keep(made);
  signer.memory?.keep(workspace, made);
  return made;
}

/**
 * Signs every history that has something unsigned, so that whoever gets at the database alone cannot rewrite what is
 * older. A broken one is told, each time, and noted where its members see it. Several servers may do this at once.
 * @param all looks through those too in which nothing is new, and through the words of each.
 * @returns how many were looked through.
 */
export async function signHistories(db: Database, signer: Signer, told: (line: string) => void, all = false, stop?: AbortSignal): Promise<number> {
  let done = 0;
  const histories = await historiesToSign(db, all);
  if (all) signer.memory?.only(new Set(histories.map(({ workspace }) => workspace)));
  for (const { workspace, broken } of histories) {
    if (stop?.aborted) break;
    try {
      // What was found broken in its words is not whole again because nobody reads them.
      const head = await signHead(signer, workspace, serverLedger(db, workspace, all || broken), stop);
      await noteCheck(db, workspace, head?.revision ?? 0);
    } catch (thrown) {
      if (stop?.aborted) break;
      if (!(thrown instanceof HistoryBroken)) throw thrown;
      told(`A HISTORY WAS CHANGED: workspace ${workspace}, revision ${thrown.revision}: what stands in the database is not what was signed. Somebody wrote past Remit. Nothing more is signed on top of it; keep the database as it is, and compare with a history file handed out earlier, or with a backup.`);
      await noteCheck(db, workspace, 0, thrown.revision);
    }
    done++;
  }
  signer.memory?.write();
  return done;
}
