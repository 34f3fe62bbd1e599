import { describe, expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import type { Activity } from "#core/model/activity.ts";
import { applyEdits, type Edit } from "#core/model/edit.ts";
import { Unreadable } from "#formats/remit-sheet/field.ts";
import { clearCells, editsBetween, toggleLetter, writeCell } from "./cell-edits.ts";
import { castOf, columnsOf, type Column } from "./columns.ts";
import { arrange, Arranger, type Arranging } from "./lines.ts";
import { PLAIN_LOOK, withColumn } from "./look.ts";
import { fill, paste } from "./paste.ts";
import { addRow, duplicateRows, moveRows } from "./row-edits.ts";

const matrix = drawn({
  rows: [
    { title: "Patch servers", cells: { "Engineer (provider)": "R", "IT Manager (client)": "A" }, area: "run" },
    { title: "Order laptops", cells: { "Buyer (client)": "R" }, area: "buy" },
    { title: "Patch laptops", cells: { "Engineer (provider)": "R", "Buyer (client)": "R" }, area: "run" },
  ],
  matrix: { areas: [{ id: "run", name: "Running" }, { id: "buy", name: "Buying" }] },
});
const cast = castOf(matrix, () => matrix);
const all = [...cast.all, ...cast.roles];
const column = (key: string): Column => all.find((one) => one.key === key || one.title === key) as Column;
const [patch, order, laptops] = matrix.activities as [Activity, Activity, Activity];
const role = (name: string): string => matrix.roles.find((one) => one.name === name)?.id ?? "";
const after = (edits: readonly Edit[] | Unreadable, row = patch): Activity => {
  if (edits instanceof Unreadable) throw new Error(edits.why);
  return applyEdits(matrix, edits).activities.find(({ id }) => id === row.id) as Activity;
};
const PLAIN: Arranging = { group: "none", folded: new Set(), sort: undefined, filters: {}, search: "", only: undefined, always: new Set() };
const titles = (how: Partial<Arranging>) =>
  arrange(matrix, all, { ...PLAIN, ...how }).lines.map((line) => (line.kind === "group" ? `${line.name} ${line.size}` : matrix.activities[line.place]?.title));

describe("lines", () => {
  test("rows stand under their group, groups in the order in which they first appear", () => {
    expect(titles({ group: "area" })).toEqual(["Running 2", "Patch servers", "Patch laptops", "Buying 1", "Order laptops"]);
  });
  test("a folded group keeps its heading and hides its rows", () => {
    expect(titles({ group: "area", folded: new Set(["run"]) })).toEqual(["Running 2", "Buying 1", "Order laptops"]);
  });
  test("rows are sorted by what a column shows, empty cells at the end whichever way", () => {
    expect(titles({ sort: { column: "title", down: false } })).toEqual(["Order laptops", "Patch laptops", "Patch servers"]);
    const manager = `role:${role("IT Manager")}`;
    expect(titles({ sort: { column: manager, down: false } })[0]).toBe("Patch servers");
    expect(titles({ sort: { column: manager, down: true } })[0]).toBe("Patch servers");
  });
  test("a filter holds for its column, the search for all of them, and a new row stays in sight", () => {
    expect(titles({ filters: { lane: "shared" } })).toEqual(["Patch laptops"]);
    expect(titles({ search: "buyer" })).toEqual(["Order laptops", "Patch laptops"]);
    expect(titles({ search: "servers", always: new Set([order.id]) })).toEqual(["Patch servers", "Order laptops"]);
  });
  test("what is typed makes no row jump, until it changes the group", () => {
    const arranger = new Arranger();
    const how: Arranging = { ...PLAIN, group: "area", sort: { column: "title", down: false } };
    const first = arranger.of(matrix, all, how);
    const typed = applyEdits(matrix, [{ do: "set", at: { kind: "activity", id: patch.id }, field: "title", value: "Zone" }]);
    expect(arranger.of(typed, all, how)).toBe(first);
    const moved = applyEdits(typed, [{ do: "set", at: { kind: "activity", id: patch.id }, field: "area", value: "buy" }]);
    expect(arranger.of(moved, all, how)).not.toBe(first);
  });
});

describe("columns", () => {
  test("the RACI view has a column for each role, beside the others of its party", () => {
    expect(columnsOf(cast, "raci", ["title"]).map(({ title }) => title)).toEqual(["Activity", ...matrix.parties.flatMap(({ id }) => matrix.roles.filter(({ party }) => party === id).map(({ name }) => name))]);
  });
  test("a column can be hidden and shown again, a role too", () => {
    const hidden = withColumn({ ...PLAIN_LOOK, view: "raci" }, `role:${role("Buyer")}`, false);
    const shownOf = (look: typeof hidden) => columnsOf(cast, "raci", look.shown.raci).map(({ title }) => title);
    expect(shownOf(hidden)).not.toContain("Buyer");
    expect(shownOf(withColumn(hidden, `role:${role("Buyer")}`, true))).toContain("Buyer");
    expect(shownOf(withColumn(hidden, "sla", true))).toContain("SLA");
  });
});

describe("writing a cell", () => {
  const buyer = () => column(`role:${role("Buyer")}`);
  test("letters are read as sheets write them and as people do", () => {
    for (const [text, shown] of [["A/R", "A/R"], ["C (if affected)", "C (if affected)"], ["C if affected", "C (if affected)"], ["r", "R"], ["Accountable", "A"], ["-", ""]] as const) expect(buyer().show(after(writeCell(patch, buyer(), text)))).toBe(shown);
  });
  test("what is no letter is refused and said why", () => {
    expect(writeCell(patch, buyer(), "see contract")).toBeInstanceOf(Unreadable);
    expect(writeCell(patch, column("title"), "")).toBeInstanceOf(Unreadable);
    expect(writeCell(patch, column("secondary"), "Nobody we know")).toBeInstanceOf(Unreadable);
  });
  test("letters travel one by one, so that somebody else's letter in the same row stands", () => {
    expect(writeCell(patch, buyer(), "C")).toEqual([{ do: "assign", activity: patch.id, role: role("Buyer"), letter: "C" }]);
  });
  test("the first R stays the primary owner when its condition changes", () => {
    const engineer = column(`role:${role("Engineer")}`);
    expect(after(writeCell(laptops, engineer, "R (at night)"), laptops).assignments[0]).toMatchObject({ role: role("Engineer"), condition: "at night" });
  });
  test("a lane moves the R to the role of that side and keeps the A", () => {
    const row = after(writeCell(patch, column("lane"), "client"));
    expect(row.assignments.filter(({ letter }) => letter === "R").map(({ role: of }) => of)).not.toContain(role("Engineer"));
    expect(row.assignments).toContainEqual({ role: role("IT Manager"), letter: "A" });
  });
  test("responsible roles are written by name, with a condition in brackets", () => {
    const responsible = column("letter:R");
    expect(responsible.show(after(writeCell(patch, responsible, "Buyer, Engineer (at night)")))).toBe("Buyer, Engineer (at night)");
    expect(writeCell(patch, responsible, "Ghost")).toBeInstanceOf(Unreadable);
  });
  test("a letter that every chosen cell has is taken away, else given to those without it", () => {
    const toggled = applyEdits(matrix, toggleLetter([patch, order], [role("Buyer")], "R"));
    expect(toggled.activities.every((row) => row.id === laptops.id || row.assignments.some((one) => one.role === role("Buyer") && one.letter === "R"))).toBe(true);
    expect(toggleLetter([order, laptops], [role("Buyer")], "R").every((edit) => edit.do === "unassign")).toBe(true);
  });
  test("clearing empties letters and fields, and leaves titles and lanes", () => {
    const row = after(clearCells([patch], [column("title"), column("lane"), column(`role:${role("IT Manager")}`), column("area")]));
    expect(row.title).toBe("Patch servers");
    expect(row.area).toBeUndefined();
    expect(row.assignments).toEqual([{ role: role("Engineer"), letter: "R" }]);
  });
  test("two equal rows need no edit, and the edits between two rows make one the other", () => {
    expect(editsBetween(patch, { ...patch, assignments: [...patch.assignments] })).toEqual([]);
    const target: Activity = { ...patch, goal: "safe", assignments: [...patch.assignments].reverse() };
    expect(after(editsBetween(patch, target))).toEqual(target);
  });
});

describe("blocks", () => {
  const roles = () => cast.roles as readonly Column[];
  const one = { rows: 1, columns: 1 };
  test("a block is laid over the grid, cells that cannot be read stay and are named", () => {
    const { edits, refused } = paste([["A", "hm hm"], ["", "C"]], [patch, order, laptops], roles(), one, new Set());
    expect(refused).toMatchObject([{ row: "Patch servers", text: "hm hm" }]);
    expect(roles()[1]?.show(after(edits, order))).toBe("C");
  });
  test("one cell fills the whole selection", () => {
    const { edits } = paste([["I"]], [patch, order, laptops], roles(), { rows: 3, columns: 2 }, new Set());
    const done = applyEdits(matrix, edits);
    for (const row of done.activities) for (const of of roles().slice(0, 2)) expect(of.show(row)).toBe("I");
  });
  test("rows that do not fit are added, columns that do not fit are counted", () => {
    const ids = new Set(matrix.activities.map(({ id }) => id as string));
    const { edits, added, beyond } = paste([["Patch printers", "Client", "x"], ["Patch phones", "Provider", "x"]], [laptops], [column("title"), column("lane")], one, ids, { area: "run" });
    expect([added, beyond]).toEqual([1, 1]);
    expect(applyEdits(matrix, edits).activities.at(-1)).toMatchObject({ title: "Patch phones", area: "run" });
  });
  test("filling down repeats the first row, filling to the right the first column", () => {
    const done = applyEdits(matrix, fill([patch, order], roles(), "down").edits);
    for (const of of roles()) expect(of.show(done.activities[1] as Activity)).toBe(of.show(patch));
    const right = after(fill([order], roles(), "right").edits, order);
    for (const of of roles()) expect(of.show(right)).toBe(roles()[0]?.show(order));
  });
});

describe("rows", () => {
  test("a new row stands behind another, in its area", () => {
    const { edits, id } = addRow(matrix, patch.id, "New");
    const rows = applyEdits(matrix, edits).activities;
    expect(rows[1]).toMatchObject({ id, area: "run" });
  });
  test("copies stand behind the last of the rows, with ids of their own", () => {
    const { edits, ids } = duplicateRows(matrix, [patch, order]);
    const rows = applyEdits(matrix, edits).activities;
    expect(rows.map(({ title }) => title)).toEqual(["Patch servers", "Order laptops", "Patch servers", "Order laptops", "Patch laptops"]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(5);
    expect(rows[2]?.id).toBe(ids[0]);
  });
  test("a row moves past its neighbour, up and down", () => {
    const order_ = (edits: readonly Edit[]) => applyEdits(matrix, edits).activities.map(({ title }) => title);
    expect(order_(moveRows(matrix, [order], patch, "up"))[0]).toBe("Order laptops");
    expect(order_(moveRows(matrix, [order], laptops, "down"))[2]).toBe("Order laptops");
  });
});
