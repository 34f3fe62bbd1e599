import type { Database } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { PUT_MAIL } from "./mail.ts";
import { statement } from "./statement.ts";

const COLUMNS = `comment_id as id, item_kind as kind, item_id as item, thread, party_only as "partyOnly", author, author_party as "authorParty", said_at as said, remit.moment(said_at) as place, text, mentions,
  changed_at is not null as changed, removed_at is not null as removed, resolved_at as resolved, resolved_by as "resolvedBy"`;
const ALL = statement("comment.all", `
select ${COLUMNS} from remit.comment
where workspace_id = remit.entered() and ($1::text is null or (item_kind = $1 and item_id = $2)) and ($3::timestamptz is null or (said_at, comment_id) > ($3, $4::uuid))
order by said_at, comment_id limit $5`);
const SAY = statement("comment.say", "select remit.say_comment($1, $2, $3, $4, $5, $6, $7) as said");
const CHANGE = statement("comment.change", "select remit.change_comment($1, $2)");
const REMOVE = statement("comment.remove", "select remit.remove_comment($1)");
const RESOLVE = statement("comment.resolve", "select remit.resolve_thread($1, $2)");
const ADDRESSES = statement("comment.addresses", "select account, email from remit.addresses_of((select mentions from remit.comment where workspace_id = remit.entered() and comment_id = $1))");
const NAMES = statement("comment.names", "select actor, name, party from remit.names_here($1::uuid[])");

/** Something said beside an item of the matrix. */
export interface Comment {
  readonly id: string;
  readonly kind: string;
  readonly item: string;
  /** The first comment of what it belongs to; its own id for a first one. */
  readonly thread: string;
  /** The one party that sees it. */
  readonly partyOnly: string | null;
  readonly author: string;
  readonly authorParty: string | null;
  readonly said: Date;
  /** The same to the microsecond. */
  readonly place: string;
  /** Empty once removed. */
  readonly text: string;
  readonly mentions: readonly string[];
  readonly changed: boolean;
  readonly removed: boolean;
  readonly resolved: Date | null;
  readonly resolvedBy: string | null;
}

export interface NewComment {
  readonly id: string;
  readonly kind: string;
  readonly item: string;
  readonly thread?: string | undefined;
  /** For one's own party's eyes only. */
  readonly own: boolean;
  readonly text: string;
  readonly mentions: readonly string[];
}

/** What one may see, oldest first. */
export const commentsOf = (db: Database, actor: string, workspace: string, about: { readonly kind: string; readonly item: string } | undefined, behind: { readonly place: string; readonly id: string } | undefined, most: number): Promise<Comment[]> =>
  db.once<Comment>(actor, workspace, ALL, [about?.kind ?? null, about?.item ?? null, behind?.place ?? null, behind?.id ?? null, most]);

/**
 * Says something; what was said under this id before is not said again.
 * @param letter the sealed letter to the address of somebody who is mentioned; it goes out if and only if it is said.
 */
export const sayComment = (db: Database, actor: string, workspace: string, { id, kind, item, thread, own, text, mentions }: NewComment, letter?: (address: string) => Buffer) =>
  unlessDenied(
    db.inWorkspace(actor, workspace, async (run) => {
      const [row] = await run<{ said: boolean }>(SAY, [id, kind, item, thread ?? null, own, text, mentions]);
      if (row?.said !== true || !letter) return;
      for (const { email } of await run<{ email: string }>(ADDRESSES, [id])) await run(PUT_MAIL, [letter(email)]);
    }),
  );
export const changeComment = (db: Database, actor: string, workspace: string, id: string, text: string) => unlessDenied(db.once(actor, workspace, CHANGE, [id, text]));
export const removeComment = (db: Database, actor: string, workspace: string, id: string) => unlessDenied(db.once(actor, workspace, REMOVE, [id]));
export const resolveThread = (db: Database, actor: string, workspace: string, thread: string, resolved: boolean) => unlessDenied(db.once(actor, workspace, RESOLVE, [thread, resolved]));

/** Who has said or done something here, of those who left too. */
export const namesIn = (db: Database, actor: string, workspace: string, actors: readonly string[]): Promise<{ actor: string; name: string; party: string | null }[]> => db.once(actor, workspace, NAMES, [[...new Set(actors)]]);
