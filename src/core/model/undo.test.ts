import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawn } from "../lint/sketch.ts";
import type { MatrixDocument } from "./document.ts";
import { applyEdits, EditRefused, type Edit } from "./edit.ts";
import { applyBatch } from "./edit-batch.ts";
import { collide, collider } from "./undo.ts";

const document = drawn({
  rows: [
    { title: "Isolate a host", cells: { "Security Lead (client)": "A", "SOC Analyst (provider)": "R if agreed" } },
    { title: "Patch servers", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A C" } },
    { title: "Review rules", cells: { "Security Lead (client)": "R A" } },
  ],
});
const rows = document.activities.map(({ id }) => id);
const roles = document.roles.map(({ id }) => id);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constant("assign" as const), activity: fc.constantFrom(...rows), role: fc.constantFrom(...roles), letter: fc.constantFrom("R", "A", "C", "I") }),
  fc.record({ do: fc.constant("unassign" as const), activity: fc.constantFrom(...rows), role: fc.constantFrom(...roles), letter: fc.constantFrom("R", "A", "C", "I") }),
  fc.record({ do: fc.constant("letters" as const), activity: fc.constantFrom(...rows), cells: fc.dictionary(fc.constantFrom(...roles), fc.constantFrom([], [{ letter: "R" as const }], [{ letter: "C" as const, condition: "if asked" }, { letter: "A" as const }]), { maxKeys: 2 }) }),
  fc.record({ do: fc.constant("set" as const), at: fc.record({ kind: fc.constant("activity" as const), id: fc.constantFrom(...rows) }), field: fc.constantFrom("title", "note", "criticality"), value: fc.constantFrom("x", "critical", null) }),
  fc.record({ do: fc.constant("set-matrix" as const), field: fc.constantFrom("about", "title"), value: fc.constantFrom("x", null) }),
  fc.record({ do: fc.constant("add" as const), kind: fc.constant("activity" as const), item: fc.constantFrom("n1", "n2").map((id) => ({ id, title: id, assignments: [] })), before: fc.constantFrom(...rows) }),
  fc.record({ do: fc.constant("remove" as const), kind: fc.constant("activity" as const), id: fc.constantFrom(...rows, "n1") }),
  fc.record({ do: fc.constant("move" as const), kind: fc.constant("activity" as const), id: fc.constantFrom(...rows), before: fc.constantFrom(...rows, "n1") }),
);

/** Fields in any order are the same document; rows in another order are not. */
const same = (a: MatrixDocument, b: MatrixDocument): void => expect(a).toEqual(b);

describe("undo", () => {
  test("of any edits, made in any order, gives the document again", () => {
    let made = 0;
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        let after: MatrixDocument;
        try {
          after = applyEdits(document, edits);
        } catch (thrown) {
          if (thrown instanceof EditRefused) return;
          throw thrown;
        }
        made++;
        same(applyEdits(after, applyBatch(document, edits).back), document);
      }),
      { numRuns: 2_000 },
    );
    expect(made).toBeGreaterThan(500);
  });
});

test.each<[string, Edit, Edit, boolean]>([
  ["two letters of one row", { do: "assign", activity: "a", role: "x", letter: "R" }, { do: "assign", activity: "a", role: "y", letter: "R" }, false],
  ["the same letter", { do: "assign", activity: "a", role: "x", letter: "R" }, { do: "unassign", activity: "a", role: "x", letter: "R" }, true],
  ["a letter and all letters of the row", { do: "assign", activity: "a", role: "x", letter: "R" }, { do: "set", at: { kind: "activity", id: "a" }, field: "assignments", value: [] }, true],
  ["a letter and the row's end", { do: "assign", activity: "a", role: "x", letter: "R" }, { do: "remove", kind: "activity", id: "a" }, true],
  ["a letter and another row's end", { do: "assign", activity: "a", role: "x", letter: "R" }, { do: "remove", kind: "activity", id: "ab" }, false],
  ["a cell and a letter in it", { do: "letters", activity: "a", cells: { x: [] } }, { do: "assign", activity: "a", role: "x", letter: "R" }, true],
  ["a cell and another cell of the row", { do: "letters", activity: "a", cells: { x: [], z: [] } }, { do: "letters", activity: "a", cells: { y: [{ letter: "R" }] } }, false],
  ["a cell and the same cell of another row", { do: "letters", activity: "a", cells: { x: [] } }, { do: "letters", activity: "b", cells: { x: [] } }, false],
  ["a cell and the row's end", { do: "letters", activity: "a", cells: { x: [] } }, { do: "remove", kind: "activity", id: "a" }, true],
  ["title and note of one row", { do: "set", at: { kind: "activity", id: "a" }, field: "title", value: "x" }, { do: "set", at: { kind: "activity", id: "a" }, field: "note", value: "x" }, false],
])("%s collide: %#", (_, a, b, expected) => {
  expect(collide(a, b)).toBe(expected);
  expect(collide(b, a)).toBe(expected);
});

test("many edits meet many others exactly where one of them meets one of those", () => {
  const many = fc.array(fc.oneof(edit, fc.constant<Edit>({ do: "replace", document }), fc.constant<Edit>({ do: "letters", activity: rows[0] as string, cells: {} })), { maxLength: 5 });
  fc.assert(
    fc.property(many, many, (mine, theirs) => {
      expect(collider(mine)(theirs)).toBe(mine.some((a) => theirs.some((b) => collide(a, b))));
    }),
    { numRuns: 500 },
  );
});
