import type { Database } from "./database.ts";
import { statement } from "./statement.ts";

const BEGIN = statement("begun.begin", "select auth.begin($1, $2, $3, $4, $5)");
const FINISH = statement("begun.finish", "select account, details from auth.finish($1, $2)");

/** What can be begun in a browser and has to be finished there. */
export type Begun = "passkey.add" | "passkey.sign-in" | "passkey.shown" | "sso.sign-in" | "sso.tie" | "address";

/** Keeps what somebody began. @param token SHA-256 of what the browser keeps. @param account whose doing it is, where somebody is signed in. */
export const begin = (db: Database, what: Begun, token: Buffer, account: string | null, details: object, until: Date): Promise<unknown> => db.run(BEGIN, [token, what, account, JSON.stringify(details), until]);

/** What was begun, once: it is gone with the asking, whatever comes of it. Nothing for what is late, used, or of another kind. */
export async function finish<Details>(db: Database, what: Begun, token: Buffer): Promise<{ readonly account: string | null; readonly details: Details } | undefined> {
  const [row] = await db.run<{ account: string | null; details: Details }>(FINISH, [token, what]);
  return row;
}
