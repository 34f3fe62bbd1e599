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
      fc.record({ do: fc.constant("move" as const), kind: fc.constant("activity" as const), id: fc.constantFrom(first, second, third), before: fc.constantFrom(first, second, third, "gone") }),
      fc.record({ do: fc.constant("set-matrix" as const), field: fc.constantFrom("about", "title"), value: fc.constantFrom("words", "more words") }),
      fc.record({ do: fc.constant("add" as const), kind: fc.constant("activity" as const), before: fc.constantFrom(first, third), item: fc.constant({ id: "", title: "Between", assignments: [] }) }),
      fc.record({ do: fc.constant("add" as const), kind: fc.constant("contact" as const), item: fc.constant({ id: "", role, kind: "phone", value: "1" }) }),
      fc.record({ do: fc.constant("add" as const), kind: fc.constant("activity" as const), item: fc.constant({ id: "", title: "New", assignments: [] }) }),
    ),
    { maxLength: 12 },
  )
  .map((list) => list.map((edit, i) => (edit.do === "add" ? { ...edit, item: { ...edit.item, id: `new-${i}` } } : edit) as Edit))
  // Some of what came goes again.
  .map((list) => [...list, ...list.flatMap((edit, i): Edit[] => (edit.do === "add" && i % 2 === 0 ? [{ do: "remove", kind: edit.kind, id: edit.item.id }] : []))]);

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

test("thousands of moves, mixed with anything else, are no thousands of lists", () => {
  const many = { ...matrix, activities: Array.from({ length: 8_000 }, (_, i) => ({ ...matrix.activities[0], id: `row-${i}` })) } as unknown as typeof matrix;
  const list = many.activities.flatMap(({ id }, i): Edit[] => [
    { do: "move", kind: "activity", id, before: "row-0" },
    { do: "set", at: { kind: "role", id: role }, field: "name", value: `Lead ${i}` },
    { do: "set", at: { kind: "activity", id }, field: "note", value: "moved" },
  ]);
  const began = performance.now();
  const { document, back } = applyBatch(many, list);
  // A list anew for each edit took half a minute.
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(document.activities.slice(-2).map(({ id }) => id)).toEqual(["row-7999", "row-0"]);
  expect(back).toHaveLength(list.length);
});
