import { commitAt, type Commit } from "./commit.ts";
import type { Database } from "./database.ts";
import { KEEP_PRIVATE, type PrivateContact } from "./private-contact.ts";
import { statement } from "./statement.ts";
import { MAKE_WORKSPACE } from "./workspace.ts";

const ENTER = statement("import.enter", "select remit.enter($1, $2)");
const KEEP = statement("import.keep", "select remit.keep_import($1, $2, $3, $4, $5, $6, $7)");
const PUT = statement("import.put", "select remit.put_imported($1, $2, $3)");
const ABOUT = statement("import.about", `
select at, from_workspace as "fromWorkspace", from_name as "fromName", from_revision::int as "fromRevision", exported_at as exported, signed_by as "signedBy", members, left_out as "leftOut"
from remit.import where workspace_id = remit.entered()`);
const PIECE = statement("import.piece", "select bytes from remit.imported_piece where workspace_id = remit.entered() and part = $1 and piece = $2");
const NOWHERE = "00000000-0000-0000-0000-000000000000";

/** Somebody of the workspace a file came from, to be asked in again. */
export interface FormerMember {
  readonly name: string;
  readonly role: string;
  readonly party: string | null;
  readonly email: string | null;
}

/** Where an imported workspace came from. */
export interface ImportAbout {
  readonly fromWorkspace: string;
  readonly fromName: string;
  readonly fromRevision: number;
  readonly exported: Date;
  /** The key its history was signed with; base64. */
  readonly signedBy: string;
  readonly members: readonly FormerMember[];
  /** Parts that were checked and not taken over. */
  readonly leftOut: readonly string[];
}

/** A piece of a part as it is kept. */
export interface Piece {
  readonly part: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes a workspace from a file, in one transaction: with its matrix, where it came from, what a party keeps to itself, and the pieces that are sealed;
 * whole or not at all. @returns its id.
 */
export function makeImported(db: Database, actor: string, name: string, first: Commit, about: ImportAbout, pieces: AsyncIterable<Piece>, own: readonly (PrivateContact & { readonly party: string })[]): Promise<string> {
  return db.inWorkspace(actor, NOWHERE, async (run) => {
    const [made] = await run<{ workspace: string }>(MAKE_WORKSPACE, [actor, name, false]);
    if (!made) throw new Error("a workspace was made and has no id");
    await run(ENTER, [actor, made.workspace]);
    await commitAt(run, actor, made.workspace, first);
    await run(KEEP, [about.fromWorkspace, about.fromName, about.fromRevision, about.exported, about.signedBy, JSON.stringify(about.members), about.leftOut]);
    if (own.length > 0) await run(KEEP_PRIVATE, [JSON.stringify(own)]);
    const numbers = new Map<string, number>();
    for await (const { part, bytes } of pieces) {
      const number = numbers.get(part) ?? 0;
      numbers.set(part, number + 1);
      await run(PUT, [part, number, bytes]);
    }
    return made.workspace;
  });
}

/** Where a workspace came from; nothing for one that was founded here, and for who is no owner. */
export async function importOf(db: Database, actor: string, workspace: string): Promise<(ImportAbout & { readonly at: Date }) | undefined> {
  const [row] = await db.once<ImportAbout & { readonly at: Date }>(actor, workspace, ABOUT);
  return row;
}

/** The pieces of a sealed part, one after another. */
export async function* piecesOf(db: Database, actor: string, workspace: string, part: string): AsyncGenerator<Buffer> {
  for (let number = 0; ; number++) {
    const [row] = await db.once<{ bytes: Buffer }>(actor, workspace, PIECE, [part, number]);
    if (!row) return;
    yield row.bytes;
  }
}
