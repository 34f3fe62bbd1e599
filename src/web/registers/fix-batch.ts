import type { Fix } from "#core/lint/finding.ts";
import { applyBatch } from "#core/model/edit-batch.ts";
import type { ItemKind, MatrixDocument } from "#core/model/document.ts";
import { EditRefused, type Edit } from "#core/model/edit.ts";
import { itemsOf, type Item } from "#core/model/items.ts";
import type { Clash, DraftStore } from "../draft/store.ts";

/** A repair that could not be made, and why. */
export interface NotMade {
  readonly label: string;
  readonly why: string;
}

export interface Sorted {
  readonly made: readonly Fix[];
  readonly notMade: readonly NotMade[];
}

/** Which repairs fit the matrix as it stands, one after another, and which do not. */
export function sortFixes(document: MatrixDocument, fixes: readonly Fix[]): Sorted {
  let now = document;
  const made: Fix[] = [];
  const notMade: NotMade[] = [];
  for (const fix of fixes) {
    try {
      now = applyBatch(now, fix.edits).document;
      made.push(fix);
    } catch (refused) {
      if (!(refused instanceof EditRefused)) throw refused;
      notMade.push({ label: fix.label, why: refused.message });
    }
  }
  return { made, notMade };
}

/** What stands where an edit would write: two people clash where it is not the same any more. */
function place(document: MatrixDocument, edit: Edit): string {
  const item = (kind: ItemKind, id: string): Item | undefined => itemsOf(document, kind).find((one) => one.id === id);
  if ("activity" in edit) return JSON.stringify(item("activity", edit.activity)?.["assignments"]);
  if (edit.do === "set") return JSON.stringify(item(edit.at.kind, edit.at.id)?.[edit.field]);
  if (edit.do === "set-matrix") return JSON.stringify(document[edit.field as keyof MatrixDocument]);
  return edit.do === "remove" || edit.do === "move" ? JSON.stringify(item(edit.kind, edit.id)) : "";
}

/** Whether somebody wrote where a repair would, between two states of the matrix. */
export const writtenMeanwhile = (before: MatrixDocument, now: MatrixDocument, { edits }: Fix): boolean => edits.some((edit) => place(before, edit) !== place(now, edit));

/** How a batch of repairs came out. */
export interface Outcome {
  readonly all: number;
  readonly notMade: readonly NotMade[];
}

/**
 * Makes many repairs, as one that is undone as one. What no longer fits is left out and told. Should the server refuse
 * the whole, because somebody else changed one of the places meanwhile, each repair is sent by itself, so that only
 * those are lost that clash; the notices of the store about them go, for they are told here.
 * @param tell called with what is known so far, again whenever more is.
 * @returns stops listening for refusals.
 */
export function makeFixes(store: DraftStore, fixes: readonly Fix[], what: string, tell: (outcome: Outcome) => void): () => void {
  const before = store.snapshot().document;
  const { made, notMade } = sortFixes(before, fixes);
  const lost: NotMade[] = [...notMade];
  const sent = new Map<Clash["mine"], Fix>();
  const whole = made.flatMap(({ edits }) => edits);
  let inOne = made.length > 1;
  let looking = false;
  /** The matrix as it stood when the whole was refused: it still shows what was refused until the store lays it anew. */
  let stale: unknown;
  let theirs = "";
  const say = (): void => tell({ all: fixes.length, notMade: [...lost] });
  const refused = (): Clash | undefined => store.snapshot().clashes.find(({ mine }) => (inOne && mine === whole) || sent.has(mine));
  const look = (): void => {
    // Dismissing and sending again tell the listeners while they are being told.
    if (looking) return;
    looking = true;
    for (let clash = refused(); clash !== undefined; clash = refused()) {
      const fix = sent.get(clash.mine);
      sent.delete(clash.mine);
      store.dismiss(clash);
      if (fix) lost.push({ label: fix.label, why: clash.theirs.what });
      else {
        inOne = false;
        stale = store.snapshot().document;
        theirs = clash.theirs.what;
      }
      say();
    }
    if (stale !== undefined && store.snapshot().document !== stale) {
      stale = undefined;
      const now = store.snapshot().document;
      // What others wrote meanwhile is in the matrix by now, and the server would let it be written over.
      for (const each of made) if (writtenMeanwhile(before, now, each)) lost.push({ label: each.label, why: theirs }); else one(each);
      say();
    }
    looking = false;
  };
  const one = (fix: Fix): void => {
    try {
      // A list of its own, by which a refusal is known again.
      const edits = [...fix.edits];
      sent.set(edits, fix);
      store.edit(edits, fix.label);
    } catch (thrown) {
      if (!(thrown instanceof EditRefused)) throw thrown;
      lost.push({ label: fix.label, why: thrown.message });
    }
  };
  const stop = store.subscribe(look);
  if (inOne) store.edit(whole, what);
  else for (const fix of made) one(fix);
  say();
  return stop;
}
