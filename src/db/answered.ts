import type { Database } from "./database.ts";
import { statement } from "./statement.ts";

const BEGIN = statement("answered.begin", "select state, sealed from auth.begin_once($1, $2, $3)");
const FINISH = statement("answered.finish", "select auth.finish_once($1, $2, $3)");
const DROP = statement("answered.drop", "select auth.drop_once($1, $2)");

/** What is known of a request's key: it is the first; another one is at it, or nobody knows how it ended; it was for another request; or it was answered. */
export type Once = { readonly state: "first" | "open" | "other" } | { readonly state: "again"; readonly sealed: Buffer };

/** @param key SHA-256 of what the sender calls the request. @param request SHA-256 of the request. */
export async function beginOnce(db: Database, account: string, key: Buffer, request: Buffer): Promise<Once> {
  const [row] = await db.run<Once>(BEGIN, [account, key, request]);
  // It ran out at this very moment.
  return row ?? { state: "open" };
}
export const finishOnce = (db: Database, account: string, key: Buffer, sealed: Buffer): Promise<unknown> => db.run(FINISH, [account, key, sealed]);
export const dropOnce = (db: Database, account: string, key: Buffer): Promise<unknown> => db.run(DROP, [account, key]);
