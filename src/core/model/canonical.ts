import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { MatrixDocument } from "./document.ts";

/** RFC 8785 (JCS) text of any JSON value: the one spelling of which digests are taken. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("only JSON values have a canonical form");
  return text;
}

const digestOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalText(value))));

/** SHA-256 (64 hex digits) of the matrix as it is signed: the document without its directory. */
export function matrixDigest(doc: MatrixDocument): string {
  const { directory: _, ...signed } = doc;
  return digestOf(signed);
}

/** SHA-256 (64 hex digits) of the directory of changing facts; of `{}` when there is none. */
export const directoryDigest = (doc: MatrixDocument): string => digestOf(doc.directory ?? {});
