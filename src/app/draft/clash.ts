import type { Edit } from "#core/model/edit.ts";
import { collider, itemsWritten } from "#core/model/undo.ts";
import type { Database } from "#db/database.ts";
import { editsLater } from "#db/draft.ts";
import { Refused } from "../refusal.ts";

/** Edits, and the revision that was seen when they were typed. */
interface Based {
  readonly base: number;
  readonly edits: readonly Edit[];
  /** The open page they were typed in; without one, all one's own edits count as seen. */
  readonly page?: string | undefined;
}

/** Entries of the log that are looked through in one go. */
const AT_ONCE = 500;
/** An edit based on something more revisions ago is refused unread: looking through them all would cost everybody. */
const OLDEST_BASE = 20_000;
/** Beyond so many items the whole log behind the base is looked through. */
const MOST_ITEMS = 1_000;

/**
 * A later edit of the same thing wins, by somebody else or by oneself in another window; what the same page wrote never
 * stands in its way. The newest one is told; of the log only what touched the same items is read.
 * @param silent entries that cancel each other out; with it, one's own stand in the way like everybody's.
 * @throws Refused: clash, too-old.
 */
export async function refuseClash(db: Database, actor: string, workspace: string, { base, edits, page }: Based, revision: number, silent?: ReadonlySet<number>): Promise<void> {
  if (revision - base > OLDEST_BASE) throw new Refused({ code: "too-old", revision });
  if (base >= revision) return;
  const met = collider(edits);
  const items = itemsWritten(edits, MOST_ITEMS);
  for (let before: number | undefined; ; ) {
    const { entries, more } = await editsLater(db, actor, workspace, { base, before, items, ...(silent ? { but: [...silent] } : { butOf: { actor, page } }) }, AT_ONCE);
    const theirs = entries.find((entry) => entry.erased === true || met(entry.edits as readonly Edit[]));
    if (theirs) throw new Refused({ code: "clash", revision, theirs: { revision: theirs.revision, actor: theirs.actor, what: theirs.what, own: theirs.actor === actor } });
    before = entries.at(-1)?.revision;
    if (!more || before === undefined) return;
  }
}
