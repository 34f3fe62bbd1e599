import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDocument } from "#formats/remit-sheet/any-document.test-world.ts";
import { drawn } from "../lint/sketch.ts";
import { compare } from "./compare.ts";
import { sideBySide } from "./side-by-side.ts";

const CELLS = { "SOC (provider)": "R", "CISO (client)": "A" };
const rows = (...titles: readonly string[]) => titles.map((title, i) => ({ title, cells: i === 1 ? { ...CELLS, "CISO (client)": "A if production" } : CELLS }));

test("rows stand beside each other as the newer matrix goes, those that are gone where they stood, and equal stretches are folded", () => {
  const a = drawn({ rows: rows("Patch", "Restore a server", "Triage", "Review", "Rotate keys") });
  const b = { ...a, activities: [a.activities[0], { ...a.activities[1], title: "Restore one server", sla: [{ measure: "respond", target: "PT4H", negotiated: true }] }, a.activities[3], a.activities[4], { id: "n", title: "Tune", assignments: [{ role: "ciso", letter: "I" }] }] } as typeof a;
  expect(sideBySide(compare(a, b))).toEqual([
    { is: "same", rows: 1 },
    { is: "changed", id: "a2", title: "Restore one server", was: "Restore a server", moved: false, split: false, cells: [{ what: "SLA", before: "", after: "respond, 4 h, negotiated" }] },
    { is: "gone", id: "a3", title: "Triage", moved: false, split: false, cells: [{ what: "Provider's SOC", before: "R", after: "" }, { what: "Client's CISO", before: "A", after: "" }] },
    { is: "same", rows: 2 },
    { is: "new", id: "n", title: "Tune", moved: false, split: false, cells: [{ what: "Client's CISO", before: "", after: "I" }] },
  ]);
});

test("every row of the newer matrix stands there once, and between a matrix and its copy there is one stretch", () => {
  fc.assert(fc.property(anyDocument, anyDocument, (a, b) => {
    const pairs = sideBySide(compare(a, b));
    const count = (is: string): number => pairs.reduce((sum, pair) => sum + (pair.is !== is ? 0 : pair.is === "same" ? pair.rows : 1), 0);
    expect(count("same") + count("changed") + count("new")).toBe(b.activities.length);

    expect(sideBySide(compare(a, structuredClone(a)))).toEqual(a.activities.length > 0 ? [{ is: "same", rows: a.activities.length }] : []);
  }));
});
