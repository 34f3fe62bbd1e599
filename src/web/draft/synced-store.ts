import type { Finding } from "#core/lint/finding.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { EditRefused, type Edit } from "#core/model/edit.ts";
import { applyBatch } from "#core/model/edit-batch.ts";
import type { Checker } from "../work/checking.ts";
import type { Clash, DraftStore, PieceOfHistory, Saving, Snapshot } from "./store.ts";
import type { Unsent } from "./unsent.ts";
import { SignedOut, Unreachable, type Answer, type Command, type Wire } from "./wire.ts";

/** What one waits in a row: a command, or a step back. */
type Waiting = Command & { readonly back?: "undo" | "redo" };

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;

export interface SyncedStart {
  readonly wire: Wire;
  readonly unsent: Unsent;
  readonly checker?: Checker;
  /** May this member write at all. */
  readonly mayEdit: boolean;
  readonly signedOut: () => void;
}

/**
 * A draft that lives on the server. What is typed shows at once and waits in a row until the server has it;
 * what others write is laid beneath it. The row outlives the tab.
 */
export class SyncedStore implements DraftStore {
  readonly #start: SyncedStart;
  readonly #listeners = new Set<() => void>();
  #revision: number;
  /** The server's document at that revision. */
  #base: MatrixDocument;
  #row: Waiting[] = [];
  #snapshot: Snapshot;
  #busy = false;
  #stopped = false;
  #pause = FIRST_PAUSE;
  #since = 0;
  #stopFollowing: () => void = () => undefined;
  #catching: Promise<void> | undefined;

  private constructor(start: SyncedStart, revision: number, document: MatrixDocument) {
    this.#start = start;
    this.#revision = revision;
    this.#base = document;
    this.#snapshot = { document, findings: [], saving: start.mayEdit ? { at: "saved" } : { at: "reading" }, canUndo: start.mayEdit, canRedo: start.mayEdit, clashes: [] };
    start.checker?.onFindings((findings: readonly Finding[]) => this.#show({ findings }));
    start.checker?.load(document);
    this.#row = [...start.unsent.load()];
    if (this.#row.length > 0) this.#relay();
    this.#stopFollowing = start.wire.follow((told) => {
      if (told === undefined || told > this.#revision) void this.#catchUp();
    });
    void this.#flush();
  }

  /** Reads the draft and begins to follow it. @throws Unreachable */
  static async open(start: SyncedStart): Promise<SyncedStore> {
    const { revision, document } = await start.wire.read();
    return new SyncedStore(start, revision, document);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot => this.#snapshot;

  get page(): string {
    return this.#start.unsent.page;
  }

  edit(edits: readonly Edit[], what: string): void {
    if (edits.length === 0 || !this.#start.mayEdit) return;
    const document = applyBatch(this.#snapshot.document, edits).document;
    this.#enqueue({ ...this.#command(what.slice(0, 500)), edits });
    this.#start.checker?.follow(edits);
    this.#show({ document, canUndo: true });
  }

  undo(): void {
    this.#step("undo");
  }

  redo(): void {
    this.#step("redo");
  }

  dismiss(clash: Clash): void {
    this.#show({ clashes: this.#snapshot.clashes.filter((each) => each !== clash) });
  }

  readonly revision = (): number => this.#revision;

  async history(kind: string, id: string, after?: string): Promise<PieceOfHistory> {
    const { edits, names, next } = await this.#start.wire.history(kind, id, after);
    const named = new Map(names.map(({ actor, name }) => [actor, name]));
    return { happened: edits.map(({ revision, at, what, actor, party }) => ({ revision, at, what, who: named.get(actor), party })), next };
  }

  /** Stops following and sending; what waits stays in the browser. */
  close(): void {
    this.#stopped = true;
    this.#stopFollowing();
    this.#start.checker?.close();
  }

  #step(back: "undo" | "redo"): void {
    if (!this.#start.mayEdit) return;
    this.#enqueue({ ...this.#command(back), back });
  }

  #command(what: string): Command {
    return { id: crypto.randomUUID(), what, edits: [], base: this.#revision, page: this.#start.unsent.page };
  }

  #enqueue(waiting: Waiting): void {
    this.#row.push(waiting);
    this.#start.unsent.keep(this.#row);
    this.#show({ saving: this.#saving() });
    void this.#flush();
  }

  /** One after another, in the order they were made. */
  async #flush(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    while (this.#row.length > 0 && !this.#stopped) {
      const next = this.#row[0] as Waiting;
      const answer = await (next.back ? this.#start.wire.back(next.back, next) : this.#start.wire.send(next));
      if (answer.kind === "signed-out") {
        this.#start.signedOut();
        break;
      }
      if (answer.kind === "later") {
        this.#since ||= Date.now();
        this.#show({ saving: { at: "waiting", unsent: this.#row.length, since: this.#since, why: answer.why } });
        await new Promise((settle) => setTimeout(settle, this.#pause));
        this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
        continue;
      }
      this.#pause = FIRST_PAUSE;
      this.#since = 0;
      await this.#settle(next, answer);
    }
    this.#busy = false;
    if (!this.#stopped) this.#show({ saving: this.#saving() });
  }

  async #settle(sent: Waiting, answer: Extract<Answer, { kind: "made" | "refused" }>): Promise<void> {
    if (answer.kind === "refused") {
      this.#row.shift();
      this.#start.unsent.keep(this.#row);
      const nothing = answer.code === "nothing-to-undo";
      if (sent.back && nothing) this.#show(sent.back === "undo" ? { canUndo: false } : { canRedo: false });
      else this.#show({ clashes: [...this.#snapshot.clashes, { what: sent.what, mine: sent.edits, theirs: answer.theirs ?? { what: answer.words, own: false }, ...(answer.theirs ? {} : { unfit: true as const }), ...(answer.rows && sent.edits.length > 0 ? { agreed: answer.rows } : {}) }] });
      await this.#catchUp();
      return this.#relay();
    }
    const edits = sent.back ? (answer.edits ?? []) : sent.edits;
    if (answer.revision === this.#revision + 1) {
      this.#base = applyBatch(this.#base, edits).document;
      this.#revision = answer.revision;
      const seen = this.#revision - 1;
      // Nobody wrote in between: whoever waits has seen this as well, and the server need not look for others.
      this.#row = this.#row.slice(1).map((waiting) => (waiting.base === seen ? { ...waiting, base: answer.revision } : waiting));
      this.#start.unsent.keep(this.#row);
      if (sent.back) this.#relay(edits);
      this.#show({ saving: this.#saving(), ...(sent.back === "undo" ? { canRedo: true } : sent.back === "redo" ? { canUndo: true } : { canRedo: false, canUndo: true }) });
      return;
    }
    // Others wrote in between, or this very edit was made before: the log tells the order.
    this.#row.shift();
    this.#start.unsent.keep(this.#row);
    if (answer.revision > this.#revision) await this.#catchUp(answer.revision);
    else this.#relay();
  }

  /** Lays the server's log beneath what waits. Errors are left to the next call. */
  #catchUp(atLeast = 0): Promise<void> {
    return (this.#catching ??= this.#caughtUp(atLeast).finally(() => (this.#catching = undefined)));
  }

  async #caughtUp(atLeast: number): Promise<void> {
    try {
      const entries = await this.#start.wire.since(this.#revision);
      const news = entries.filter(({ revision }) => revision > this.#revision);
      if (news.length === 0) return;
      if (news.some(({ erased }) => erased)) throw new Error("what an entry changed is not known any more");
      for (const { revision, edits } of news) {
        this.#base = applyBatch(this.#base, edits).document;
        this.#revision = revision;
      }
      this.#relay();
    } catch (thrown) {
      if (this.#stopped) return;
      if (thrown instanceof SignedOut) return this.#start.signedOut();
      if (thrown instanceof Unreachable) {
        if (this.#stopped || atLeast === 0) return;
        await new Promise((settle) => setTimeout(settle, this.#pause));
        return this.#caughtUp(atLeast);
      }
      // The log does not fit what we hold: read the whole anew.
      const read = await this.#start.wire.read().catch(() => undefined);
      // Not now: the next word of the server, or the next edit, comes back to it.
      if (!read) return;
      const { revision, document } = read;
      [this.#revision, this.#base] = [revision, document];
      this.#relay();
    }
  }

  /** The document again from the server's and what waits; a waiting edit that does not fit any more is told. */
  #relay(followed?: readonly Edit[]): void {
    let document = this.#base;
    const clashes: Clash[] = [];
    this.#row = this.#row.filter((waiting) => {
      try {
        document = applyBatch(document, waiting.edits).document;
        return true;
      } catch (thrown) {
        if (!(thrown instanceof EditRefused)) throw thrown;
        clashes.push({ what: waiting.what, mine: waiting.edits, theirs: { what: thrown.message, own: false }, unfit: true });
        return false;
      }
    });
    if (clashes.length > 0) this.#start.unsent.keep(this.#row);
    if (followed && this.#row.length === 0) this.#start.checker?.follow(followed);
    else this.#start.checker?.load(document);
    this.#show({ document, saving: this.#saving(), clashes: clashes.length > 0 ? [...this.#snapshot.clashes, ...clashes] : this.#snapshot.clashes });
  }

  #saving(): Saving {
    if (!this.#start.mayEdit) return { at: "reading" };
    if (this.#row.length === 0) return { at: "saved" };
    const now = this.#snapshot.saving;
    return now.at === "waiting" && this.#since > 0 ? { ...now, unsent: this.#row.length } : { at: "saving", unsent: this.#row.length };
  }

  #show(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}
