import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

const sha = (bytes: Buffer | string): Buffer => createHash("sha256").update(bytes).digest();
const PRESENT = 1;
const VERIFIED = 4;
const NEW_KEY = 64;

export interface Question {
  readonly challenge: string;
}
interface How {
  /** Whether the person showed themselves, not only that somebody is there. */
  readonly verified?: boolean;
  readonly origin?: string;
  readonly site?: string;
  /** How often it says that it was used. */
  readonly uses?: number;
}

/** A device that makes one passkey and signs with it, as WebAuthn describes it: ES256, without attestation. */
export function passkeyDevice(site: string, origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(32);
  let uses = 0;
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const cose = Buffer.concat([Buffer.from("a5010203262001215820", "hex"), Buffer.from(x, "base64url"), Buffer.from("225820", "hex"), Buffer.from(y, "base64url")]);
  const data = (flags: number, how: How, more = Buffer.alloc(0)): Buffer => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(how.uses ?? ++uses);
    return Buffer.concat([sha(how.site ?? site), Buffer.from([flags | PRESENT | (how.verified === false ? 0 : VERIFIED)]), counter, more]);
  };
  const said = (type: string, { challenge }: Question, how: How): Buffer => Buffer.from(JSON.stringify({ type, challenge, origin: how.origin ?? origin, crossOrigin: false }));
  const answer = (response: Record<string, string>) => ({ id: id.toString("base64url"), rawId: id.toString("base64url"), type: "public-key", clientExtensionResults: {}, response });
  return {
    /** What `navigator.credentials.create` answers. */
    make(question: Question, how: How = {}) {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const bytes = data(NEW_KEY, how, Buffer.concat([Buffer.alloc(16), length, id, cose]));
      const size = Buffer.alloc(2);
      size.writeUInt16BE(bytes.length);
      const attestation = Buffer.concat([Buffer.from([0xa3, 0x63]), Buffer.from("fmt"), Buffer.from([0x64]), Buffer.from("none"), Buffer.from([0x67]), Buffer.from("attStmt"), Buffer.from([0xa0, 0x68]), Buffer.from("authData"), Buffer.from([0x59]), size, bytes]);
      return answer({ clientDataJSON: said("webauthn.create", question, how).toString("base64url"), attestationObject: attestation.toString("base64url") });
    },
    /** What `navigator.credentials.get` answers. */
    use(question: Question, how: How = {}) {
      const [client, bytes] = [said("webauthn.get", question, how), data(0, how)];
      return answer({ clientDataJSON: client.toString("base64url"), authenticatorData: bytes.toString("base64url"), signature: sign("sha256", Buffer.concat([bytes, sha(client)]), privateKey).toString("base64url") });
    },
  };
}
