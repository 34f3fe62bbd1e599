import type { Database, Run } from "./database.ts";
import { editById } from "./draft.ts";
import { statement } from "./statement.ts";

const ONE = statement("commit.one", "select revision::int as revision, at from remit.commit_edit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)");
const MANY = statement("commit.many", "select n::int as n, revision::int as revision, at, fault from remit.commit_edits($1)");

/** What one edit changes, and from which state of it. `was: null` is an item that is not there yet. */
export interface Commit {
  readonly edit: string;
  /** The open page it was typed in. */
  readonly page?: string;
  readonly what: string;
  /** What the chain keeps of the words; hex. */
  readonly sealed: { readonly salt: string; readonly payloadHash: string };
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
  /** Somebody changed it since it was read; the actor may not edit here; the session is over; both sides agreed on a row; a text holds a character that no text may hold. */
  | { readonly state: Fault };
type Fault = "stale" | "refused" | "signed-out" | "agreed" | "unwritable";

/** Who writes: an account, and the session it writes under where that is still to be proved. */
export type Author = string | { readonly account: string; readonly session: Buffer };

/** The arguments of one edit; lists are JSON already. */
interface Waiting {
  readonly account: string;
  readonly session: Buffer | null;
  readonly workspace: string;
  readonly edit: string;
  readonly page: string | null;
  readonly sealed: Commit["sealed"];
  readonly what: string;
  readonly undoes: number | null;
  readonly json: { readonly edits: string; readonly undo: string; readonly new: string; readonly changed: string; readonly gone: string; readonly matrix: string | null };
  readonly settle: (answer: Answer) => void;
  readonly refuse: (thrown: unknown) => void;
}

interface Answer {
  readonly revision: number | null;
  readonly at: Date | null;
  readonly fault: string | null;
}

/** An edit beyond this many characters goes its own way: the small ones would wait for it. */
const LARGE = 40_000;
/** Edits that reach the disk together, at most. */
const TOGETHER = 64;
const FAULTS: Readonly<Record<string, Fault>> = { RM401: "signed-out", RM403: "refused", RM409: "stale", RM423: "agreed", "22P05": "unwritable" };
/** Edits of this database that wait for the message on its way to come back. */
const queues = new WeakMap<Database, { waiting: Waiting[]; away: boolean }>();

/**
 * One edit, whole or not at all, on disk when this returns. Edits that arrive while others are on their way to
 * the disk go together in the next message: one wait for the disk is shared by all of them, and each is still
 * proved, made or refused by itself.
 */
export async function commitEdit(db: Database, author: Author, workspace: string, { edit, page, sealed, what, edits, undo, undoes, puts, gone, matrix }: Commit): Promise<Committed> {
  const { account, session } = typeof author === "string" ? { account: author, session: null } : author;
  const json = {
    edits: JSON.stringify(edits),
    undo: JSON.stringify(undo),
    new: JSON.stringify(puts.filter(({ was }) => was === null)),
    changed: JSON.stringify(puts.filter(({ was }) => was !== null)),
    gone: JSON.stringify(gone),
    matrix: matrix === undefined ? null : JSON.stringify(matrix),
  };
  const answer = await new Promise<Answer>((settle, refuse) => {
    const mine: Waiting = { account, session, workspace, edit, page: page ?? null, sealed, what, undoes: undoes ?? null, json, settle, refuse };
    if (sizeOf(mine) > LARGE) void alone(db, mine);
    else {
      const queue = queues.get(db) ?? { waiting: [], away: false };
      queues.set(db, queue);
      queue.waiting.push(mine);
      if (!queue.away) void sendAll(db, queue);
    }
  });
  if (answer.fault === null && answer.revision !== null && answer.at !== null) return { state: "done", revision: answer.revision, at: answer.at };
  const state = FAULTS[answer.fault ?? ""];
  if (state !== undefined) return { state };
  const before = await editById(db, account, workspace, edit);
  if (!before) throw new Error("an edit was made before and is not in the log");
  return { state: "again", revision: before.revision, at: before.at };
}

/**
 * An edit inside a transaction that does more: both are done, or neither.
 * @throws what the database refuses, as it says it.
 */
export async function commitAt(run: Run, account: string, workspace: string, { edit, sealed, what, edits, undo, puts, matrix }: Commit): Promise<number> {
  const [row] = await run<{ revision: number }>(ONE, [account, null, workspace, edit, what, JSON.stringify(edits), JSON.stringify(undo), null, JSON.stringify(puts), "[]", "[]", matrix === undefined ? null : JSON.stringify(matrix), null, Buffer.from(sealed.salt, "hex"), Buffer.from(sealed.payloadHash, "hex")]);
  return row?.revision ?? 0;
}

const sizeOf = ({ json }: Waiting): number => json.edits.length + json.undo.length + json.new.length + json.changed.length + json.gone.length + (json.matrix?.length ?? 0);

async function sendAll(db: Database, queue: { waiting: Waiting[]; away: boolean }): Promise<void> {
  queue.away = true;
  while (queue.waiting.length > 0) {
    const together = queue.waiting.splice(0, TOGETHER);
    await (together.length === 1 ? alone(db, together[0] as Waiting) : all(db, together));
  }
  queue.away = false;
}

async function alone(db: Database, { account, session, workspace, edit, page, sealed, what, undoes, json, settle, refuse }: Waiting): Promise<void> {
  try {
    const [row] = await db.run<{ revision: number; at: Date }>(ONE, [account, session, workspace, edit, what, json.edits, json.undo, undoes, json.new, json.changed, json.gone, json.matrix, page, Buffer.from(sealed.salt, "hex"), Buffer.from(sealed.payloadHash, "hex")]);
    if (!row) throw new Error("an edit was committed and has no answer");
    settle({ ...row, fault: null });
  } catch (thrown) {
    const { code = "", constraint } = thrown as { code?: string; constraint?: string };
    if (code in FAULTS || (code === "23505" && constraint === "edit_log_workspace_id_edit_id_key")) settle({ revision: null, at: null, fault: code });
    else refuse(thrown);
  }
}

async function all(db: Database, together: readonly Waiting[]): Promise<void> {
  let rows: (Answer & { readonly n: number })[];
  try {
    rows = await db.run<Answer & { readonly n: number }>(MANY, [`[${together.map(asJson).join(",")}]`]);
  } catch (thrown) {
    // Nothing of the message was done. What one of them broke must not hurt the others; a lost connection hurts all,
    // and nobody can say then whether the message arrived: the sender asks again with the same id.
    if (typeof (thrown as { code?: unknown }).code !== "string") for (const one of together) one.refuse(thrown);
    else for (const one of together) await alone(db, one);
    return;
  }
  for (const { n, ...answer } of rows) together[n - 1]?.settle(answer);
}

const asJson = ({ account, session, workspace, edit, page, sealed, what, undoes, json }: Waiting): string =>
  `{"actor":${JSON.stringify(account)},"session":${session === null ? "null" : `"${session.toString("hex")}"`},"workspace":${JSON.stringify(workspace)},"edit":${JSON.stringify(edit)},"page":${JSON.stringify(page)},"salt":"${sealed.salt}","payload":"${sealed.payloadHash}","what":${JSON.stringify(what)},"undoes":${undoes},` +
  `"edits":${json.edits},"undo":${json.undo},"new":${json.new},"changed":${json.changed},"gone":${json.gone},"matrix":${json.matrix}}`;
