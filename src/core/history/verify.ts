import { Chain, headWords } from "./chain.ts";
import { leafOf, payloadHash, type HistoryEntry } from "./entry.ts";
import { Wordless } from "./erasure.ts";

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
  readonly fault: "missing" | "out of order" | "twice" | "facts changed" | "words changed" | "words missing" | "cut off" | "unsigned" | "not the signed history" | "forged signature";
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

/** What stands before the entries of a history. */
export type HistoryHead = Omit<History, "entries">;
/** Whether an Ed25519 signature is the key's; both base64. */
export type Holds = (words: string, signature: string, key: string) => boolean;

/**
 * Reads a history entry by entry as somebody who trusts nobody but the key: it need not lie in memory. Names a byte that
 * was changed, an entry that was dropped, swapped or doubled, words that are gone without a word, and a tail that was cut.
 */
export class HistoryCheck {
  readonly #head: HistoryHead;
  readonly #faults: HistoryFault[] = [];
  readonly #signed = new Map<number, SignedHead>();
  readonly #chain = new Chain();
  readonly #seen = new Set<number>();
  readonly #wordless = new Wordless();
  #expected: number;
  #last: number;
  #signedTo = 0;
  #erased = 0;
  #entries = 0;
  #broken = false;

  constructor(head: HistoryHead, holds: Holds) {
    this.#head = head;
    this.#expected = head.from;
    this.#last = head.from - 1;
    for (const one of head.heads) {
      if (holds(headWords(head.workspace, one.revision, one.head), one.signature, head.key)) this.#signed.set(one.revision, one);
      else this.#blame(one.revision, "forged signature", `the signature over revision ${one.revision} is not the key's`);
    }
  }

  #blame(revision: number, fault: HistoryFault["fault"], words: string): void {
    this.#faults.push({ revision, fault, words });
  }

  add(entry: HistoryEntry): void {
    const { revision, leaf, salt, payload } = entry;
    const expected = this.#expected;
    if (this.#seen.has(revision)) this.#blame(revision, "twice", `revision ${revision} is there twice`);
    else if (revision < expected) this.#blame(revision, "out of order", `revision ${revision} comes too late`);
    else if (revision > expected) this.#blame(expected, "missing", revision === expected + 1 ? `revision ${expected} is missing` : `revisions ${expected} to ${revision - 1} are missing`);
    this.#seen.add(revision);
    this.#entries++;
    this.#last = revision;
    this.#expected = Math.max(expected, revision + 1);
    if (leafOf(this.#head.workspace, entry) !== leaf) this.#blame(revision, "facts changed", `who, when, for whom or what of revision ${revision} was changed`);
    if (salt === null || payload === null) {
      this.#erased++;
      this.#wordless.missing(entry);
    } else if (!isOf(salt, payload, entry.payloadHash)) this.#blame(revision, "words changed", `the words of revision ${revision} were changed`);
    else this.#wordless.read(entry);
    this.#chain.add(leaf);
    const head = this.#signed.get(revision);
    if (!head) return;
    if (this.#chain.head() === head.head) this.#signedTo = revision;
    else if (!this.#broken) {
      this.#broken = true;
      this.#blame(revision, "not the signed history", `what stands up to revision ${revision} is not what was signed then`);
    }
  }

  /** After the last entry. */
  verdict(): HistoryVerdict {
    const [last, signedTo] = [this.#last, this.#signedTo];
    for (const revision of this.#wordless.unsaid()) this.#blame(revision, "words missing", `the words of revision ${revision} are missing, and no later entry says that they were erased`);
    for (const revision of this.#signed.keys()) if (revision > last) this.#blame(last + 1, "cut off", `the history goes on to revision ${revision}, and ends here with ${last}`);
    if (this.#faults.length === 0 && last >= this.#head.from && signedTo < last) this.#blame(signedTo + 1, "unsigned", `revisions ${signedTo + 1} to ${last} are under no signature`);
    return { faults: this.#faults, entries: this.#entries, erased: this.#erased, signedTo };
  }
}

/** The same for a history that lies in memory. */
export function verifyHistory({ entries, ...head }: History, holds: Holds): HistoryVerdict {
  const check = new HistoryCheck(head, holds);
  for (const entry of entries) check.add(entry);
  return check.verdict();
}

/** Whether words are those of a hash; what has no canonical form, half a character in it for example, never was. */
function isOf(salt: string, payload: unknown, hash: string): boolean {
  try {
    return payloadHash(salt, payload) === hash;
  } catch {
    return false;
  }
}
