import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import { applyEdits } from "#core/model/edit.ts";
import { castOf } from "../grid/columns.ts";
import { bulkLetter, bulkWrite } from "./bulk-edits.ts";

const matrix = drawn({
  rows: [
    { title: "Patch servers", cells: { "Engineer (provider)": "R", "IT Manager (client)": "A" } },
    { title: "Order laptops", cells: { "IT Manager (client)": "R" } },
  ],
});
const { all } = castOf(matrix, () => matrix);
const column = (key: string) => all.find((one) => one.key === key) ?? all[0];

test("a value set in many rows is set in all of them", () => {
  const critical = column("criticality");
  if (!critical) throw new Error("there is a column for criticality");
  expect(applyEdits(matrix, bulkWrite(matrix.activities, critical, "high")).activities.map(({ criticality }) => criticality)).toEqual(["high", "high"]);
});

test("a row where the value cannot be written stays as it is", () => {
  const secondary = column("secondary");
  if (!secondary) throw new Error("there is a column for the backup");
  expect(bulkWrite(matrix.activities, secondary, "nobody we know")).toEqual([]);
});

test("a letter goes only to rows where the role has it not", () => {
  const manager = matrix.roles.find(({ name }) => name === "IT Manager")?.id ?? "";
  expect(bulkLetter(matrix.activities, manager, "A").map((edit) => edit.do === "assign" && edit.activity)).toEqual([matrix.activities[1]?.id]);
});
