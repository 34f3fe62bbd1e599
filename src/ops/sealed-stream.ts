import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";

/** How an encrypted file begins; the salt and the nonce's beginning follow. */
export const MAGIC = Buffer.from("REMIT-SEALED-1\n");
const SALT = 16;
const HEAD = MAGIC.length + SALT + 8;
const PIECE = 64 * 1024;
const TAG = 16;

/** The file is encrypted otherwise, with another passphrase, or was changed or cut. */
export class Unopened extends Error {}

/** About a third of a second and 128 MB for each guess. */
const keyOf = (passphrase: string, salt: Buffer): Buffer => scryptSync(passphrase.normalize("NFC"), salt, 32, { N: 131_072, r: 8, p: 1, maxmem: 256 * 1024 * 1024 });

/** Pieces have numbered nonces, and the last one says that it is: none can be left out, moved or cut off. */
const nonceOf = (begin: Buffer, number: number): Buffer => {
  const rest = Buffer.alloc(4);
  rest.writeUInt32BE(number);
  return Buffer.concat([begin, rest]);
};

/** Encrypts what flows through it, with AES-256-GCM in pieces of 64 KB under a key from the passphrase. */
export function seal(passphrase: string): Transform {
  const [salt, begin] = [randomBytes(SALT), randomBytes(8)];
  const key = keyOf(passphrase, salt);
  let [waiting, number, opened] = [Buffer.alloc(0), 0, false];
  const piece = (stream: Transform, bytes: Buffer, last: boolean): void => {
    const cipher = createCipheriv("aes-256-gcm", key, nonceOf(begin, number++));
    cipher.setAAD(Buffer.from([last ? 1 : 0]));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    if (!opened) stream.push(Buffer.concat([MAGIC, salt, begin]));
    opened = true;
    stream.push(Buffer.concat([body, cipher.getAuthTag()]));
  };
  return new Transform({
    transform(chunk: Buffer, _, done) {
      waiting = Buffer.concat([waiting, chunk]);
      // One piece is kept back: the last one must be known as the last.
      while (waiting.length > PIECE) {
        piece(this, waiting.subarray(0, PIECE), false);
        waiting = waiting.subarray(PIECE);
      }
      done();
    },
    flush(done) {
      piece(this, waiting, true);
      done();
    },
  });
}

/** Decrypts what `seal` made; nothing comes out that was not proved. */
export function unseal(passphrase: string): Transform {
  let [waiting, number] = [Buffer.alloc(0), 0];
  let opened: { readonly key: Buffer; readonly begin: Buffer } | undefined;
  const piece = (stream: Transform, bytes: Buffer, last: boolean, done: TransformCallback): boolean => {
    try {
      if (!opened || bytes.length < TAG) throw new Error("too short");
      const decipher = createDecipheriv("aes-256-gcm", opened.key, nonceOf(opened.begin, number++));
      decipher.setAAD(Buffer.from([last ? 1 : 0]));
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
      stream.push(Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - TAG)), decipher.final()]));
      return true;
    } catch {
      done(new Unopened(number <= 1 ? "the passphrase is not the one it was sealed with, or the file was changed" : "the file was changed or cut"));
      return false;
    }
  };
  return new Transform({
    transform(chunk: Buffer, _, done) {
      waiting = Buffer.concat([waiting, chunk]);
      if (!opened) {
        if (waiting.length < HEAD) return done();
        if (!waiting.subarray(0, MAGIC.length).equals(MAGIC)) return done(new Unopened("the file is not encrypted as Remit does it"));
        opened = { key: keyOf(passphrase, waiting.subarray(MAGIC.length, MAGIC.length + SALT)), begin: Buffer.from(waiting.subarray(MAGIC.length + SALT, HEAD)) };
        waiting = waiting.subarray(HEAD);
      }
      while (waiting.length > PIECE + TAG) {
        if (!piece(this, waiting.subarray(0, PIECE + TAG), false, done)) return;
        waiting = waiting.subarray(PIECE + TAG);
      }
      done();
    },
    flush(done) {
      if (piece(this, waiting, true, done)) done();
    },
  });
}
