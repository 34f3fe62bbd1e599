import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import demo from "#library/demo.json" with { type: "json" };
import type { MatrixDocument } from "#core/model/document.ts";
import { paperOf } from "./paper.ts";

const company = demo as unknown as MatrixDocument;

test("every row and every letter of the matrix is on the paper", () => {
  const { areas, tables } = paperOf(company);
  const rows = areas.flatMap(({ rows: own }) => own);
  expect(rows.map(({ id }) => id).toSorted()).toEqual(company.activities.map(({ id }) => id).toSorted());
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, i) => i + 1));
  const shown = new Set(tables.flatMap(({ roles }) => roles.map(({ id }) => id as string)));
  const letters = rows.flatMap(({ cells }) => [...cells].flatMap(([role, held]) => (shown.has(role) ? held : [])));
  expect(letters.length).toBe(company.activities.flatMap(({ assignments }) => assignments).length);
});

test("equal conditions share a number under the table", () => {
  const { conditions, areas } = paperOf(drawn({ rows: [{ title: "Patch", cells: { "Engineer (provider)": "R A", "Users (client)": "I if downtime is expected" } }, { title: "Move servers", cells: { "Engineer (provider)": "R A", "Users (client)": "I if downtime is expected" } }] }));
  expect(conditions).toEqual(["if downtime is expected"]);
  expect(areas.flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()].flat())).filter(({ condition }) => condition === 1).length).toBe(2);
});

test("eighty roles come as tables that fit, each role once, organisations as wide as their roles", () => {
  const cells = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`Engineer ${i} (provider)`, i === 0 ? "R A" : "I"]));
  const { tables } = paperOf(drawn({ rows: [{ title: "Tell everybody", cells }] }));
  expect(tables.length).toBe(3);
  expect(new Set(tables.flatMap(({ roles }) => roles.map(({ id }) => id))).size).toBe(80);
  for (const { roles, parties } of tables) expect(parties.reduce((sum, { width }) => sum + width, 0)).toBe(roles.length);
});

test("a row that nobody answers for is marked, and roles without a letter take no room", () => {
  const { areas, tables } = paperOf({ ...company, activities: company.activities.slice(0, 1).map((row) => ({ ...row, assignments: row.assignments.filter(({ letter }) => letter === "R") })) });
  expect(areas[0]?.rows[0]?.unanswered).toBe(true);
  expect(tables[0]?.roles.length).toBe(1);
});
