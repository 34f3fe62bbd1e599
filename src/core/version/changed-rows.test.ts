import { expect, test } from "vitest";
import { drawn } from "../lint/sketch.ts";
import { changedRows, countOf } from "./changed-rows.ts";

const matrix = drawn({ rows: [{ title: "Isolate a host", cells: { "Security Lead (client)": "A", "SOC Analyst (provider)": "R" } }, { title: "Patch servers", cells: { "Security Lead (client)": "A" } }] });
const [host, patch] = matrix.activities;

test("a matrix differs from itself in nothing, nor when rows are moved or phone numbers change", () => {
  if (!host || !patch) throw new Error("two rows");
  const moved = { ...matrix, activities: [patch, { ...host }], directory: { contacts: [] } };
  expect(changedRows(matrix, moved)).toEqual({ added: [], removed: [], changed: [], others: 0 });
});

test("a row under a new id is the same row", () => {
  if (!host || !patch) throw new Error("two rows");
  expect(changedRows(matrix, { ...matrix, activities: [{ ...host, id: "other" as typeof host.id }, patch] })).toEqual({ added: [], removed: [], changed: [], others: 0 });
});

test("rows that came, went and changed are told by their titles, everything else is counted", () => {
  if (!host || !patch) throw new Error("two rows");
  const after = { ...matrix, validUntil: "2030-01-01", activities: [{ ...host, title: "Isolate a machine" }, { id: "new", title: "Restore", assignments: [] }], roles: matrix.roles.slice(1) };
  const found = changedRows(matrix, after);
  expect(found).toEqual({ added: ["Restore"], removed: ["Patch servers"], changed: ["Isolate a machine"], others: 2 });
  expect(countOf(found)).toBe(3);
});
