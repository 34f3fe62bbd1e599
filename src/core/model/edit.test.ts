import { describe, expect, test } from "vitest";
import { drawn } from "../lint/sketch.ts";
import { applyEdit, applyEdits, EditRefused } from "./edit.ts";

const matrix = drawn({ rows: [{ title: "Isolate a host", cells: { "Security Lead (client)": "A", "SOC Analyst (provider)": "R" } }] });

describe("an edit", () => {
  test("gives a role a letter once, however often it is sent", () => {
    const edit = { do: "assign", activity: "a1", role: "security-lead", letter: "R" } as const;
    const after = applyEdits(matrix, [edit, edit]);
    expect(after.activities[0]?.assignments.filter((a) => a.role === "security-lead").map((a) => a.letter).sort()).toEqual(["A", "R"]);
  });
  test("leaves the given document as it was", () => {
    const before = JSON.stringify(matrix);
    applyEdits(matrix, [
      { do: "unassign", activity: "a1", role: "soc-analyst", letter: "R" },
      { do: "set", at: { kind: "activity", id: "a1" }, field: "title", value: "New" },
      { do: "remove", kind: "role", id: "soc-analyst" },
    ]);
    expect(JSON.stringify(matrix)).toBe(before);
  });
  test("with null removes a field", () => {
    const set = applyEdit(matrix, { do: "set", at: { kind: "activity", id: "a1" }, field: "note", value: "x" });
    expect(set.activities[0]?.note).toBe("x");
    expect("note" in (applyEdit(set, { do: "set", at: { kind: "activity", id: "a1" }, field: "note", value: null }).activities[0] ?? {})).toBe(false);
  });
  test("of something that is not there is refused, and says what", () => {
    expect(() => applyEdit(matrix, { do: "remove", kind: "role", id: "nobody" })).toThrow(new EditRefused({ code: "no-such-item", kind: "role", id: "nobody" }));
    expect(() => applyEdit(matrix, { do: "assign", activity: "a9", role: "x", letter: "R" })).toThrow("there is no activity `a9`");
  });
  test("adding an id that is taken is refused", () => {
    expect(() => applyEdit(matrix, { do: "add", kind: "role", item: { id: "soc-analyst", name: "X", party: "provider" } })).toThrow("the id `soc-analyst` belongs to another role");
  });
  test("adds to a section the document did not have", () => {
    expect(applyEdit(matrix, { do: "add", kind: "area", item: { id: "x", name: "X" } }).areas).toEqual([{ id: "x", name: "X" }]);
  });
});
