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
const COMMIT = statement("draft.commit", "select revision::int as revision, at from remit.commit_edit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)");
const SINCE = statement("draft.since", `
select revision::int as revision, edit_id as id, at, actor, what, edits, undoes::int as undoes
from remit.edit_log where workspace_id = remit.entered() and revision > $1 order by revision limit $2`);
const ENTRY = statement("draft.entry", "select revision::int as revision, edit_id as id, at, actor, what, edits, undo, undoes::int as undoes from remit.edit_log where workspace_id = remit.entered() and revision = $1");
const BY_ID = statement("draft.entry-by-id", "select revision::int as revision, edit_id as id, at, actor, what, edits, undoes::int as undoes from remit.edit_log where workspace_id = remit.entered() and edit_id = $1");
const MINE = statement("draft.mine", `
select revision::int as revision, edit_id as id, at, actor, what, edits, undo, undoes::int as undoes
from remit.edit_log where workspace_id = remit.entered() and actor = $1 order by revision desc limit $2`);
const OF_ITEM = statement("draft.history-of-item", `
select revision::int as revision, edit_id as id, at, actor, what, edits, undoes::int as undoes
from remit.edit_log where workspace_id = remit.entered() and (edits @> $1 or edits @> $2) order by revision desc limit $3`);

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

/** What one edit changes, and from which state of it. `was: null` is an item that is not there yet. */
export interface Commit {
  readonly edit: string;
  readonly what: string;
  readonly edits: readonly unknown[];
  readonly undo: readonly unknown[];
  readonly undoes?: number;
  readonly puts: readonly { readonly kind: string; readonly id: string; readonly place: number; readonly body: object; readonly was: number | null }[];
  readonly gone: readonly { readonly kind: string; readonly id: string; readonly was: number }[];
  readonly matrix?: { readonly body: object; readonly was: number };
}

export type Committed =
  /** Written; or this very edit was written before. */
  | { readonly state: "done" | "again"; readonly revision: number; readonly at: Date }
  /** Somebody changed it since it was read; the actor may not edit here; the session is over. */
  | { readonly state: "stale" | "refused" | "signed-out" };

/** Who writes: an account, and the session it writes under where that is still to be proved. */
export type Author = string | { readonly account: string; readonly session: Buffer };

export interface LoggedEdit {
  readonly revision: number;
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly what: string;
  readonly edits: readonly unknown[];
  /** Only where it was asked for. */
  readonly undo?: readonly unknown[];
  readonly undoes: number | null;
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

/** One edit, whole or not at all, on disk when this returns. */
export async function commitEdit(db: Database, actor: Author, workspace: string, { edit, what, edits, undo, undoes, puts, gone, matrix }: Commit): Promise<Committed> {
  const [fresh, changed] = [puts.filter(({ was }) => was === null), puts.filter(({ was }) => was !== null)];
  const { account, session } = typeof actor === "string" ? { account: actor, session: undefined } : actor;
  const values = [account, session ?? null, workspace, edit, what, JSON.stringify(edits), JSON.stringify(undo), undoes ?? null, JSON.stringify(fresh), JSON.stringify(changed), JSON.stringify(gone), matrix === undefined ? null : JSON.stringify(matrix)];
  try {
    const [row] = await db.run<{ revision: number; at: Date }>(COMMIT, values);
    if (!row) throw new Error("an edit was committed and has no answer");
    return { state: "done", ...row };
  } catch (thrown) {
    const { code, constraint } = thrown as { code?: string; constraint?: string };
    if (code === "RM401") return { state: "signed-out" };
    if (code === "RM403") return { state: "refused" };
    if (code === "RM409") return { state: "stale" };
    if (code !== "23505" || constraint !== "edit_log_workspace_id_edit_id_key") throw thrown;
    const before = await editById(db, account, workspace, edit);
    if (!before) throw thrown;
    return { state: "again", revision: before.revision, at: before.at };
  }
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

/** Edits that touched an item, newest first. */
export const historyOfItem = (db: Database, actor: string, workspace: string, kind: string, id: string, most: number): Promise<LoggedEdit[]> =>
  db.once<LoggedEdit>(actor, workspace, OF_ITEM, [JSON.stringify([{ at: { kind, id } }]), JSON.stringify([kind === "activity" ? { activity: id } : { kind, id }]), most]);
