import type { MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";
import { keepApart } from "#core/model/kept-apart.ts";
import { collider } from "#core/model/undo.ts";
import type { Database } from "#db/database.ts";
import { enterBySession } from "#db/account.ts";
import { acceptProposal, agreedRowsOf, takeStand, type Proposal, type Stand } from "#db/agreement.ts";
import { commitEdit, type Author, type Commit, type Committed } from "#db/commit.ts";
import { editAt, editById, editsOf, editsSince, readDraft, revisionOf, type LoggedEdit, type OwnEdit } from "#db/draft.ts";
import { undoingsFrom } from "#db/history-log.ts";
import type { Piece } from "#db/piece.ts";
import { keepPrivate } from "#db/private-contact.ts";
import { Refused } from "../refusal.ts";
import { assembled, keyOf, type Assembled, type Held } from "./assemble.ts";
import { changeTo, type Change } from "./change.ts";
import { refuseClash } from "./clash.ts";
import { edited, refuseUnfit } from "./fit.ts";
import { sealedWords, unwritable } from "./sealed-words.ts";

/** An edit as somebody sends it. */
export interface WantedEdit {
  /** Given by the sender: the same edit sent twice is made once. */
  readonly id: string;
  /** The revision the sender had seen. */
  readonly base: number;
  /** The open page the sender typed in; without one, all one's own edits count as seen. */
  readonly page?: string;
  readonly edits: readonly Edit[];
  readonly what: string;
}

/** What a party says of rows. */
export interface TakenStand {
  /** Given by the sender: taken once. */
  readonly id: string;
  readonly rows: readonly string[];
  readonly stand: Stand["stand"] | "none";
  readonly reason: string | null;
  /** The revision the rows were read at. */
  readonly seen: number;
}

export interface MadeEdit {
  readonly revision: number;
  readonly at: Date;
  /** What was really written: for an undo, the edits that took it back. */
  readonly edits: readonly Edit[];
  readonly what: string;
}

/** A draft, and its bytes as they are handed out. */
export interface DraftText {
  readonly revision: number;
  readonly document: MatrixDocument;
  /** `{ "revision", "document" }` as JSON in UTF-8, made once per revision. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** So many drafts stay in memory; the ones not asked for longest go first. */
const KEPT = 64;
/** Others may write between reading and writing; beyond this something is wrong. */
const TRIES = 12;

/**
 * The drafts of all workspaces: each assembled once per revision, every answer only after the database
 * has said, under its policies, that this actor may have this revision.
 */
export class Drafts {
  readonly #db: Database;
  readonly #kept = new Map<string, Assembled & { bytes?: Uint8Array<ArrayBuffer> }>();
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(db: Database) {
    this.#db = db;
  }

  /**
   * @param seen the revision the database gave this actor a moment ago; without it, it is asked.
   * @throws Refused for somebody who is no member.
   */
  async read(actor: string, workspace: string, seen?: number): Promise<DraftText> {
    const revision = seen ?? (await revisionOf(this.#db, actor, workspace))?.revision;
    if (revision === undefined) throw new Refused({ code: "not-found" });
    const draft = await this.#at(actor, workspace, revision);
    draft.bytes ??= new TextEncoder().encode(JSON.stringify({ revision: draft.revision, document: draft.document }));
    return { revision: draft.revision, document: draft.document, bytes: draft.bytes };
  }

  /** The log behind a revision, as much of it as memory bears. */
  async since(actor: string, workspace: string, revision: number, most = 500): Promise<Piece<LoggedEdit>> {
    if (!(await revisionOf(this.#db, actor, workspace))) throw new Refused({ code: "not-found" });
    return editsSince(this.#db, actor, workspace, revision, most);
  }

  /**
   * Makes an edit. On disk when this returns.
   * @throws Refused: clash, unfit, may-not, not-found.
   */
  edit(author: Author, workspace: string, wanted: WantedEdit): Promise<MadeEdit> {
    const actor = accountOf(author);
    return this.#inTurn(workspace, async () => {
      try {
        return await this.#made(author, workspace, { id: wanted.id, what: wanted.what, page: wanted.page }, async (draft) => {
          await refuseClash(this.#db, actor, workspace, wanted, draft.revision);
          return this.#withoutPrivate(author, workspace, draft.document, wanted.edits);
        });
      } catch (thrown) {
        // A refusal speaks of the matrix, and was found in memory: only a member may hear it.
        if (thrown instanceof Refused && !(await revisionOf(this.#db, actor, workspace))) throw new Refused({ code: "not-found" });
        // An edit whose answer was lost does not fit a second time: it is there already.
        const made = thrown instanceof Refused ? await editById(this.#db, actor, workspace, wanted.id) : undefined;
        if (made) return { revision: made.revision, at: made.at, edits: made.edits as readonly Edit[], what: made.what };
        throw thrown;
      }
    });
  }

  /**
   * The edits as the draft and its log may hold them. What only one side may see is kept first: an edit that is
   * refused afterwards leaves a value nobody asks for, never a contact without its value.
   */
  async #withoutPrivate(author: Author, workspace: string, document: MatrixDocument, edits: readonly Edit[]): Promise<readonly Edit[]> {
    const { edits: shown, values } = keepApart(document, edits);
    if (values.length === 0) return shown;
    const actor = accountOf(author);
    // What is kept now is kept before the commit proves the session: it is proved here.
    if (typeof author !== "string") {
      const entered = await enterBySession(this.#db, author.session, workspace);
      if (entered?.account !== actor) throw new Refused({ code: "signed-out" });
      if (entered.scopes !== null && !entered.scopes.includes("edit")) throw new Refused({ code: "not-for-keys" });
      if (entered.role === null) throw new Refused({ code: "not-found" });
    }
    const kept = await keepPrivate(this.#db, actor, workspace, values);
    if (!kept.ok) throw new Refused(kept.denied === "may-not" ? { code: "may-not", what: "keep a contact private for another party" } : { code: "not-found" });
    return shown;
  }

  /** Takes back one's own latest edit that is not taken back yet. */
  undo(actor: string, workspace: string, id: string, page?: string): Promise<MadeEdit> {
    return this.#inTurn(workspace, () => this.#back(actor, workspace, { id, page }, "undo"));
  }

  /** Makes again what was taken back last, as long as nothing else was written since. */
  redo(actor: string, workspace: string, id: string, page?: string): Promise<MadeEdit> {
    return this.#inTurn(workspace, () => this.#back(actor, workspace, { id, page }, "redo"));
  }

  /**
   * Takes back an entry of one's own, be it not the latest. Whatever touched the same thing since stands in the way, also
   * what one wrote oneself; what was taken back again meanwhile does not.
   * @throws Refused: clash, already-back, not-yours, erased, too-old, may-not, not-found.
   */
  undoAt(actor: string, workspace: string, revision: number, id: string, page?: string): Promise<MadeEdit> {
    return this.#inTurn(workspace, async () => {
      const again = await editById(this.#db, actor, workspace, id);
      if (again) return { revision: again.revision, at: again.at, edits: again.edits as readonly Edit[], what: again.what };
      const entry = await editAt(this.#db, actor, workspace, revision);
      if (!entry) throw new Refused({ code: "not-found" });
      if (entry.actor !== actor) throw new Refused({ code: "not-yours" });
      if (entry.erased) throw new Refused({ code: "erased" });
      const undoings = await undoingsFrom(this.#db, actor, workspace, revision);
      const gone = takenBack(undoings);
      if (gone.has(revision)) throw new Refused({ code: "already-back" });
      const back = (entry.undo ?? []) as readonly Edit[];
      if (back.length === 0) throw new Refused({ code: entry.edits.length > 0 ? "erased" : "nothing-to-undo" });
      const silent = new Set([...gone, ...undoings.filter(({ undoes }) => gone.has(undoes)).map(({ revision }) => revision)]);
      const what = `${entry.undoes === null ? "take back" : "do again"}: ${entry.what.replace(/^(?:take back|do again): /, "")}`.slice(0, 500);
      return this.#made(actor, workspace, { id, what, page }, async (draft) => {
        await refuseClash(this.#db, actor, workspace, { base: revision, edits: back }, draft.revision, silent);
        return back;
      }, revision);
    });
  }

  /** One after another within a workspace: the database would make them wait for each other anyway. */
  #inTurn<T>(workspace: string, work: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(workspace) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => undefined);
    this.#turns.set(workspace, settled);
    void settled.then(() => this.#turns.get(workspace) === settled && this.#turns.delete(workspace));
    return mine;
  }

  /**
   * Makes the change another party proposed; where more parties have to accept, says yes to it and changes nothing yet.
   * @throws Refused: clash where a row changed since it was proposed, may-not, not-found where it is not open any more.
   */
  accept(actor: string, workspace: string, { id: proposal, base, edits }: Pick<Proposal, "id" | "base" | "edits">, seen: number, entry: { readonly id: string; readonly what: string }): Promise<MadeEdit> {
    const yes = sealedWords(entry.what, []);
    return this.#inTurn(workspace, async () => {
      // An answer that was lost on its way is given again.
      const before = await editById(this.#db, actor, workspace, entry.id);
      if (before) return { revision: before.revision, at: before.at, edits: before.edits as readonly Edit[], what: before.what };
      return this.#made(actor, workspace, { ...entry, page: undefined }, async (draft) => {
        await refuseClash(this.#db, actor, workspace, { base, edits: edits as readonly Edit[], page: entry.id }, draft.revision);
        return edits as readonly Edit[];
      }, undefined, async (commit) => {
        const done = await acceptProposal(this.#db, actor, workspace, proposal, seen, commit, yes);
        if (done.ok) return done.value ? { state: "done", revision: done.value.revision, at: done.value.at, onlySaid: !done.value.made } : { state: "refused" };
        if (done.denied === "gone") throw new Refused({ code: "closed" });
        if (done.denied === "changed") throw new Refused({ code: "changed" });
        if (done.denied === "agreed") return { state: "agreed" };
        return { state: done.denied === "in-the-way" ? "stale" : "refused" };
      });
    });
  }

  /**
   * Says what a party thinks of rows as they stand. Who agrees has confirmed them: the mark of the template goes.
   * @throws Refused: changed where a row is not as it was seen, may-not, not-found.
   */
  stand(actor: string, workspace: string, { id, rows, stand, reason, seen }: TakenStand, say: (document: MatrixDocument) => string): Promise<MadeEdit> {
    const wanted = new Set(rows);
    return this.#inTurn(workspace, async () => {
      const { document } = await this.read(actor, workspace);
      return this.#made(actor, workspace, { id, what: say(document), page: undefined }, async (draft) => {
        if (stand !== "agreed") return [];
        return draft.document.activities.flatMap((row): Edit[] => (wanted.has(row.id) && "notYetAdapted" in row ? [{ do: "set", at: { kind: "activity", id: row.id }, field: "notYetAdapted", value: null }] : []));
      }, undefined, async (commit) => {
        const done = await takeStand(this.#db, actor, workspace, rows, stand, reason, seen, commit);
        if (done.ok) return done.value ? { state: "done", ...done.value } : { state: "refused" };
        if (done.denied === "changed") throw new Refused({ code: "changed" });
        if (done.denied === "may-not") throw new Refused({ code: "may-not", what: "decide for a party" });
        if (done.denied === "not-found") throw new Refused({ code: "not-found" });
        return { state: "stale" };
      });
    });
  }

  /** Something was said in the history that changes no row: the draft in memory goes along. */
  said(workspace: string, revision: number): void {
    this.#db.announce(workspace, revision);
    const kept = this.#kept.get(workspace);
    if (kept?.revision !== revision - 1) return;
    const { bytes: _, ...draft } = kept;
    this.#keep(workspace, { ...draft, revision });
  }

  async #agreed(actor: string, workspace: string, { puts, gone }: Change): Promise<readonly string[]> {
    const agreed = await agreedRowsOf(this.#db, actor, workspace);
    return [...puts, ...gone].flatMap(({ kind, id }) => (kind === "activity" && agreed.has(id) ? [id] : []));
  }

  async #made(
    author: Author,
    workspace: string,
    { id, what, page }: { readonly id: string; readonly what: string; readonly page: string | undefined },
    editsFor: (draft: Assembled) => Promise<readonly Edit[]>,
    undoes?: number,
    write: (commit: Commit) => Promise<Committed & { readonly onlySaid?: boolean }> = (commit) => commitEdit(this.#db, author, workspace, commit),
  ): Promise<MadeEdit> {
    const actor = accountOf(author);
    for (let tries = 0; tries < TRIES; tries++) {
      const draft = this.#kept.get(workspace) ?? (await this.#at(actor, workspace, undefined));
      const edits = await editsFor(draft);
      const { document: after, back: undo } = edited(draft.document, edits);
      const change = changeTo(draft, after);
      refuseUnfit(after, change);
      const committed = await write({ edit: id, sealed: sealedWords(what, edits), ...(page === undefined ? {} : { page }), what, edits, undo, ...(undoes === undefined ? {} : { undoes }), ...change });
      switch (committed.state) {
        case "refused":
          throw new Refused((await revisionOf(this.#db, actor, workspace)) ? { code: "may-not", what: "edit" } : { code: "not-found" });
        case "signed-out":
          throw new Refused({ code: "signed-out" });
        case "agreed":
          throw new Refused({ code: "agreed", rows: await this.#agreed(actor, workspace, change) });
        case "unwritable":
          throw unwritable("a text holds a zero character, which cannot be stored");
        case "stale":
          this.#kept.delete(workspace);
          continue;
        case "done":
          this.#db.announce(workspace, committed.revision);
          if (committed.revision === draft.revision + 1 && committed.onlySaid !== true) this.#keep(workspace, written(draft, after, change, committed.revision));
          else this.#kept.delete(workspace);
          break;
        case "again":
      }
      return { revision: committed.revision, at: committed.at, edits, what };
    }
    throw new Refused({ code: "busy" });
  }

  async #back(actor: string, workspace: string, { id, page }: { readonly id: string; readonly page: string | undefined }, how: "undo" | "redo"): Promise<MadeEdit> {
    const again = await editById(this.#db, actor, workspace, id);
    if (again?.actor === actor) return { revision: again.revision, at: again.at, edits: again.edits as readonly Edit[], what: again.what };
    const mine = await editsOf(this.#db, actor, workspace, 400);
    // What changed nothing is passed over; over words that were erased nobody goes back.
    const row = stacks(mine)[how];
    const place = row.findLastIndex(({ goesBack, erased }) => goesBack || erased);
    const target = row[place];
    if (target?.erased) throw new Refused({ code: "erased" });
    if (!target) throw new Refused((await revisionOf(this.#db, actor, workspace)) ? { code: "nothing-to-undo" } : { code: "not-found" });
    const entry = await editAt(this.#db, actor, workspace, target.revision);
    const back = (entry?.undo ?? []) as readonly Edit[];
    const met = collider(back);
    for (const { revision } of row.slice(place + 1)) if (met(((await editAt(this.#db, actor, workspace, revision))?.edits ?? []) as readonly Edit[])) throw new Refused({ code: "erased" });
    const what = `${how === "undo" ? "take back" : "do again"}: ${target.what.replace(/^(?:take back|do again): /, "")}`;
    return this.#made(actor, workspace, { id, what, page }, async (draft) => {
      await refuseClash(this.#db, actor, workspace, { base: target.revision, edits: back }, draft.revision);
      return back;
    }, target.revision);
  }

  /** The draft at a revision or newer, from memory or from the database. */
  async #at(actor: string, workspace: string, revision: number | undefined): Promise<Assembled & { bytes?: Uint8Array<ArrayBuffer> }> {
    const kept = this.#kept.get(workspace);
    if (kept && revision !== undefined && kept.revision >= revision) {
      this.#keep(workspace, kept);
      return kept;
    }
    const stored = await readDraft(this.#db, actor, workspace);
    if (!stored) throw new Refused({ code: "not-found" });
    const draft = assembled(stored);
    // Somebody may have written meanwhile: memory never goes back.
    const now = this.#kept.get(workspace);
    if (now && now.revision > draft.revision) return now;
    this.#keep(workspace, draft);
    return draft;
  }

  #keep(workspace: string, draft: Assembled & { bytes?: Uint8Array<ArrayBuffer> }): void {
    this.#kept.delete(workspace);
    this.#kept.set(workspace, draft);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }
}

/** Entries that are taken back, by what takes back what: an undo that was itself taken back counts for nothing. */
function takenBack(undoings: readonly { readonly revision: number; readonly undoes: number }[]): ReadonlySet<number> {
  const gone = new Set<number>();
  // The newest first: whether an undo still stands is known before what it took back is asked about.
  for (const { revision, undoes } of undoings.toReversed()) if (!gone.has(revision)) gone.add(undoes);
  return gone;
}

const accountOf = (author: Author): string => (typeof author === "string" ? author : author.account);

/** The draft after a change was committed, without reading it again. */
function written(before: Assembled, document: MatrixDocument, { puts, gone, matrix }: Change, revision: number): Assembled {
  const held = before.held as Map<string, Held>;
  for (const { kind, id, place } of puts) held.set(keyOf(kind, id), { place, was: revision });
  for (const { kind, id } of gone) held.delete(keyOf(kind, id));
  return { revision, document, held, matrixWas: matrix ? revision : before.matrixWas };
}

/**
 * One's own edits that can be taken back and made again, the next one last. An entry that undoes one of
 * the first kind is an undo, one that undoes an undo makes the edit again; a new edit ends all making again.
 */
function stacks(mine: readonly OwnEdit[]): { readonly undo: OwnEdit[]; readonly redo: OwnEdit[] } {
  const undo: OwnEdit[] = [];
  let redo: OwnEdit[] = [];
  const take = (from: OwnEdit[], revision: number): boolean => {
    const at = from.findLastIndex((entry) => entry.revision === revision);
    if (at >= 0) from.splice(at, 1);
    return at >= 0;
  };
  for (const entry of mine.toReversed()) {
    // What was only said, or kept apart from the log, has no way back here.
    if (!entry.edited) continue;
    if (entry.undoes === null) {
      undo.push(entry);
      redo = [];
    } else if (take(undo, entry.undoes)) redo.push(entry);
    else if (take(redo, entry.undoes)) undo.push(entry);
  }
  return { undo, redo };
}
