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

const fieldsOf = (edits: Parameters<typeof rowChanges>[1], document = matrix) => rowChanges(document, edits, [])?.map(({ fields }) => fields.map(({ field, before, after }) => [field, before, after]));
const set = (field: string, value: unknown) => [{ do: "set", at: { kind: "activity", id: row }, field, value }] as const;

test("fields the grid has no column for are told too, by name and in names", () => {
  expect(fieldsOf(set("riskOwner", "provider"))).toEqual([[["Risk owner", "", "Provider"]]]);
  expect(fieldsOf(set("decision", "containment.authorise"))).toEqual([[["Decision", "", "containment.authorise"]]]);
  expect(fieldsOf(set("disputes", "security-lead"))).toEqual([[["Disputes", "", "Security Lead"]]]);
  expect(fieldsOf(set("procedure", { link: "https://runbook.example", steps: ["Ring", "Isolate"] }))).toEqual([[["Procedure, link", "", "https://runbook.example"], ["Procedure, steps", "", "Ring\nIsolate"]]]);
  expect(fieldsOf(set("communication", "bridge call"))).toEqual([[["Communication", "", "bridge call"]]]);
  expect(fieldsOf(set("handOff", { escalation: "ring the owner", escalateAfter: "PT4H" }))).toEqual([[["Hand-off, escalation", "", "ring the owner"], ["Hand-off limit", "", "4 h"]]]);
  expect(fieldsOf(set("notYetAdapted", false))).toEqual([[["Not yet adapted", "", "no"]]]);
  expect(fieldsOf(set("columns", { constructor: "kept" }))).toEqual([[["constructor", "", "kept"]]]);
});

test("a part of a field that changes is told with what stood there, and the other parts are not", () => {
  const had = drawn({ rows: [{ title: "Isolate a host", cells: { "Security Lead (client)": "A" }, approval: { class: "emergency", conditions: "ransomware" }, evidence: [{ artifact: "Report", store: "the portal" }] }] });
  expect(fieldsOf(set("approval", { class: "emergency", conditions: "anything" }), had)).toEqual([[["Act first when", "ransomware", "anything"]]]);
  expect(fieldsOf(set("evidence", [{ artifact: "Report", store: "a drawer" }]), had)).toEqual([[["Evidence", "artifact: Report; store: the portal", "artifact: Report; store: a drawer"]]]);
});

test("a row that nobody named is told when it would change, and so is a row that moves", () => {
  const two = drawn({ rows: [{ title: "First", cells: { "Security Lead (client)": "A" } }, { title: "Second", cells: {} }, { title: "Third", cells: {} }] });
  expect(rowChanges(two, [{ do: "set", at: { kind: "activity", id: "a2" }, field: "title", value: "Other" }], ["a1"])).toMatchObject([{ id: "a2", fields: [{ after: "Other" }] }]);
  expect(rowChanges(two, [{ do: "move", kind: "activity", id: "a3", before: "a1" }], ["a3"])).toEqual([{ id: "a3", title: "Third", kind: "changed", fields: [{ field: "Place", before: "after “Second”", after: "first in the list" }] }]);
});

test("performers between whom nobody has decided, support and the order of performers are told", () => {
  expect(fieldsOf(set("assignments", [{ role: "soc-analyst", letter: "R", alternative: true }, { role: "security-lead", letter: "S" }]))).toEqual([[["Responsible", "SOC Analyst", "SOC Analyst (perhaps)"], ["Accountable", "Security Lead", ""], ["Support", "", "Security Lead"]]]);
});
