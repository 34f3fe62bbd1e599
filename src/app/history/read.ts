import { toldOf, type Told } from "#core/history/told.ts";
import type { Edit } from "#core/model/edit.ts";
import type { Database } from "#db/database.ts";
import { authorsOf, originsOf, readLog, type LogFilter } from "#db/history-log.ts";
import type { Drafts } from "../draft/drafts.ts";

/** An entry of the history as somebody reads it. */
export interface Entry {
  readonly revision: number;
  readonly id: string;
  readonly at: string;
  readonly who: { readonly account: string; readonly name: string | null; readonly own: boolean };
  readonly party: { readonly id: string; readonly name: string } | null;
  readonly what: string;
  readonly changes: Told[];
  readonly count: number;
  readonly from: { readonly kind: "here" | "window" | "key" | "unknown"; readonly page: string | null; readonly key: string | null; readonly address: string | null; readonly agent: string | null };
  readonly undoes: number | null;
  readonly undoneBy: number | null;
  readonly erased: boolean;
  readonly takeBack: boolean;
}

export interface Reader {
  readonly account: string;
  readonly workspace: string;
  readonly revision: number;
  /** The open page that asks. */
  readonly page: string | undefined;
}

/** A page of the history in plain words, newest first. */
export async function readHistory(db: Database, drafts: Drafts, { account, workspace, revision, page }: Reader, filter: LogFilter, most: number) {
  const { entries, next } = await readLog(db, account, workspace, filter, most);
  const [{ document }, authors, origins] = [await drafts.read(account, workspace, revision), await authorsOf(db, account, workspace), await originsOf(db, account, workspace, entries.map((entry) => entry.revision))];
  const names = new Map(authors.map((one) => [one.account, one.name]));
  const parties = new Map(document.parties.map(({ id, name }) => [id as string, name]));
  const from = new Map(origins.map((origin) => [origin.revision, origin]));
  // Whether what took an entry back still stands: it was perhaps made again.
  const later = new Map<number, number | null>();
  for (const { undoneBy } of entries) if (undoneBy !== null && !later.has(undoneBy)) later.set(undoneBy, entries.find((one) => one.revision === undoneBy)?.undoneBy ?? (await readLog(db, account, workspace, { revision: undoneBy }, 1)).entries[0]?.undoneBy ?? null);
  const read = entries.map((entry): Entry => {
    const origin = from.get(entry.revision);
    const own = entry.actor === account;
    const standing = entry.undoneBy !== null && later.get(entry.undoneBy) === null ? entry.undoneBy : null;
    const { changes, count } = toldOf(entry.edits as readonly Edit[], entry.undo as readonly Edit[], document);
    return {
      revision: entry.revision, id: entry.id, at: entry.at.toISOString(), what: entry.what, undoes: entry.undoes, erased: entry.erased, changes: [...changes], count,
      who: { account: entry.actor, name: names.get(entry.actor) ?? null, own },
      party: entry.party === null ? null : { id: entry.party, name: parties.get(entry.party) ?? entry.party },
      from: { kind: origin?.byKey ? "key" : entry.page === null ? "unknown" : own && entry.page === page ? "here" : "window", page: entry.page, key: origin?.keyName ?? null, address: origin?.address ?? null, agent: origin?.agent ?? null },
      undoneBy: standing,
      // What both sides agreed to is changed by a proposal, not taken back by one.
      takeBack: own && !entry.erased && !entry.accepts && standing === null && entry.undo.length > 0,
    };
  });
  return { entries: read, next, people: authors };
}
