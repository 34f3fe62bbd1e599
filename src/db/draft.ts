import type { Database } from "./database.ts";
import { statement } from "./statement.ts";

const READ_MATRIX = statement("draft.read-matrix", `
select w.revision::int as revision, m.body, m.revision::int as was
from remit.workspace w join remit.draft_matrix m on m.workspace_id = w.workspace_id
where w.workspace_id = remit.entered()`);
const READ_ITEMS = statement("draft.read-items", `
select kind, item_id as id, place, body, revision::int as was
from remit.draft_item where workspace_id = remit.entered() order by kind, place, item_id`);
const REVISION = statement("draft.revision", "select revision::int as revision, role from remit.revision_of($1, $2)");
const SINCE = statement("draft.since", `
select revision::int as revision, edit_id as id, at, actor, page, what, edits, undoes::int as undoes, payload_hash is not null and salt is null as erased
from remit.edit_log where workspace_id = remit.entered() and revision > $1 order by revision limit $2`);
const ENTRY = statement("draft.entry", "select revision::int as revision, edit_id as id, at, actor, what, edits, undo, undoes::int as undoes, payload_hash is not null and salt is null as erased from remit.edit_log where workspace_id = remit.entered() and revision = $1");
const BY_ID = statement("draft.entry-by-id", "select revision::int as revision, edit_id as id, at, actor, what, edits, undoes::int as undoes from remit.edit_log where workspace_id = remit.entered() and edit_id = $1");
const MINE = statement("draft.mine", `
select revision::int as revision, edit_id as id, at, actor, what, edits, undo, undoes::int as undoes
from remit.edit_log where workspace_id = remit.entered() and actor = $1 order by revision desc limit $2`);
const OF_ITEM = statement("draft.history-of-item", `
select l.revision::int as revision, l.edit_id as id, l.at, l.actor, l.party, l.what, l.edits, l.undoes::int as undoes, l.payload_hash is not null and l.salt is null as erased
from remit.edit_log l
where l.workspace_id = remit.entered() and l.revision in (
  select t.revision from remit.edit_touch t
  where t.workspace_id = remit.entered() and t.kind in ($1, case when $1 = 'activity' then 'agreement' end) and t.item_id = $2 and ($4::bigint is null or t.revision < $4))
order by l.revision desc limit $3`);

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
export const editsSince = (db: Database, actor: string, workspace: string, revision: number, most: number): Promise<LoggedEdit[]> => db.once<LoggedEdit>(actor, workspace, SINCE, [revision, most]);

export async function editAt(db: Database, actor: string, workspace: string, revision: number): Promise<LoggedEdit | undefined> {
  const [row] = await db.once<LoggedEdit>(actor, workspace, ENTRY, [revision]);
  return row;
}

/** The entry of an edit that was sent before, if it was made. */
export async function editById(db: Database, actor: string, workspace: string, id: string): Promise<LoggedEdit | undefined> {
  const [row] = await db.once<LoggedEdit>(actor, workspace, BY_ID, [id]);
  return row;
}

/** One's own latest edits, newest first. */
export const editsOf = (db: Database, actor: string, workspace: string, most: number): Promise<LoggedEdit[]> => db.once<LoggedEdit>(actor, workspace, MINE, [actor, most]);

/** Entries about an item, newest first: edits, and what was said, proposed and answered about a row. @param before a revision. */
export const historyOfItem = (db: Database, actor: string, workspace: string, kind: string, id: string, most: number, before?: number): Promise<(LoggedEdit & { readonly party: string | null })[]> =>
  db.once(actor, workspace, OF_ITEM, [kind, id, most, before ?? null]);
