import type { Database } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { statement } from "./statement.ts";

const KEYS = statement("api-key.all", `select key_id as id, name, scopes, account_id as account, made_at as made, expires_at as until, revoked_at as revoked, last_used_at as used, remit.moment(made_at) as place
from remit.api_key where workspace_id = remit.entered() and ($1::timestamptz is null or (made_at, key_id) < ($1::timestamptz, $2::uuid)) order by made_at desc, key_id desc limit $3`);
const MAKE = statement("api-key.make", "select remit.make_api_key($1, $2, $3, $4) as id");
const REVOKE = statement("api-key.revoke", "select remit.revoke_api_key($1) as gone");

/** What a key may do: read, or read and edit; never more than the member it acts for. */
export type Scope = "read" | "edit";

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The member it acts for. */
  readonly account: string;
  readonly made: Date;
  readonly until: Date;
  readonly revoked: Date | null;
  /** To the minute. */
  readonly used: Date | null;
  /** Where it stands in the list. */
  readonly place: string;
}

/** Newest first. @param below the last one that was seen. */
export const apiKeysOf = (db: Database, actor: string, workspace: string, most: number, below?: { readonly place: string; readonly id: string }): Promise<ApiKey[]> => db.once<ApiKey>(actor, workspace, KEYS, [below?.place ?? null, below?.id ?? null, most]);
/** @param token SHA-256 of the key. @returns its id. */
export const makeApiKey = (db: Database, actor: string, workspace: string, token: Buffer, name: string, scopes: readonly Scope[], until: Date) =>
  unlessDenied(db.once<{ id: string }>(actor, workspace, MAKE, [token, name, scopes, until]).then(([row]) => row?.id ?? ""));
export async function revokeApiKey(db: Database, actor: string, workspace: string, id: string): Promise<boolean> {
  const [row] = await db.once<{ gone: boolean }>(actor, workspace, REVOKE, [id]);
  return row?.gone === true;
}
