import type { Finding } from "#core/lint/finding.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { applyBatch } from "#core/model/edit-batch.ts";
import type { Edit } from "#core/model/edit.ts";
import type { Checker } from "../work/checking.ts";
import type { DraftStore, Snapshot } from "./store.ts";

/** One step of undo: what was done, and what takes it back. */
interface Step {
  readonly what: string;
  readonly edits: readonly Edit[];
  readonly back: readonly Edit[];
}

/** Steps that can be taken back; older ones are let go, so that a long day does not fill the memory. */
const REMEMBERED = 500;

/** A draft that lives in this tab only: before somebody signs in, in tests and in benchmarks. */
export class LocalStore implements DraftStore {
  #snapshot: Snapshot;
  readonly #listeners = new Set<() => void>();
  readonly #checker: Checker | undefined;
  #past: Step[] = [];
  #future: Step[] = [];

  constructor(document: MatrixDocument, checker?: Checker, findings: readonly Finding[] = []) {
    this.#snapshot = { document, findings, saving: { at: "saved" }, canUndo: false, canRedo: false, clashes: [] };
    this.#checker = checker;
    checker?.onFindings((found) => this.#show({ findings: found }));
    checker?.load(document);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot => this.#snapshot;

  edit(edits: readonly Edit[], what: string): void {
    if (edits.length === 0) return;
    const back = this.#make(edits);
    this.#past.push({ what, edits, back });
    if (this.#past.length > REMEMBERED) this.#past.shift();
    this.#future = [];
    this.#tell();
  }

  undo(): void {
    const step = this.#past.pop();
    if (!step) return;
    this.#make(step.back);
    this.#future.push(step);
    this.#tell();
  }

  redo(): void {
    const step = this.#future.pop();
    if (!step) return;
    this.#make(step.edits);
    this.#past.push(step);
    this.#tell();
  }

  /** Nobody else edits this draft: there is nothing to dismiss. */
  dismiss(): void {}

  #make(edits: readonly Edit[]): readonly Edit[] {
    const { document, back } = applyBatch(this.#snapshot.document, edits);
    this.#snapshot = { ...this.#snapshot, document };
    this.#checker?.follow(edits);
    return back;
  }

  #tell(): void {
    this.#show({ canUndo: this.#past.length > 0, canRedo: this.#future.length > 0 });
  }

  #show(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}
