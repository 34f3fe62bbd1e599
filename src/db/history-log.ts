import type { Database } from "./database.ts";
import { asPiece, pieceOf } from "./piece.ts";
import { statement, type Statement } from "./statement.ts";

/** By what the log is looked through; days as instants, `until` not included. */
export interface LogFilter {
  readonly person?: string | undefined;
  readonly party?: string | undefined;
  readonly item?: { readonly kind: string; readonly id: string } | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly words?: string | undefined;
  readonly revision?: number | undefined;
  /** Entries before this revision; without it the newest. */
  readonly before?: number | undefined;
}

/** An entry as the history page reads it. */
export interface ReadEntry {
  readonly revision: number;
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly party: string | null;
  readonly page: string | null;
  readonly what: string;
  readonly edits: readonly unknown[];
  readonly undo: readonly unknown[];
  readonly undoes: number | null;
  readonly erased: boolean;
  /** It makes the change of a proposal that was accepted. */
  readonly accepts: boolean;
  /** The newest entry that takes this one back or makes it again. */
  readonly undoneBy: number | null;
}

/** Words are looked for in so many revisions at once, so that no question takes long. */
const LOOKED_AT_ONCE = 20_000;
/** Edits and their undo beyond this many bytes are not looked through for words. */
const LONG = 100_000;

/** A statement for each set of filters: what is not asked for is not in it, and the planner takes the index that fits. */
const PAGES = new Map<string, Statement>();
for (const item of [false, true])
  for (const person of [false, true])
    for (const party of [false, true])
      for (const words of [false, true]) {
        const name = `history.page${item ? "-item" : ""}${person ? "-person" : ""}${party ? "-party" : ""}${words ? "-words" : ""}`;
        PAGES.set(name, statement(name, pieceOf(`
select l.size, l.revision::int as revision, l.edit_id as id, l.at, l.actor, l.party, l.page, l.what, l.edits, l.undo, l.undoes::int as undoes, l.payload_hash is not null and l.salt is null as erased,
  exists (select 1 from remit.proposal p where p.workspace_id = l.workspace_id and p.revision = l.revision) as accepts,
  (select max(u.revision)::int from remit.edit_log u where u.workspace_id = l.workspace_id and u.undoes = l.revision) as "undoneBy"
from remit.edit_log l
where l.workspace_id = remit.entered() and l.revision < $1 and l.revision > $2
  ${item ? "and l.revision in (select t.revision from remit.edit_touch t where t.workspace_id = remit.entered() and t.kind in ($4, case when $4 = 'activity' then 'agreement' end) and t.item_id = $5)" : "and $4::text is null and $5::text is null"}
  ${person ? "and l.actor = $6" : "and $6::uuid is null"} ${party ? "and l.party = $7" : "and $7::text is null"}
  ${words ? `and position(lower($8) in lower(l.what || ' ' || case when l.size < ${LONG} then l.edits::text || ' ' || l.undo::text else '' end)) > 0` : "and $8::text is null"}`, "$3", "desc")));
      }
const LAST_BEFORE = statement("history.last-before", "select revision::int as revision from remit.edit_log where workspace_id = remit.entered() and at < $1 order by at desc, revision desc limit 1");
const FIRST_FROM = statement("history.first-from", "select revision::int as revision from remit.edit_log where workspace_id = remit.entered() and at >= $1 order by at, revision limit 1");
const NEWEST = statement("history.newest", "select revision::int as revision from remit.workspace where workspace_id = remit.entered()");
const ORIGINS = statement("history.origins", `select revision::int as revision, by_key as "byKey", key_name as "keyName", address, agent from remit.origins($1::bigint[])`);
const AUTHORS = statement("history.authors", "select account, name, party from remit.authors()");
const CHECK = statement("history.check", `select checked_at as at, signed_to::int as "signedTo", broken_at::int as "brokenAt" from remit.history_check where workspace_id = remit.entered()`);
const UNDOING = statement("history.undoing", "select revision::int as revision, undoes::int as undoes from remit.edit_log where workspace_id = remit.entered() and undoes is not null and undoes >= $1 order by revision");
const NOTE = statement("history.note-origins", "select remit.note_origins($1)");

/** A page of the log, newest first, and from where to read on; nothing to read on from at its beginning. */
export function readLog(db: Database, actor: string, workspace: string, { person, party, item, from, until, words, revision, before }: LogFilter, most: number): Promise<{ readonly entries: readonly ReadEntry[]; readonly next: number | null }> {
  return db.inWorkspace(actor, workspace, async (run) => {
    const [newest] = await run<{ revision: number }>(NEWEST);
    if (!newest) return { entries: [], next: null };
    let top = Math.min(before ?? newest.revision + 1, revision === undefined ? Number.MAX_SAFE_INTEGER : revision + 1);
    let bottom = revision === undefined ? 0 : revision - 1;
    if (until) top = Math.min(top, ((await run<{ revision: number }>(LAST_BEFORE, [until]))[0]?.revision ?? 0) + 1);
    if (from) bottom = Math.max(bottom, ((await run<{ revision: number }>(FIRST_FROM, [from]))[0]?.revision ?? newest.revision + 1) - 1);
    const floor = words === undefined ? bottom : Math.max(bottom, top - LOOKED_AT_ONCE - 1);
    const page = PAGES.get(`history.page${item ? "-item" : ""}${person ? "-person" : ""}${party ? "-party" : ""}${words === undefined ? "" : "-words"}`);
    if (!page) throw new Error("no statement reads the log by these filters");
    const { entries, more } = asPiece<ReadEntry>(await run(page, [top, floor, most, item?.kind ?? null, item?.id ?? null, person ?? null, party ?? null, words ?? null]));
    if (more) return { entries, next: entries.at(-1)?.revision ?? null };
    return { entries, next: floor > bottom ? floor + 1 : null };
  }, "one snapshot");
}

export interface EntryOrigin {
  readonly revision: number;
  readonly byKey: boolean;
  /** For whoever wrote, and the owners of their party. */
  readonly keyName: string | null;
  readonly address: string | null;
  readonly agent: string | null;
}
export const originsOf = (db: Database, actor: string, workspace: string, revisions: readonly number[]): Promise<EntryOrigin[]> => db.once<EntryOrigin>(actor, workspace, ORIGINS, [revisions]);

/** Everybody who is or was a member, or wrote. */
export const authorsOf = (db: Database, actor: string, workspace: string): Promise<{ readonly account: string; readonly name: string; readonly party: string | null }[]> => db.once(actor, workspace, AUTHORS);

/** How far the history was looked through and signed; nothing before the first time. */
export async function checkOf(db: Database, actor: string, workspace: string): Promise<{ readonly at: Date; readonly signedTo: number; readonly brokenAt: number | null } | undefined> {
  const [row] = await db.once<{ at: Date; signedTo: number; brokenAt: number | null }>(actor, workspace, CHECK);
  return row;
}

/** Which entries take which back, from a revision on, oldest first. */
export const undoingsFrom = (db: Database, actor: string, workspace: string, revision: number): Promise<{ readonly revision: number; readonly undoes: number }[]> => db.once(actor, workspace, UNDOING, [revision]);

/** Where an entry came from. */
export interface Origin {
  readonly workspace: string;
  readonly revision: number;
  readonly actor: string;
  /** SHA-256 of the key, in hex, where a program wrote. */
  readonly key?: string;
  readonly address: string;
  readonly agent: string;
}

/** In milliseconds; many entries become one message. */
const NOTED_AFTER = 20;
const waiting = new WeakMap<Database, Origin[]>();

/** Notes beside the log where an entry came from, a moment later: nobody's edit waits for it. */
export function noteOrigin(db: Database, origin: Origin): void {
  const here = waiting.get(db);
  if (here) return void here.push(origin);
  const mine = [origin];
  waiting.set(db, mine);
  setTimeout(() => {
    waiting.delete(db);
    // The entry itself is on disk; what lies beside it may be lost with the line.
    db.run(NOTE, [JSON.stringify(mine)]).catch(() => undefined);
  }, NOTED_AFTER);
}
