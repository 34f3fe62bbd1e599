import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import { applyEdits } from "#core/model/edit.ts";
import { mergeInto } from "#formats/merge.ts";
import { applyBatches } from "./batches.ts";
import { differences } from "./differences.ts";

const matrix = drawn({
  rows: [
    { title: "Patch servers", cells: { "Engineer (provider)": "A/R", "IT Manager (client)": "A" } },
    { title: "Order laptops", cells: { "Buyer (client)": "R" } },
  ],
});

test("changes that still fit are made again, the others are named as lost", () => {
  const fits = [{ do: "unassign", activity: "a1", role: "engineer", letter: "A" }] as const;
  const rowIsGone = [{ do: "unassign", activity: "a9", role: "engineer", letter: "A" }] as const;
  const roleIsGone = [{ do: "assign", activity: "a2", role: "director", letter: "A" }] as const;
  const partyIsGone = [{ do: "set", at: { kind: "role", id: "buyer" }, field: "party", value: "nobody" }] as const;
  const { document, kept } = applyBatches(matrix, [rowIsGone, fits, roleIsGone, partyIsGone]);
  expect(kept).toEqual([fits]);
  expect(document).toEqual(applyEdits(matrix, fits));
});

test("a change that fits by half is not made at all", () => {
  const half = [{ do: "unassign", activity: "a1", role: "engineer", letter: "A" }, { do: "remove", kind: "activity", id: "a9" }] as const;
  expect(applyBatches(matrix, [half])).toEqual({ document: matrix, kept: [] });
});

test("the edits of a merge lead to the merged matrix", () => {
  const newer = drawn({
    rows: [
      { title: "Patch servers", cells: { "Engineer (provider)": "R", "IT Manager (client)": "A" } },
      { title: "Wipe old disks", cells: { "Buyer (client)": "A", "Recycler (provider)": "R" } },
    ],
  });
  const merged = mergeInto(matrix, newer).document;
  const batches = differences(matrix, merged);
  expect(batches.length).toBe(3);
  expect(applyBatches(matrix, batches)).toEqual({ document: merged, kept: batches });
  expect(differences(merged, merged)).toEqual([]);
});
