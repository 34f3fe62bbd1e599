import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import { rowChanges } from "./row-change.ts";

const matrix = drawn({ rows: [{ title: "Isolate a host", cells: { "Security Lead (client)": "A", "SOC Analyst (provider)": "R" } }] });
const [row = ""] = matrix.activities.map(({ id }) => id as string);

test("a proposed change is told field by field, in names", () => {
  const [change] = rowChanges(matrix, [{ do: "set", at: { kind: "activity", id: row }, field: "title", value: "Isolate the host" }, { do: "assign", activity: row, role: "security-lead", letter: "R" }], [row]) ?? [];
  expect(change).toMatchObject({ title: "Isolate a host", kind: "changed" });
  expect(change?.fields.map(({ before, after }) => [before, after])).toEqual(expect.arrayContaining([["Isolate a host", "Isolate the host"]]));
  expect(JSON.stringify(change?.fields)).toContain("Security Lead");
});

test("a row that would go or come says so, and one that does not fit any more says nothing", () => {
  expect(rowChanges(matrix, [{ do: "remove", kind: "activity", id: row }], [row])).toMatchObject([{ kind: "gone" }]);
  expect(rowChanges(matrix, [{ do: "add", kind: "activity", item: { id: "new", title: "Another", assignments: [] } }], ["new"])).toMatchObject([{ kind: "new", title: "Another" }]);
  expect(rowChanges(matrix, [{ do: "remove", kind: "activity", id: "nowhere" }], [row])).toBeUndefined();
});
