import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, hkdfSync, randomBytes, sign } from "node:crypto";

/** Every secret of this installation is made from one master key, which never lies in the database. */
export interface Keys {
  /** Signs cookies and encrypts second factors; base64url. */
  readonly signIn: string;
  /** Encrypts words for storage, with AES-256-GCM under a fresh nonce. */
  seal(words: string): Buffer;
  /** Signs heads of histories, with Ed25519. */
  readonly history: { readonly key: string; sign(words: string): string };
  /** @throws when the bytes were changed, or sealed under another key. */
  unseal(sealed: Buffer): string;
}

const NONCE = 12;
const TAG = 16;

/** What stands before the 32 bytes of an Ed25519 key in PKCS 8. */
const PKCS8_ED25519 = Buffer.from("302e020100300506032b657004220420", "hex");

/** @param master 32 bytes. */
export function keysFrom(master: Buffer): Keys {
  if (master.length !== 32) throw new Error("the master key has 32 bytes");
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync("sha256", master, "", `remit:${purpose}`, 32));
  const sealing = derived("seal");
  const signing = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, derived("history")]), format: "der", type: "pkcs8" });
  const raw = createPublicKey(signing).export({ format: "der", type: "spki" }).subarray(-32);
  return {
    signIn: derived("sign-in").toString("base64url"),
    history: { key: raw.toString("base64"), sign: (words) => sign(null, Buffer.from(words), signing).toString("base64") },
    seal: (words) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", sealing, nonce);
      const body = Buffer.concat([cipher.update(words, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    unseal: (sealed) => {
      const decipher = createDecipheriv("aes-256-gcm", sealing, sealed.subarray(0, NONCE));
      decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
    },
  };
}
