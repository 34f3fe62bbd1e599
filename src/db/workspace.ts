import type { Database } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { statement } from "./statement.ts";

export const MAKE_WORKSPACE = statement("workspace.make", "select remit.make_workspace($1, $2, $3) as workspace");
const MINE = statement("workspace.mine", "select workspace_id as id, name, example, role, party, revision::int as revision, created_at as since from remit.workspaces_of($1)");
const ABOUT = statement("workspace.about", "select name, example from remit.workspace where workspace_id = remit.entered()");
const LEAVE = statement("workspace.leave", "select remit.leave_workspace($1, $2) as gone");
const DELETED = statement("workspace.deleted", `select workspace_id as id, name, at, goes_at as goes, by_name as "by" from remit.deleted_of($1)`);
const RESTORE = statement("workspace.restore", "select remit.restore_workspace($1, $2, $3) as done");
const PURGE = statement("workspace.purge", "select remit.purge_workspace($1, $2, $3) as done");
const SWEEP = statement("workspace.sweep", "select id from remit.sweep_deleted() as id");
const RENAME = statement("workspace.rename", "update remit.workspace set name = $1 where workspace_id = remit.entered() and ($2::text is null or name = $2) returning name");

export type MemberRole = "owner" | "editor" | "approver" | "operator" | "viewer" | "auditor";

export interface WorkspaceOfMine {
  readonly id: string;
  readonly name: string;
  /** Made by Remit to look at; one click leaves it behind. */
  readonly example: boolean;
  readonly role: MemberRole;
  /** The party one speaks for there. */
  readonly party: string | null;
  readonly revision: number;
  readonly since: Date;
}

export async function makeWorkspace(db: Database, actor: string, name: string, example = false): Promise<string> {
  const [row] = await db.run<{ workspace: string }>(MAKE_WORKSPACE, [actor, name, example]);
  if (!row) throw new Error("a workspace was made and has no id");
  return row.workspace;
}

export const workspacesOf = (db: Database, actor: string): Promise<WorkspaceOfMine[]> => db.run<WorkspaceOfMine>(MINE, [actor]);

/** How it is called; nothing for whoever is not in it. */
export async function workspaceAbout(db: Database, actor: string, workspace: string): Promise<{ readonly name: string; readonly example: boolean } | undefined> {
  const [row] = await db.once<{ name: string; example: boolean }>(actor, workspace, ABOUT);
  return row;
}

/** Marks a workspace of one's own as deleted: nobody enters it any more, and after 14 days it goes. Not somebody else's, nor one that another party has an owner in. */
export async function deleteWorkspace(db: Database, actor: string, workspace: string): Promise<"gone" | "not-mine" | "both-own-it"> {
  const done = await unlessDenied(db.run<{ gone: boolean }>(LEAVE, [actor, workspace]));
  if (!done.ok) return "both-own-it";
  return done.value[0]?.gone === true ? "gone" : "not-mine";
}

/** A workspace on its way out. */
export interface DeletedWorkspace {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  /** When it goes for good. */
  readonly goes: Date;
  readonly by: string | null;
}
/** Those one was an owner of when they were deleted. */
export const deletedOf = (db: Database, actor: string): Promise<DeletedWorkspace[]> => db.run<DeletedWorkspace>(DELETED, [actor]);
/** Brings a deleted one back, with everybody who was in it; `false` where one was no owner, or it is gone; denied to a session its sign-in rule keeps out. */
export const restoreWorkspace = (db: Database, actor: string, session: Buffer, workspace: string) => unlessDenied(db.run<{ done: boolean }>(RESTORE, [actor, session, workspace]).then(([row]) => row?.done === true));
/** Removes a deleted one at once and for good; denied likewise. */
export const purgeWorkspace = (db: Database, actor: string, session: Buffer, workspace: string) => unlessDenied(db.run<{ done: boolean }>(PURGE, [actor, session, workspace]).then(([row]) => row?.done === true));
/** Removes for good what was deleted 14 days ago. @returns their ids. */
export const sweepDeleted = async (db: Database): Promise<string[]> => (await db.run<{ id: string }>(SWEEP)).map(({ id }) => id);

/** @param was the name it must have now, where that matters. @returns whether it was renamed. */
export async function renameWorkspace(db: Database, actor: string, workspace: string, name: string, was?: string): Promise<boolean> {
  return (await db.once(actor, workspace, RENAME, [name, was ?? null])).length > 0;
}
