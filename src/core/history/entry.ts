import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalText } from "../model/canonical.ts";

/** One entry of a history as it is handed out. Everything but `payload` and `salt` is in the chain itself. */
export interface HistoryEntry {
  readonly revision: number;
  /** ISO 8601 in UTC, to the microsecond. */
  readonly at: string;
  /** The account; a number that says nothing of the person. */
  readonly actor: string;
  /** The party the actor spoke for then. */
  readonly party: string | null;
  /** The open page it was typed in. */
  readonly page: string | null;
  /** The command's own id. */
  readonly id: string;
  /** The revision this entry takes back or does again. */
  readonly undoes: number | null;
  /** SHA-256 of salt and payload, in hex. The words lie outside the chain, so that a person's can be erased. */
  readonly payloadHash: string;
  /** Hex; `null` once the words were erased. */
  readonly salt: string | null;
  readonly payload: { readonly what: string; readonly edits: readonly unknown[] } | null;
  /** SHA-256 of this entry's own facts, in hex. */
  readonly leaf: string;
}

/** SHA-256 over the salt and the canonical JSON (RFC 8785) of what was done, in hex. @param salt hex. */
export const payloadHash = (salt: string, payload: unknown): string => bytesToHex(sha256(concatBytes(hexToBytes(salt), utf8ToBytes(canonicalText(payload)))));

/**
 * The leaf of an entry: SHA-256 over its facts, one a line, an absent one as an empty line. The database makes the
 * same from the same facts when the entry is written, and a test holds the two together.
 */
export const leafOf = (workspace: string, { revision, at, actor, party, page, id, undoes, payloadHash: payload }: Omit<HistoryEntry, "salt" | "payload" | "leaf">): string =>
  bytesToHex(sha256(utf8ToBytes(["remit-entry-1", workspace, revision, at, actor, party ?? "", page ?? "", id, undoes ?? "", payload].join("\n"))));
