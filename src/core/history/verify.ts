import { Chain, headWords } from "./chain.ts";
import { leafOf, payloadHash, type HistoryEntry } from "./entry.ts";

/** A head that was signed when the history had come so far. */
export interface SignedHead {
  readonly revision: number;
  readonly head: string;
  /** Ed25519, base64. */
  readonly signature: string;
}

/** A history as it is handed out. */
export interface History {
  readonly remit: "history";
  readonly format: 1;
  readonly workspace: string;
  /** Ed25519, raw, base64. */
  readonly key: string;
  /** The first revision that is in the chain; what was written before it is not part of this. */
  readonly from: number;
  readonly entries: readonly HistoryEntry[];
  /** Rising; the last one is of the last entry. */
  readonly heads: readonly SignedHead[];
}

/** What is wrong with a history, at which revision. */
export interface HistoryFault {
  readonly revision: number;
  readonly fault: "missing" | "out of order" | "twice" | "facts changed" | "words changed" | "cut off" | "unsigned" | "not the signed history" | "forged signature";
  readonly words: string;
}

export interface HistoryVerdict {
  readonly faults: readonly HistoryFault[];
  readonly entries: number;
  /** Entries whose words were erased; the chain still says who, when and for which party. */
  readonly erased: number;
  /** The last revision under a signature that holds; 0 when there is none. */
  readonly signedTo: number;
}

/**
 * Reads a history as somebody who trusts nobody but the key. Names a byte that was changed, an entry that was dropped,
 * swapped or doubled, and a tail that was cut.
 * @param holds whether an Ed25519 signature is the key's; both base64.
 */
export function verifyHistory({ workspace, key, from, entries, heads }: History, holds: (words: string, signature: string, key: string) => boolean): HistoryVerdict {
  const faults: HistoryFault[] = [];
  const blame = (revision: number, fault: HistoryFault["fault"], words: string): void => void faults.push({ revision, fault, words });
  const signed = new Map<number, SignedHead>();
  for (const one of heads) {
    if (holds(headWords(workspace, one.revision, one.head), one.signature, key)) signed.set(one.revision, one);
    else blame(one.revision, "forged signature", `the signature over revision ${one.revision} is not the key's`);
  }
  const chain = new Chain();
  let [expected, signedTo, erased, broken] = [from, 0, 0, false];
  const seen = new Set<number>();
  for (const entry of entries) {
    const { revision, leaf, salt, payload } = entry;
    if (seen.has(revision)) blame(revision, "twice", `revision ${revision} is there twice`);
    else if (revision < expected) blame(revision, "out of order", `revision ${revision} comes too late`);
    else if (revision > expected) blame(expected, "missing", revision === expected + 1 ? `revision ${expected} is missing` : `revisions ${expected} to ${revision - 1} are missing`);
    seen.add(revision);
    expected = Math.max(expected, revision + 1);
    if (leafOf(workspace, entry) !== leaf) blame(revision, "facts changed", `who, when, for whom or what of revision ${revision} was changed`);
    if (salt === null || payload === null) erased++;
    else if (!isOf(salt, payload, entry.payloadHash)) blame(revision, "words changed", `the words of revision ${revision} were changed`);
    chain.add(leaf);
    const head = signed.get(revision);
    if (!head) continue;
    if (chain.head() === head.head) signedTo = revision;
    else if (!broken) {
      broken = true;
      blame(revision, "not the signed history", `what stands up to revision ${revision} is not what was signed then`);
    }
  }
  const last = entries.at(-1)?.revision ?? from - 1;
  for (const revision of signed.keys()) if (revision > last) blame(last + 1, "cut off", `the history goes on to revision ${revision}, and ends here with ${last}`);
  if (faults.length === 0 && last >= from && signedTo < last) blame(signedTo + 1, "unsigned", `revisions ${signedTo + 1} to ${last} are under no signature`);
  return { faults, entries: entries.length, erased, signedTo };
}

/** Whether words are those of a hash; what has no canonical form, half a character in it for example, never was. */
function isOf(salt: string, payload: unknown, hash: string): boolean {
  try {
    return payloadHash(salt, payload) === hash;
  } catch {
    return false;
  }
}
