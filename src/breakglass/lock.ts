/** What stands in a file instead of its contents: nothing of it can be read without the passphrase. Bytes are Base64. */
export interface Locked {
  readonly cipher: "AES-256-GCM";
  readonly key: "PBKDF2-SHA-256";
  readonly rounds: number;
  readonly salt: string;
  readonly iv: string;
  readonly text: string;
}

/** Rounds of PBKDF2, as OWASP's password storage cheat sheet asks for with SHA-256. */
const ROUNDS = 600_000;
/** A file can be tried at home, as often as somebody likes, so short passphrases are no lock. In characters. */
export const SHORTEST_PASSPHRASE = 12;

/** The passphrase does not open it, or the file was changed: the cipher cannot tell which. */
export class WrongPassphrase extends Error {}

/** Node and browsers name it differently. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
function base64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

async function keyFrom(passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<Key> {
  // One passphrase can be typed in several ways on several keyboards: they all are the same one.
  const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(passphrase.normalize("NFKC").trim()), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }, typed, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** Locks a text with a passphrase, under a new salt. */
export async function lock(text: string, passphrase: string): Promise<Locked> {
  const salt = crypto.getRandomValues(new Uint8Array(32));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyFrom(passphrase, salt, ROUNDS), new TextEncoder().encode(text));
  return { cipher: "AES-256-GCM", key: "PBKDF2-SHA-256", rounds: ROUNDS, salt: base64(salt), iv: base64(iv), text: base64(new Uint8Array(sealed)) };
}

/** @throws WrongPassphrase */
export async function unlock({ rounds, salt, iv, text }: Locked, passphrase: string): Promise<string> {
  const key = await keyFrom(passphrase, bytesOf(salt), rounds);
  const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytesOf(iv) }, key, bytesOf(text)).catch(() => {
    throw new WrongPassphrase("this passphrase does not open the file");
  });
  return new TextDecoder().decode(plain);
}
