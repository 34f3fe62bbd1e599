import type { Database } from "./database.ts";
import { statement } from "./statement.ts";

const ENTRIES = statement("history.entries", `
select revision::int as revision, remit.moment(at) as at, actor, party, page, edit_id as id, undoes::int as undoes,
  encode(payload_hash, 'hex') as "payloadHash", encode(salt, 'hex') as salt, what, edits, encode(leaf, 'hex') as leaf
from remit.edit_log where workspace_id = remit.entered() and revision > $1 and leaf is not null order by revision limit $2`);
const LEAVES = statement("history.leaves", "select revision::int as revision, encode(leaf, 'hex') as leaf from remit.edit_log where workspace_id = remit.entered() and revision > $1 and leaf is not null order by revision limit $2");
const HEADS = statement("history.heads", `select revision::int as revision, encode(head, 'hex') as head, encode(signature, 'base64') as signature from remit.history_head where workspace_id = remit.entered() order by revision`);
const KEEP = statement("history.keep-head", "select remit.keep_head($1, $2, $3)");

/** An entry as it lies in the log, with its facts spelled as the chain spells them. */
export interface StoredEntry {
  readonly revision: number;
  readonly at: string;
  readonly actor: string;
  readonly party: string | null;
  readonly page: string | null;
  readonly id: string;
  readonly undoes: number | null;
  readonly payloadHash: string;
  /** `null` once the words were erased. */
  readonly salt: string | null;
  readonly what: string;
  readonly edits: readonly unknown[];
  readonly leaf: string;
}

export interface StoredHead {
  readonly revision: number;
  /** Hex. */
  readonly head: string;
  /** Base64. */
  readonly signature: string;
}

/** Entries behind a revision, oldest first; those from before the history was chained are left out. */
export const entriesAfter = (db: Database, actor: string, workspace: string, revision: number, most: number): Promise<StoredEntry[]> => db.once<StoredEntry>(actor, workspace, ENTRIES, [revision, most]);
export const leavesAfter = (db: Database, actor: string, workspace: string, revision: number, most: number): Promise<{ readonly revision: number; readonly leaf: string }[]> => db.once(actor, workspace, LEAVES, [revision, most]);
export const headsOf = async (db: Database, actor: string, workspace: string): Promise<StoredHead[]> =>
  (await db.once<StoredHead>(actor, workspace, HEADS)).map((head) => ({ ...head, signature: head.signature.replace(/\s/g, "") }));
/** Once for each revision. */
export const keepHead = (db: Database, actor: string, workspace: string, { revision, head, signature }: StoredHead): Promise<unknown> => db.once(actor, workspace, KEEP, [revision, Buffer.from(head, "hex"), Buffer.from(signature, "base64")]);
