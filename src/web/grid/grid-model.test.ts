import { describe, expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import type { Activity } from "#core/model/activity.ts";
import { applyEdits, type Edit } from "#core/model/edit.ts";
import { Unreadable } from "#formats/remit-sheet/field.ts";
import { clearCells, editsBetween, toggleLetter, writeCell } from "./cell-edits.ts";
import { castOf, columnsOf, type Column } from "./columns.ts";
import { tickable } from "./column-values.ts";
import { arrange, Arranger, type Arranging } from "./lines.ts";
import { PLAIN_LOOK, withColumn } from "./look.ts";
import { paste } from "./paste.ts";
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
const parts = (rows: readonly Activity[], name: string) => rows.map((row) => ({ row, columns: [column(`role:${role(name)}`)] }));
const PLAIN: Arranging = { group: "none", folded: new Set(), sort: undefined, filters: {}, ticks: {}, search: "", only: undefined, always: new Set() };
const titles = (how: Partial<Arranging>) =>
  arrange(matrix, all, { ...PLAIN, ...how }).lines.map((line) => (line.kind === "group" ? `${line.name} ${line.size}` : matrix.activities[line.place]?.title));

describe("lines", () => {
  test("rows stand under their group, groups in the order in which they first appear", () => {
    expect(titles({ group: "area" })).toEqual(["Running 2", "Patch servers", "Patch laptops", "Buying 1", "Order laptops"]);
  });
  test("a folded group keeps its heading and hides its rows", () => {
    expect(titles({ group: "area", folded: new Set(["run"]) })).toEqual(["Running 2", "Buying 1", "Order laptops"]);
  });
  test("rows stand by lane, by who performs them and by how critical they are; those of none come by themselves", () => {
    expect(titles({ group: "lane" })).toEqual(["Client 1", "Order laptops", "Provider 1", "Patch servers", "Shared 1", "Patch laptops"]);
    expect(titles({ group: "role" })).toEqual(["Engineer 2", "Patch servers", "Patch laptops", "Buyer 1", "Order laptops"]);
    expect(titles({ group: "party" }).filter((line) => / \d$/.test(line ?? ""))).toHaveLength(3);
    expect(titles({ group: "criticality" })[0]).toBe(" 3");
  });
  test("a row whose letters change its lane goes to its group", () => {
    const arranger = new Arranger();
    const how: Arranging = { ...PLAIN, group: "lane" };
    const first = arranger.of(matrix, all, how);
    const given = applyEdits(matrix, [{ do: "assign", activity: order.id, role: role("Engineer"), letter: "R" }]);
    expect(arranger.of(given, all, how)).not.toBe(first);
  });
  test("a row stands where a cell holds one of the ticked values, an empty cell among them", () => {
    const manager = `role:${role("IT Manager")}`;
    expect(titles({ ticks: { lane: ["Client", "Shared"] } })).toEqual(["Order laptops", "Patch laptops"]);
    expect(titles({ ticks: { "letter:R": ["Buyer"] } })).toEqual(["Order laptops", "Patch laptops"]);
    expect(titles({ ticks: { [manager]: ["A"] } })).toEqual(["Patch servers"]);
    expect(titles({ ticks: { [manager]: ["A", ""] } })).toHaveLength(3);
    expect(tickable(column("letter:A"), matrix.activities)).toEqual([{ value: "IT Manager", rows: 1 }, { value: "", rows: 2 }]);
    expect(tickable(column("title"), matrix.activities)).toBeUndefined();
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
  test("rows that no longer match stay in sight and are counted, until the filters are asked anew", () => {
    const arranger = new Arranger();
    const how: Arranging = { ...PLAIN, filters: { title: "patch" } };
    expect(arranger.of(matrix, all, how).lines).toHaveLength(2);
    expect(arranger.stale(matrix, all, how)).toBe(0);
    const typed = applyEdits(matrix, [{ do: "set", at: { kind: "activity", id: patch.id }, field: "title", value: "Mend servers" }, { do: "set", at: { kind: "activity", id: order.id }, field: "title", value: "Patch phones" }]);
    expect(arranger.of(typed, all, how).lines).toHaveLength(2);
    // One would go, one would come.
    expect(arranger.stale(typed, all, how)).toBe(2);
    const anew = { ...how, always: new Set<string>() };
    expect(arranger.of(typed, all, anew).lines.map(({ key }) => key)).toEqual([order.id, laptops.id]);
    expect(arranger.stale(typed, all, anew)).toBe(0);
  });
  test("a row whose findings were mended is counted where only rows with findings were asked for", () => {
    const arranger = new Arranger();
    const how: Arranging = { ...PLAIN, only: new Set([patch.id, order.id]) };
    arranger.of(matrix, all, how);
    expect(arranger.stale(matrix, all, how, new Map([[patch.id, 1], [order.id, 1]]))).toBe(0);
    expect(arranger.stale(matrix, all, how, new Map([[patch.id, 1]]))).toBe(1);
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
    for (const [text, shown] of [["A/R", "A/R"], ["C (if affected)", "C (if affected)"], ["C if affected", "C (if affected)"], ["r", "R"], ["RR", "R"], ["R R", "R"], ["rr", "R"], ["R/R", "R"], ["R\nR", "R"], ["RA", "A/R"], ["A A/R", "A/R"], ["R (day) R (night)", "R (day; night)"], ["Accountable", "A"], ["-", ""]] as const) expect(buyer().show(after(writeCell(patch, buyer(), text)))).toBe(shown);
  });
  test("what is no letter is refused and said why", () => {
    expect(writeCell(patch, buyer(), "see contract")).toBeInstanceOf(Unreadable);
    expect(writeCell(patch, column("title"), "")).toBeInstanceOf(Unreadable);
    expect(writeCell(patch, column("secondary"), "Nobody we know")).toBeInstanceOf(Unreadable);
  });
  test("a letter that holds always and under a condition at once is asked about", () => {
    expect(writeCell(patch, buyer(), "R/R (at night)")).toMatchObject({ why: "R stands here with a condition and without one; write it once" });
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
    const toggled = applyEdits(matrix, toggleLetter(parts([patch, order], "Buyer"), "R"));
    expect(toggled.activities.every((row) => row.id === laptops.id || row.assignments.some((one) => one.role === role("Buyer") && one.letter === "R"))).toBe(true);
    expect(toggleLetter(parts([order, laptops], "Buyer"), "R").every((edit) => edit.do === "unassign")).toBe(true);
  });
  test("clearing empties letters and fields, and leaves titles and lanes", () => {
    const row = after(clearCells([{ row: patch, columns: [column("title"), column("lane"), column(`role:${role("IT Manager")}`), column("area")] }]));
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
  test("a paste over many rows names only the cells it writes, so that what others wrote beside them stands", () => {
    const many = drawn({ rows: Array.from({ length: 300 }, (_, i) => ({ title: `Row ${i}`, cells: { "Engineer (provider)": "R", "IT Manager (client)": "A", "Buyer (client)": "" } })) });
    const here = castOf(many, () => many);
    const [engineer] = here.roles.filter(({ title }) => title === "Engineer");
    const { edits } = paste([["C"]], many.activities, engineer ? [engineer] : [], { rows: 300, columns: 1 }, new Set());
    expect(edits).toHaveLength(300);
    // While the paste waited to be sent, somebody else took the manager's A and gave an I.
    const manager = many.roles.find(({ name }) => name === "IT Manager")?.id ?? "";
    const theirs = applyEdits(many, many.activities.flatMap(({ id }): Edit[] => [{ do: "unassign", activity: id, role: manager, letter: "A" }, { do: "assign", activity: id, role: manager, letter: "I" }]));
    for (const row of applyEdits(theirs, edits).activities) {
      expect(row.assignments.filter((one) => one.role === manager).map(({ letter }) => letter)).toEqual(["I"]);
      expect(engineer?.show(row)).toBe("C");
    }
  });
  test("twenty letters changed in one row leave a letter that somebody else wrote in it", () => {
    const wide = drawn({ rows: [{ title: "Row", cells: Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`Role ${i} (provider)`, i === 20 ? "C" : "R"])) }] });
    const here = castOf(wide, () => wide);
    const [row] = wide.activities as [Activity];
    const { edits } = paste([Array<string>(20).fill("I")], [row], here.roles, one, new Set());
    const last = here.roles[20]?.role.id ?? "";
    const after = applyEdits(applyEdits(wide, [{ do: "assign", activity: row.id, role: last, letter: "S" }]), edits).activities[0];
    expect(after?.assignments.filter(({ role: of }) => of === last).map(({ letter }) => letter)).toEqual(["C", "S"]);
    expect(here.roles.slice(0, 20).every((of) => after && of.show(after) === "I")).toBe(true);
  });
  test("letters for very many cells stay within what one command may hold", () => {
    const many = drawn({ rows: Array.from({ length: 1_000 }, (_, i) => ({ title: `Row ${i}`, cells: Object.fromEntries(Array.from({ length: 30 }, (_, j) => [`Role ${j} (provider)`, j === 0 ? "R" : ""])) })) });
    const here = castOf(many, () => many);
    const all = many.activities.map((row) => ({ row, columns: here.roles }));
    const given = toggleLetter(all, "I");
    expect(given.length).toBeLessThanOrEqual(1_000);
    const done = applyEdits(many, given.slice(0, 3)).activities.slice(0, 3);
    for (const row of done) expect(here.roles.every((of) => of.show(row).includes("I"))).toBe(true);
    expect(clearCells(all).length).toBeLessThanOrEqual(1_000);
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
