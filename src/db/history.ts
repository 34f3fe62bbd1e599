import type { Database } from "./database.ts";
import { asPiece, MOST_BYTES, pieceOf, type Piece } from "./piece.ts";
import { statement } from "./statement.ts";

const ENTRIES = statement("history.entries", pieceOf(`
select l.size, l.revision::int as revision, remit.moment(l.at) as at, l.actor, l.party, l.page, l.edit_id as id, l.undoes::int as undoes,
  encode(l.payload_hash, 'hex') as "payloadHash", encode(l.salt, 'hex') as salt, l.what, l.edits, encode(l.leaf, 'hex') as leaf
from remit.edit_log l where l.workspace_id = remit.entered() and l.revision > $1 and l.leaf is not null`, "$2"));
const LEAVES = statement("history.leaves", "select revision::int as revision, encode(leaf, 'hex') as leaf, sound from remit.leaves_of(remit.entered(), $1, $2)");
const HEADS = statement("history.heads", `select revision::int as revision, encode(head, 'hex') as head, encode(signature, 'base64') as signature from remit.history_head where workspace_id = remit.entered() order by revision`);
const TO_SIGN = statement("history.to-sign", "select workspace, broken from remit.histories_to_sign($1)");
const LEAVES_OF = statement("history.leaves-of", "select revision::int as revision, encode(leaf, 'hex') as leaf, sound from remit.leaves_of($1, $2, $3)");
const WORDS_OF = statement("history.words-of", `select revision::int as revision, party, encode(salt, 'hex') as salt, encode(payload_hash, 'hex') as "payloadHash", what, edits from remit.words_of($1, $2, $3, $4)`);
const WORDLESS_OF = statement("history.wordless-of", "select revision::int as revision, party from remit.wordless_of($1, $2, $3)");
const HEADS_OF = statement("history.heads-of", "select revision::int as revision, encode(head, 'hex') as head, encode(signature, 'base64') as signature from remit.heads_of($1)");
const KEEP_OF = statement("history.keep-head-of", "select remit.keep_head_of($1, $2, $3, $4)");
const NOTE_CHECK = statement("history.note-check", "select remit.note_check($1, $2, $3)");
const TAKE_DUTY = statement("history.take-duty", "select remit.take_duty($1, $2::interval) as mine");
const FORGET = statement("history.forget-origins", "select remit.forget_origins()");
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

export interface StoredLeaf {
  readonly revision: number;
  /** Hex. */
  readonly leaf: string;
  /** Whether the entry beside it still says what the leaf was made of. */
  readonly sound?: boolean;
}

/** What the hash of an entry's words was made of. */
export type StoredWords = Pick<StoredEntry, "revision" | "party" | "payloadHash" | "what" | "edits"> & { readonly salt: string };

/** The leaves and heads of one history, as whoever signs it gets at them. */
export interface Ledger {
  leaves(after: number, most: number): Promise<readonly StoredLeaf[]>;
  heads(): Promise<readonly StoredHead[]>;
  /** Once for each revision. */
  keep(head: StoredHead): Promise<unknown>;
  /** The next entries whose words were not erased, as many as memory bears; none at the end. For the server alone. */
  words?(after: number): Promise<readonly StoredWords[]>;
  /** Entries that have no words any more. For the server alone. */
  wordless?(after: number, most: number): Promise<readonly Pick<StoredEntry, "revision" | "party">[]>;
}

/** So many entries at once, and about so many bytes. */
const WORDS_AT_ONCE = [200, MOST_BYTES] as const;

/** Entries behind a revision, oldest first; those from before the history was chained are left out. */
export const entriesAfter = async (db: Database, actor: string, workspace: string, revision: number, most: number): Promise<Piece<StoredEntry>> => asPiece(await db.once(actor, workspace, ENTRIES, [revision, most]));
export const headsOf = async (db: Database, actor: string, workspace: string): Promise<StoredHead[]> => (await db.once<StoredHead>(actor, workspace, HEADS)).map(plain);
// PostgreSQL breaks base64 into lines.
const plain = (head: StoredHead): StoredHead => ({ ...head, signature: head.signature.replace(/\s/g, "") });
const bytesOf = ({ revision, head, signature }: StoredHead) => [revision, Buffer.from(head, "hex"), Buffer.from(signature, "base64")] as const;

/** A history as one of its members reads it. */
export const memberLedger = (db: Database, actor: string, workspace: string): Ledger => ({
  leaves: (after, most) => db.once<StoredLeaf>(actor, workspace, LEAVES, [after, most]),
  heads: () => headsOf(db, actor, workspace),
  keep: (head) => db.once(actor, workspace, KEEP, bytesOf(head)),
});

/** A history as the server itself reads it, which is a member of nothing. @param words only to hold them against their leaves; else not a word of what was written. */
export const serverLedger = (db: Database, workspace: string, words = false): Ledger => ({
  ...(words
    ? {
        words: (after: number) => db.run<StoredWords>(WORDS_OF, [workspace, after, ...WORDS_AT_ONCE]),
        wordless: (after: number, most: number) => db.run<Pick<StoredEntry, "revision" | "party">>(WORDLESS_OF, [workspace, after, most]),
      }
    : {}),
  leaves: (after, most) => db.run<StoredLeaf>(LEAVES_OF, [workspace, after, most]),
  heads: async () => (await db.run<StoredHead>(HEADS_OF, [workspace])).map(plain),
  keep: (head) => db.run(KEEP_OF, [workspace, ...bytesOf(head)]),
});

/** Histories with something unsigned, and those known to be broken; or all. */
export const historiesToSign = (db: Database, all: boolean): Promise<{ readonly workspace: string; readonly broken: boolean }[]> => db.run(TO_SIGN, [all]);
export const noteCheck = (db: Database, workspace: string, signedTo: number, brokenAt?: number): Promise<unknown> => db.run(NOTE_CHECK, [workspace, signedTo, brokenAt ?? null]);
/** Whether this server does a duty now; another one did not within that time. @param every as PostgreSQL writes an interval. */
export async function takeDuty(db: Database, name: string, every: string): Promise<boolean> {
  const [row] = await db.run<{ mine: boolean }>(TAKE_DUTY, [name, every]);
  return row?.mine === true;
}
/** Forgets addresses and browsers of entries older than 90 days. */
export const forgetOrigins = (db: Database): Promise<unknown> => db.run(FORGET);
