import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import { columnOf } from "./marks.ts";
import { picture } from "./lines.ts";

const document = drawn({
  rows: [
    { title: "Patch servers", cells: { "Engineer (provider)": "R", "IT Manager (client)": "A" }, area: "run" },
    { title: "Order laptops", cells: { "Buyer (client)": "R" }, area: "buy" },
    { title: "Patch laptops", cells: { "Engineer (provider)": "R", "Buyer (client)": "R" }, area: "run" },
  ],
  matrix: { areas: [{ id: "run", name: "Running" }, { id: "buy", name: "Buying" }] },
});

test("rows stand under their area, areas in the order they first appear", () => {
  const { lines, lineOf } = picture(document);
  expect(lines.map((line) => (line.kind === "area" ? `${line.name} ${line.rows}` : line.activity.title))).toEqual([
    "Running 2", "Patch servers", "Patch laptops", "Buying 1", "Order laptops",
  ]);
  expect(lines[lineOf.get("a3") ?? -1]).toMatchObject({ kind: "row", lane: "shared" });
});

test("roles stand beside the others of their party", () => {
  expect(picture(document).columns.map(({ role, party, partySpan }) => [role.name, party, partySpan])).toEqual([
    ["IT Manager", "Client", 2], ["Buyer", "Client", 0], ["Engineer", "Provider", 1],
  ]);
});

test("a matrix without areas has no headings", () => {
  expect(picture(drawn({ rows: [{ title: "Patch servers", cells: {} }] })).lines.map(({ kind }) => kind)).toEqual(["row"]);
});

test("a mark sits in the cell the finding speaks of, or at the title", () => {
  const [patch, order] = document.activities;
  const at = (field?: string) => ({ kind: "activity" as const, id: "a1", ...(field ? { field } : {}) });
  expect(columnOf(at("assignments/it-manager"), patch, "raci")).toBe("role:it-manager");
  expect(columnOf(at("assignments/it-manager"), patch, "lanes")).toBe("accountable");
  expect(columnOf(at("assignments"), order, "lanes")).toBe("accountable");
  expect(columnOf(at("assignments"), patch, "lanes")).toBe("lane");
  expect(columnOf(at("secondary"), patch, "lanes")).toBe("backup");
  expect(columnOf(at("secondary"), patch, "raci")).toBe("activity");
  expect(columnOf(at("split/parts"), patch, "lanes")).toBe("lane");
  expect(columnOf({ kind: "role", id: "buyer" }, undefined, "raci")).toBe("role:buyer");
});
