import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";

/** Leaves in one segment: a segment is hashed at once, so that a long history verifies fast. */
export const SEGMENT = 1_024;

/** The digest of no entries at all. */
const NOTHING = new Uint8Array(32);

/**
 * The chain over leaves, taken one after another: each segment's digest is SHA-256 over the digest before it and its
 * leaves. The head of a segment that is not full is made the same way.
 */
export class Chain {
  #before: Uint8Array = NOTHING;
  #open = new Uint8Array(32 + SEGMENT * 32);
  #count = 0;

  /** @param leaf hex. */
  add(leaf: string): void {
    if (this.#count === SEGMENT) {
      this.#before = this.#digest();
      this.#count = 0;
    }
    this.#open.set(hexToBytes(leaf), 32 + this.#count * 32);
    this.#count++;
  }

  /** Hex. */
  head(): string {
    return bytesToHex(this.#count === 0 ? this.#before : this.#digest());
  }

  #digest(): Uint8Array {
    this.#open.set(this.#before, 0);
    return sha256(this.#open.subarray(0, 32 + this.#count * 32));
  }
}

/** What is signed of a head. */
export const headWords = (workspace: string, revision: number, head: string): string => ["remit-head-1", workspace, revision, head].join("\n");
