import type { Database } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { statement } from "./statement.ts";

const ALL = statement("passkey.all", `select id, name, credential_id as credential, synced, transports, made_at as made, last_used_at as used from auth.passkeys_of($1)`);
const ADD = statement("passkey.add", "select auth.add_passkey($1, $2, $3, $4, $5, $6, $7, $8, $9) as id");
const RENAME = statement("passkey.rename", "select auth.rename_passkey($1, $2, $3) as done");
const REMOVE = statement("passkey.remove", "select auth.remove_passkey($1, $2) as done");
const ONE = statement("passkey.one", `select passkey, public_key as "publicKey", counter::float8 as counter, transports from auth.passkey_of($1)`);
const USE = statement("passkey.use", "select auth.use_passkey($1, $2, $3) as used");
const SIGN_IN = statement("passkey.sign-in", "select auth.sign_in_by_passkey($1, $2, $3, $4, $5, $6) as account");

export interface Passkey {
  readonly id: string;
  readonly name: string;
  /** As the browser calls it; base64url. */
  readonly credential: string;
  /** Kept by a service, on several devices. */
  readonly synced: boolean;
  readonly transports: readonly string[];
  readonly made: Date;
  readonly used: Date | null;
}

/** What a signature is checked with. */
export interface PasskeyProof {
  readonly passkey: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
}

export interface NewPasskey {
  readonly name: string;
  readonly credential: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly synced: boolean;
  readonly transports: readonly string[];
}

/** Oldest first. */
export const passkeysOf = (db: Database, account: string): Promise<Passkey[]> => db.run<Passkey>(ALL, [account]);

/**
 * @param session of whoever adds it: with their first second factor it counts as signed in with two.
 * @param code whether a fresh code of the account's authenticator was given for it.
 * @returns its id; denied when somebody has it already, and where the account has a second factor nobody showed.
 */
export const addPasskey = (db: Database, account: string, session: Buffer, { name, credential, publicKey, counter, synced, transports }: NewPasskey, code: boolean) =>
  unlessDenied(db.run<{ id: string }>(ADD, [account, session, name, credential, Buffer.from(publicKey), counter, synced, transports, code]).then(([row]) => row?.id ?? ""));

export async function renamePasskey(db: Database, account: string, passkey: string, name: string): Promise<boolean> {
  const [row] = await db.run<{ done: boolean }>(RENAME, [account, passkey, name]);
  return row?.done === true;
}

/** `false` where there is none of that id; denied where nothing else would bring its owner back. */
export const removePasskey = (db: Database, account: string, passkey: string) => unlessDenied(db.run<{ done: boolean }>(REMOVE, [account, passkey]).then(([row]) => row?.done === true));

export async function passkeyProof(db: Database, credential: string): Promise<PasskeyProof | undefined> {
  const [row] = await db.run<PasskeyProof>(ONE, [credential]);
  return row;
}

/** Notes that an account showed its passkey; `false` when it is another's, or its count of uses says that it was copied. */
export async function usePasskey(db: Database, passkey: string, account: string, counter: number): Promise<boolean> {
  const [row] = await db.run<{ used: boolean }>(USE, [passkey, account, counter]);
  return row?.used === true;
}

/** Makes a session; `false` when the count of uses says that the passkey was copied. */
export async function signInByPasskey(db: Database, passkey: string, counter: number, session: Buffer, until: Date, address: string, agent: string): Promise<boolean> {
  const [row] = await db.run<{ account: string | null }>(SIGN_IN, [passkey, counter, session, until, address, agent]);
  return typeof row?.account === "string";
}
