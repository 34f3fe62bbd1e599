import { createPublicKey, verify } from "node:crypto";

/** What stands before the 32 bytes of an Ed25519 key in SPKI. */
const SPKI_ED25519 = Buffer.from("302a300506032b6570032100", "hex");

/** Whether a signature is the key's; both base64. What is no key signed nothing. */
export function ed25519Holds(words: string, signature: string, key: string): boolean {
  const raw = Buffer.from(key, "base64");
  if (raw.length !== 32) return false;
  return verify(null, Buffer.from(words), createPublicKey({ key: Buffer.concat([SPKI_ED25519, raw]), format: "der", type: "spki" }), Buffer.from(signature, "base64"));
}
