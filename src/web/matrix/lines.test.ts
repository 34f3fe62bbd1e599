import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import { catalogue } from "#rules/catalogue.ts";
import { columnsOf, LETTER_OF_RULE } from "./marks.ts";
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
  const at = (field?: string, rule = "some-rule") => ({ rule, at: { kind: "activity" as const, id: "a1", ...(field ? { field } : {}) } });
  expect(columnsOf(at("assignments/it-manager"), patch, "raci")).toEqual(["role:it-manager"]);
  expect(columnsOf(at("assignments/it-manager"), patch, "lanes")).toEqual(["accountable"]);
  expect(columnsOf(at("assignments"), order, "lanes")).toEqual(["accountable"]);
  expect(columnsOf(at("assignments"), patch, "lanes")).toEqual(["lane"]);
  expect(columnsOf(at("assignments"), patch, "raci")).toEqual(["activity"]);
  expect(columnsOf(at("secondary"), patch, "lanes")).toEqual(["backup"]);
  expect(columnsOf(at("secondary"), patch, "raci")).toEqual(["activity"]);
  expect(columnsOf(at("split/parts"), patch, "lanes")).toEqual(["lane"]);
  expect(columnsOf({ rule: "some-rule", at: { kind: "role", id: "buyer" } }, undefined, "raci")).toEqual(["role:buyer"]);
});

test("a finding about the letters of a row marks every cell that holds one of them", () => {
  const [row] = drawn({ rows: [{ title: "Isolate a host", cells: { "IT Manager (client)": "A", "Analyst (provider)": "A/R", "Buyer (client)": "I" } }] }).activities;
  const at = { kind: "activity", id: "a1", field: "assignments" } as const;
  expect(columnsOf({ rule: "two-accountable", at }, row, "raci")).toEqual(["role:it-manager", "role:analyst"]);
  expect(columnsOf({ rule: "two-accountable", at }, row, "lanes")).toEqual(["accountable"]);
  expect(columnsOf({ rule: "many-performers", at }, row, "raci")).toEqual(["role:analyst"]);
  expect(columnsOf({ rule: "everyone-consulted", at }, row, "raci")).toEqual(["activity"]);
  const rules = new Set(catalogue.map(({ id }) => id));
  expect(Object.keys(LETTER_OF_RULE).filter((rule) => !rules.has(rule))).toEqual([]);
});
