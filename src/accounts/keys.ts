import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Every secret of this installation is made from one master key, which never lies in the database. */
export interface Keys {
  /** Signs cookies and encrypts second factors; base64url. */
  readonly signIn: string;
  /** Encrypts words for storage, with AES-256-GCM under a fresh nonce. */
  seal(words: string): Buffer;
  /** @throws when the bytes were changed, or sealed under another key. */
  unseal(sealed: Buffer): string;
}

const NONCE = 12;
const TAG = 16;

/** @param master 32 bytes. */
export function keysFrom(master: Buffer): Keys {
  if (master.length !== 32) throw new Error("the master key has 32 bytes");
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync("sha256", master, "", `remit:${purpose}`, 32));
  const sealing = derived("seal");
  return {
    signIn: derived("sign-in").toString("base64url"),
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
