import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import { lint } from "#core/lint/linter.ts";
import type { Finding } from "#core/lint/finding.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { applyEdits, EditRefused, type Edit } from "#core/model/edit.ts";
import { catalogue } from "#rules/catalogue.ts";
import type { Checker } from "../work/checking.ts";
import { LocalStore } from "./local-store.ts";

const matrix = drawn({ rows: [{ title: "Patch servers", cells: { "Engineer (provider)": "R", "IT Manager (client)": "A" } }] });
const [row] = matrix.activities;
const manager = matrix.roles.find(({ name }) => name === "IT Manager")?.id ?? "";
const clear: Edit = { do: "unassign", activity: row?.id ?? "", role: manager, letter: "A" };

/** Checks at once, so that a test need not wait. */
function eager(): Checker {
  let document: MatrixDocument;
  let hear: (findings: readonly Finding[]) => void;
  const check = () => hear(lint(document, catalogue, "2026-11-21"));
  return {
    load: (given) => ((document = given), check()),
    follow: (edits) => ((document = applyEdits(document, edits)), check()),
    onFindings: (listener) => void (hear = listener),
    close: () => undefined,
  };
}
const rules = (store: LocalStore) => store.snapshot().findings.filter(({ at }) => at.kind === "activity").map(({ rule }) => rule);

test("an edit is taken back and made again, and the findings follow", () => {
  const store = new LocalStore(matrix, eager());
  expect(rules(store)).not.toContain("no-accountable");
  store.edit([clear], "clear A");
  expect(rules(store)).toContain("no-accountable");
  store.undo();
  expect(store.snapshot().document).toEqual(matrix);
  expect(rules(store)).not.toContain("no-accountable");
  store.redo();
  expect(rules(store)).toContain("no-accountable");
  expect(store.snapshot().canRedo).toBe(false);
});

test("several edits made as one are undone as one", () => {
  const store = new LocalStore(matrix);
  store.edit([clear, { do: "add", kind: "activity", item: { id: "new", title: "New", assignments: [] } }], "two things");
  store.undo();
  expect(store.snapshot().document).toEqual(matrix);
  expect(store.snapshot().canUndo).toBe(false);
});

test("an edit of something that is not there changes nothing and leaves no step behind", () => {
  const store = new LocalStore(matrix);
  expect(() => store.edit([clear, { ...clear, activity: "gone" }], "clear")).toThrow(EditRefused);
  expect(store.snapshot().document).toBe(matrix);
  expect(store.snapshot().canUndo).toBe(false);
});

test("a new edit forgets what could have been done again", () => {
  const store = new LocalStore(matrix);
  store.edit([clear], "clear A");
  store.undo();
  store.edit([{ do: "set", at: { kind: "activity", id: row?.id ?? "" }, field: "goal", value: "safe" }], "goal");
  expect(store.snapshot().canRedo).toBe(false);
});
