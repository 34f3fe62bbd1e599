import { expect, test } from "vitest";
import type { Fix } from "#core/lint/finding.ts";
import { drawn } from "#core/lint/sketch.ts";
import { applyEdits, type Edit } from "#core/model/edit.ts";
import { LocalStore } from "../draft/local-store.ts";
import type { Clash, DraftStore, Snapshot } from "../draft/store.ts";
import { makeFixes, sortFixes, writtenMeanwhile, type Outcome } from "./fix-batch.ts";

const matrix = drawn({ rows: [{ title: "Patch servers", cells: { "Engineer (provider)": "R" } }, { title: "Order laptops", cells: { "IT Manager (client)": "R" } }] });
const [first, second] = matrix.activities.map(({ id }) => id as string);
const fix = (id: string, label: string): Fix => ({ label, edits: [{ do: "set", at: { kind: "activity", id }, field: "criticality", value: "high" }] });
const FIXES = [fix(first ?? "", "Mark patching"), fix("gone", "Mark what is gone"), fix(second ?? "", "Mark ordering")];

test("what fits the matrix is made, and what does not is named with its reason", () => {
  expect(sortFixes(matrix, FIXES)).toMatchObject({ made: [{ label: "Mark patching" }, { label: "Mark ordering" }], notMade: [{ label: "Mark what is gone", why: "there is no activity `gone`" }] });
});

test("many repairs are one step of undo", () => {
  const store = new LocalStore(matrix);
  let told: Outcome | undefined;
  makeFixes(store, FIXES, "fix all", (outcome) => (told = outcome));
  expect(store.snapshot().document.activities.map(({ criticality }) => criticality)).toEqual(["high", "high"]);
  expect(told).toMatchObject({ all: 3, notMade: [{ label: "Mark what is gone" }] });
  store.undo();
  expect(store.snapshot().document).toEqual(matrix);
});

/** A store whose server refuses every command that touches a row. */
function refusing(row: string): DraftStore & { readonly taken: (readonly Edit[])[] } {
  const inner = new LocalStore(matrix);
  const listeners = new Set<() => void>();
  const taken: (readonly Edit[])[] = [];
  let clashes: readonly Clash[] = [];
  let { document } = inner.snapshot();
  const show = (now: readonly Clash[]): void => {
    clashes = now;
    for (const listener of listeners) listener();
  };
  const relaid = (): void => {
    document = { ...inner.snapshot().document };
    show(clashes);
  };
  return {
    taken,
    // The document is laid anew after each refusal.
    subscribe: (listener) => (listeners.add(listener), () => void listeners.delete(listener)),
    snapshot: (): Snapshot => ({ ...inner.snapshot(), document, clashes }),
    edit: (edits, what) => {
      if (edits.some((edit) => edit.do === "set" && edit.at.id === row)) queueMicrotask(() => {
        show([...clashes, { what, mine: edits, theirs: { what: "somebody set it to low", own: false } }]);
        relaid();
      });
      else {
        taken.push(edits);
        inner.edit(edits, what);
        relaid();
      }
    },
    undo: () => inner.undo(), redo: () => inner.redo(),
    dismiss: (clash) => show(clashes.filter((one) => one !== clash)),
  };
}

test("where the server refuses the whole, only the repair that clashes is lost, and it is said why", async () => {
  const store = refusing(second ?? "");
  let told: Outcome | undefined;
  makeFixes(store, [FIXES[0] as Fix, FIXES[2] as Fix], "fix all", (outcome) => (told = outcome));
  await new Promise((settle) => setTimeout(settle, 5));
  expect(store.snapshot().document.activities.map(({ criticality }) => criticality)).toEqual(["high", undefined]);
  expect(store.taken.length).toBe(1);
  expect(told).toEqual({ all: 2, notMade: [{ label: "Mark ordering", why: "somebody set it to low" }] });
  expect(store.snapshot().clashes).toEqual([]);
});

test("a refusal of somebody else's edit stays where it is", async () => {
  const store = refusing(second ?? "");
  makeFixes(store, [FIXES[0] as Fix], "fix", () => undefined);
  store.edit([{ do: "set", at: { kind: "activity", id: second ?? "" }, field: "goal", value: "on time" }], "goal");
  await new Promise((settle) => setTimeout(settle, 5));
  expect(store.snapshot().clashes.length).toBe(1);
});

test("what somebody else wrote meanwhile is not written over", () => {
  const now = applyEdits(matrix, [{ do: "set", at: { kind: "activity", id: second ?? "" }, field: "criticality", value: "low" }, { do: "set", at: { kind: "activity", id: first ?? "" }, field: "goal", value: "on time" }]);
  expect(FIXES.map((each) => writtenMeanwhile(matrix, now, each))).toEqual([false, false, true]);
  const assign: Fix = { label: "Give it an A", edits: [{ do: "assign", activity: first ?? "", role: "it-manager", letter: "A" }] };
  expect(writtenMeanwhile(matrix, now, assign)).toBe(false);
  expect(writtenMeanwhile(matrix, applyEdits(matrix, [{ do: "assign", activity: first ?? "", role: "engineer", letter: "A" }]), assign)).toBe(true);
});
