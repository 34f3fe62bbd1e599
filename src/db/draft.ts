import type { Database } from "./database.ts";
import { asPiece, pieceOf, type Piece } from "./piece.ts";
import { statement } from "./statement.ts";

const READ_MATRIX = statement("draft.read-matrix", `
select w.revision::int as revision, m.body, m.revision::int as was
from remit.workspace w join remit.draft_matrix m on m.workspace_id = w.workspace_id
where w.workspace_id = remit.entered()`);
const READ_ITEMS = statement("draft.read-items", `
select kind, item_id as id, place, body, revision::int as was
from remit.draft_item where workspace_id = remit.entered() order by kind, place, item_id`);
const REVISION = statement("draft.revision", "select revision::int as revision, role from remit.revision_of($1, $2)");
const ERASED = "l.payload_hash is not null and l.salt is null as erased";
const SINCE = statement("draft.since", pieceOf(`
select l.revision::int as revision, l.edit_id as id, l.at, l.actor, l.page, l.what, l.edits, l.undoes::int as undoes, ${ERASED}, l.size
from remit.edit_log l where l.workspace_id = remit.entered() and l.revision > $1`, "$2"));
// What was written by oneself, and what touched other items, is not even read.
const LATER = statement("draft.later", pieceOf(`
select l.revision::int as revision, l.actor, l.what, l.edits, ${ERASED}, l.size
from remit.edit_log l where l.workspace_id = remit.entered() and l.revision > $1 and ($2::bigint is null or l.revision < $2)
  and ($4::uuid is null or l.actor <> $4 or ($5::uuid is not null and l.page is distinct from $5)) and ($6::bigint[] is null or l.revision <> all ($6))
  and ($7::text[] is null or (l.payload_hash is not null and l.salt is null) or exists (select 1 from remit.edit_touch t
    where t.workspace_id = l.workspace_id and t.revision = l.revision and ((t.kind, t.item_id) = ('matrix', '*') or (t.kind, t.item_id) in (select * from unnest($7::text[], $8::text[])))))`, "$3", "desc"));
const ENTRY = statement("draft.entry", "select revision::int as revision, edit_id as id, at, actor, what, edits, undo, undoes::int as undoes, payload_hash is not null and salt is null as erased from remit.edit_log where workspace_id = remit.entered() and revision = $1");
const BY_ID = statement("draft.entry-by-id", "select revision::int as revision, edit_id as id, at, actor, what, edits, undoes::int as undoes from remit.edit_log where workspace_id = remit.entered() and edit_id = $1");
// An empty list is 5 bytes: whether there is something is known without reading it.
const MINE = statement("draft.mine", `
select l.revision::int as revision, l.edit_id as id, l.what, l.undoes::int as undoes, pg_column_size(l.edits) > 8 or (l.payload_hash is not null and l.salt is null and exists (select 1 from remit.edit_touch t where t.workspace_id = l.workspace_id and t.revision = l.revision)) as edited,
  pg_column_size(l.undo) > 8 as "goesBack", ${ERASED}
from remit.edit_log l where l.workspace_id = remit.entered() and l.actor = $1 order by l.revision desc limit $2`);
const OF_ITEM = statement("draft.history-of-item", pieceOf(`
select l.revision::int as revision, l.edit_id as id, l.at, l.actor, l.party, l.what, l.edits, l.undoes::int as undoes, ${ERASED}, l.size
from remit.edit_log l
where l.workspace_id = remit.entered() and l.revision in (
  select t.revision from remit.edit_touch t
  where t.workspace_id = remit.entered() and t.kind in ($1, case when $1 = 'activity' then 'agreement' end) and t.item_id = $2 and ($4::bigint is null or t.revision < $4))`, "$3", "desc"));

/** An item as it lies in the draft. */
export interface StoredItem {
  readonly kind: string;
  readonly id: string;
  /** Where it stands among its kind. */
  readonly place: number;
  readonly body: object;
  /** The revision that wrote it last. */
  readonly was: number;
}

export interface StoredDraft {
  readonly revision: number;
  readonly matrix: { readonly body: object; readonly was: number };
  readonly items: readonly StoredItem[];
}

export interface LoggedEdit {
  readonly revision: number;
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  /** The open page it was typed in; only in the log behind a revision. */
  readonly page?: string | null;
  readonly what: string;
  readonly edits: readonly unknown[];
  /** Only where it was asked for. */
  readonly undo?: readonly unknown[];
  readonly undoes: number | null;
  /** Its words were erased: what it changed is not known any more, only that it did. */
  readonly erased?: boolean;
}

/** The whole draft at one revision; nothing for somebody who is no member. */
export const readDraft = (db: Database, actor: string, workspace: string): Promise<StoredDraft | undefined> =>
  db.inWorkspace(actor, workspace, async (run) => {
    const [matrix] = await run<{ revision: number; body: object; was: number }>(READ_MATRIX);
    if (!matrix) return undefined;
    return { revision: matrix.revision, matrix: { body: matrix.body, was: matrix.was }, items: await run<StoredItem>(READ_ITEMS) };
  }, "one snapshot");

/** The revision and one's own role there; nothing for somebody who is no member. */
export async function revisionOf(db: Database, actor: string, workspace: string): Promise<{ readonly revision: number; readonly role: string } | undefined> {
  const [row] = await db.run<{ revision: number; role: string }>(REVISION, [actor, workspace]);
  return row;
}

/** The log behind a revision, oldest first. */
export const editsSince = async (db: Database, actor: string, workspace: string, revision: number, most: number): Promise<Piece<LoggedEdit>> => asPiece(await db.once(actor, workspace, SINCE, [revision, most]));

/** Which entries behind a revision are looked for. */
export interface Later {
  readonly base: number;
  /** Only those before this revision; without it up to the newest. */
  readonly before?: number | undefined;
  /** Whose entries are left out; with a page, only those typed in it. */
  readonly butOf?: { readonly actor: string; readonly page?: string | undefined } | undefined;
  /** Revisions that are left out. */
  readonly but?: readonly number[] | undefined;
  /** Only entries that touched one of these items; or any. */
  readonly items?: readonly { readonly kind: string; readonly id: string }[] | undefined;
}

/** What was written later, newest first, as far as it is asked for; of erased entries nobody knows what they touched. */
export const editsLater = async (db: Database, actor: string, workspace: string, { base, before, butOf, but, items }: Later, most: number): Promise<Piece<Pick<LoggedEdit, "revision" | "actor" | "what" | "edits" | "erased">>> =>
  asPiece(await db.once(actor, workspace, LATER, [base, before ?? null, most, butOf?.actor ?? null, butOf?.page ?? null, but ?? null, items?.map(({ kind }) => kind) ?? null, items?.map(({ id }) => id) ?? null]));

export async function editAt(db: Database, actor: string, workspace: string, revision: number): Promise<LoggedEdit | undefined> {
  const [row] = await db.once<LoggedEdit>(actor, workspace, ENTRY, [revision]);
  return row;
}

/** The entry of an edit that was sent before, if it was made. */
export async function editById(db: Database, actor: string, workspace: string, id: string): Promise<LoggedEdit | undefined> {
  const [row] = await db.once<LoggedEdit>(actor, workspace, BY_ID, [id]);
  return row;
}

/** One of one's own entries, without what it holds. */
export interface OwnEdit {
  readonly revision: number;
  readonly id: string;
  readonly what: string;
  readonly undoes: number | null;
  /** Whether it changed something, be it not known any more what. */
  readonly edited: boolean;
  /** Whether it is known how to take it back. */
  readonly goesBack: boolean;
  readonly erased: boolean;
}

/** One's own latest entries, newest first. */
export const editsOf = (db: Database, actor: string, workspace: string, most: number): Promise<OwnEdit[]> => db.once<OwnEdit>(actor, workspace, MINE, [actor, most]);

/** Entries about an item, newest first: edits, and what was said, proposed and answered about a row. @param before a revision. */
export const historyOfItem = async (db: Database, actor: string, workspace: string, kind: string, id: string, most: number, before?: number): Promise<Piece<LoggedEdit & { readonly party: string | null }>> =>
  asPiece(await db.once(actor, workspace, OF_ITEM, [kind, id, most, before ?? null]));
