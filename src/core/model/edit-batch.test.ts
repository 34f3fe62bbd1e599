import fc from "fast-check";
import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import { applyBatch } from "./edit-batch.ts";
import { applyEdits, EditRefused, type Edit } from "./edit.ts";

const matrix = drawn({
  rows: [
    { title: "Patch", cells: { "Engineer (provider)": "R", "Manager (client)": "A" } },
    { title: "Restore", cells: { "Engineer (provider)": "R" } },
    { title: "Review", cells: { "Manager (client)": "R" } },
  ],
});
const [first = "", second = "", third = ""] = matrix.activities.map(({ id }) => id as string);
const role = matrix.roles[0]?.id ?? "";

/** Edits that fit whatever came before them: no row is ever taken away, new ones have ids of their own. */
const edits: fc.Arbitrary<Edit[]> = fc
  .array(
    fc.oneof(
      fc.record({ do: fc.constantFrom("assign" as const, "unassign" as const), activity: fc.constantFrom(first, second, third), role: fc.constant(role), letter: fc.constantFrom("R" as const, "A" as const, "I" as const) }),
      fc.record({ do: fc.constant("letters" as const), activity: fc.constantFrom(first, second, third), cells: fc.constantFrom({ [role]: [] }, { [role]: [{ letter: "C" as const, condition: "if asked" }, { letter: "R" as const }] }) }),
      fc.record({ do: fc.constant("set" as const), at: fc.record({ kind: fc.constant("activity" as const), id: fc.constantFrom(first, second) }), field: fc.constantFrom("goal", "note"), value: fc.constantFrom("words", null) }),
      fc.record({ do: fc.constant("set" as const), at: fc.record({ kind: fc.constant("role" as const), id: fc.constant(role) }), field: fc.constant("name"), value: fc.constantFrom("Lead", "Head") }),
      fc.record({ do: fc.constant("move" as const), kind: fc.constant("activity" as const), id: fc.constantFrom(first, second, third) }),
      fc.record({ do: fc.constant("add" as const), kind: fc.constant("activity" as const), item: fc.constant({ id: "", title: "New", assignments: [] }) }),
    ),
    { maxLength: 12 },
  )
  .map((list) => list.map((edit, i) => (edit.do === "add" ? { ...edit, item: { ...edit.item, id: `new-${i}` } } : edit) as Edit));

test("many edits at once make the same document as one after another", () => {
  fc.assert(
    fc.property(edits, (list) => {
      expect(applyBatch(matrix, list).document).toEqual(applyEdits(matrix, list));
    }),
  );
});

test("the way back leads to the document it came from", () => {
  fc.assert(
    fc.property(edits, (list) => {
      const { document, back } = applyBatch(matrix, list);
      expect(applyBatch(document, back).document).toEqual(matrix);
    }),
  );
});

test("rows that nobody touched keep their identity, and the given document stays as it was", () => {
  const before = structuredClone(matrix);
  const { document } = applyBatch(matrix, [{ do: "assign", activity: second, role, letter: "I" }]);
  expect(document.activities[0]).toBe(matrix.activities[0]);
  expect(document.activities[1]).not.toBe(matrix.activities[1]);
  expect(matrix).toEqual(before);
});

test("rows added to one document are not taken for rows of the document before it", () => {
  const added: Edit = { do: "add", kind: "activity", item: { id: "extra", title: "Extra", assignments: [] } };
  applyBatch(matrix, [added]);
  expect(() => applyBatch(matrix, [{ do: "assign", activity: "extra", role, letter: "R" }])).toThrow(EditRefused);
  expect(() => applyBatch(applyBatch(matrix, [added]).document, [added])).toThrow(EditRefused);
});
