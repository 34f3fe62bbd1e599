import { describe, expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import { lint } from "#core/lint/linter.ts";
import { applyEdits } from "#core/model/edit.ts";
import { Unreadable } from "#formats/remit-sheet/field.ts";
import { catalogue } from "#rules/catalogue.ts";
import { castOf, columnsOf } from "./columns.ts";
import { copyChosen, pasteBlock } from "./exchange.ts";
import { fillTo, pulledTo } from "./fill.ts";
import { commandOf } from "./keys.ts";
import { arrange } from "./lines.ts";
import { PLAIN_LOOK, type Look } from "./look.ts";
import { byCell, marksOf } from "./marks.ts";
import { commit, perform } from "./perform.ts";
import { cellsIn, chosenRange, chosenRanges, followed, type Scene } from "./scene.ts";
import { at, rangeOf, rows, type Selection } from "./selection.ts";
import { layoutOf, scrollTo, windowOf } from "./window.ts";

const matrix = drawn({
  rows: [
    { title: "Patch servers", cells: { "Engineer (provider)": "R", "IT Manager (client)": "A" }, area: "run" },
    { title: "Isolate a host", cells: { "Engineer (provider)": "A", "IT Manager (client)": "A" }, area: "run" },
    { title: "Order laptops", cells: { "IT Manager (client)": "R" }, area: "buy" },
  ],
  matrix: { areas: [{ id: "run", name: "Running" }, { id: "buy", name: "Buying" }] },
});
const findings = lint(matrix, catalogue, "2026-11-21");

function sceneOf(selection: Selection, look: Partial<Look> = {}, document = matrix, writable = true): Scene {
  const full: Look = { ...PLAIN_LOOK, view: "raci", ...look };
  const cast = castOf(document, () => document);
  return { document, cast, look: full, selection, writable, page: 2, marks: marksOf(findings), layout: layoutOf(columnsOf(cast, full.view, full.shown[full.view])), arrangement: arrange(document, [...cast.all, ...cast.roles], full) };
}
const spot = (line: number, column: number) => ({ line, column });
const key = (name: string, more: object = {}) => ({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });

describe("keys", () => {
  test("a letter in a cell of a role is a letter, in a text it begins to write", () => {
    expect(commandOf(key("r"), { on: "role" })).toEqual({ do: "letter", letter: "R" });
    expect(commandOf(key("r"), { on: "other" })).toEqual({ do: "edit", text: "r" });
    expect(commandOf(key("x"), { on: "role" })).toBeUndefined();
    expect(commandOf(key("n"), { on: "lane" })).toEqual({ do: "edit", text: "n" });
  });
  test("Alt and the arrow down open the menu of the column, with Shift it moves rows", () => {
    expect(commandOf(key("ArrowDown", { altKey: true }), { on: "role" })).toEqual({ do: "menu", rows: false });
    expect(commandOf(key("ArrowUp", { altKey: true }), { on: "role" })).toBeUndefined();
    expect(commandOf(key("ArrowUp", { altKey: true, shiftKey: true }), { on: "role" })).toEqual({ do: "move", way: "up" });
    expect(commandOf(key("?", { shiftKey: true }), { on: "other" })).toEqual({ do: "keys" });
  });
  test("Enter edits a cell, folds a group, and with Alt mends what is wrong", () => {
    expect(commandOf(key("Enter"), { on: "role" })).toEqual({ do: "edit" });
    expect(commandOf(key("Enter"), { on: "group" })).toMatchObject({ do: "fold" });
    expect(commandOf(key("Enter", { altKey: true }), { on: "role" })).toEqual({ do: "fix" });
  });
  test("the keys of the browser stay its own", () => {
    for (const name of ["c", "v", "x", "p", "t"]) expect(commandOf(key(name, { ctrlKey: true }), { on: "role" })).toBeUndefined();
  });
});

describe("moving", () => {
  test("the focus stays inside, and Ctrl+End is the last cell", () => {
    expect(perform({ do: "go", lines: -1, columns: 0, extend: false }, sceneOf(at(spot(0, 0)))).selection?.head).toEqual(spot(0, 0));
    expect(perform({ do: "edge", to: "last", extend: false }, sceneOf(at(spot(0, 0)))).selection?.head).toEqual(spot(4, 2));
  });
  test("Tab runs from line to line and leaves the grid behind the last cell", () => {
    expect(perform({ do: "next", back: false }, sceneOf(at(spot(1, 2)))).selection?.head).toEqual(spot(2, 0));
    expect(perform({ do: "next", back: false }, sceneOf(at(spot(4, 2)))).call).toBe("leave");
  });
  test("everything is every line and column, wherever the focus is", () => {
    const scene = sceneOf(at(spot(2, 1)));
    const all = perform({ do: "select", what: "all" }, scene).selection;
    expect(all && rangeOf(all, { lines: 5, columns: 3 })).toEqual({ top: 0, bottom: 4, left: 0, right: 2 });
    expect(all?.head).toEqual(spot(2, 1));
    expect(perform({ do: "select", what: "all" }, { ...scene, selection: all ?? scene.selection }).selection).toEqual(all);
  });
  test("Shift grows the selection from where it began, whole rows stay whole", () => {
    const grown = perform({ do: "go", lines: 1, columns: 1, extend: true }, sceneOf(at(spot(1, 1)))).selection;
    expect(grown && rangeOf(grown, { lines: 5, columns: 3 })).toEqual({ top: 1, bottom: 2, left: 1, right: 2 });
    expect(rangeOf(rows(1, 2), { lines: 5, columns: 3 })).toEqual({ top: 1, bottom: 2, left: 0, right: 2 });
  });
  test("the selection follows its row when rows are added in front of it", () => {
    const before = sceneOf(at(spot(2, 1)));
    const after = sceneOf(at(spot(2, 1)), {}, applyEdits(matrix, [{ do: "add", kind: "activity", item: { id: "new", title: "New", area: "run", assignments: [] }, before: matrix.activities[0]?.id ?? "" }]));
    expect(followed(before.selection, before, after).head.line).toBe(3);
  });
  test("a line that is scrolled to is in sight under the header, and the title never hides a cell", () => {
    const layout = layoutOf(Array.from({ length: 30 }, () => ({ ...(sceneOf(at(spot(0, 0))).layout.columns[1] as Scene["layout"]["columns"][number]), width: 100 })));
    const seen = { top: 0, left: 0, width: 700, height: 400 };
    const to = scrollTo(layout, 34, 88, spot(100, 20), seen);
    expect(to.top).toBe(101 * 34 - (400 - 88));
    expect((layout.lefts[20] ?? 0) - to.left).toBeGreaterThanOrEqual(layout.lefts[1] ?? 0);
    const drawn_ = windowOf(layout, 5_000, 34, { ...seen, ...to });
    expect(drawn_.first).toBeLessThanOrEqual(100);
    expect(drawn_.end).toBeGreaterThan(100);
    expect(drawn_.left <= 20 && drawn_.right > 20).toBe(true);
  });
});

describe("editing", () => {
  test("a letter goes into every cell of a role that is chosen, headings of groups left out", () => {
    const { edits, what } = perform({ do: "letter", letter: "I" }, sceneOf({ anchor: spot(0, 1), head: spot(4, 2) }));
    expect(edits).toHaveLength(6);
    expect(what).toBe("set I in 6 cells");
  });
  test("who may only read is told so, and nothing is changed", () => {
    expect(perform({ do: "clear" }, sceneOf(at(spot(1, 1)), {}, matrix, false))).toEqual({ said: "You may read this matrix but not change it" });
  });
  test("what cannot be read keeps the editor open", () => {
    expect(commit(sceneOf(at(spot(1, 1))), "perhaps", "down")).toBeInstanceOf(Unreadable);
    const done = commit(sceneOf(at(spot(1, 1))), "C", "down");
    expect(done).toMatchObject({ selection: at(spot(2, 1)), what: expect.stringContaining("Patch servers") });
  });
  test("a text for all chosen cells goes into each of them, and is counted by cells", () => {
    const done = commit(sceneOf({ anchor: spot(1, 1), head: spot(3, 2) }), "C", "all");
    if (done instanceof Unreadable) throw new Error(done.why);
    const [first, second] = applyEdits(matrix, done.edits ?? []).activities;
    expect([first, second].map((row) => row?.assignments.map(({ letter }) => letter))).toEqual([["C", "C"], ["C", "C"]]);
    // The third line is the second row of the group.
    expect(done.said).toBe("Wrote the same into 4 cells");
  });
  test("what was pasted and filled is counted by cells, headings left out", () => {
    // R becomes A: two changes in each row, one cell.
    expect(pasteBlock(sceneOf({ anchor: spot(1, 2), head: spot(2, 2) }), [["A"]]).said).toBe("Pasted 2 cells");
    const scene = sceneOf(at(spot(2, 1)));
    expect(fillTo(scene, pulledTo(chosenRange(scene), spot(4, 1))).said).toBe("Filled 1 cell");
  });
  test("a text longer than its field is refused before it is sent", () => {
    expect(commit(sceneOf(at(spot(1, 0))), "x".repeat(6_000), "down")).toMatchObject({ why: "this text is longer than 1,000 characters" });
    expect(commit(sceneOf(at(spot(1, 1))), `C (${"x".repeat(6_000)})`, "down")).toMatchObject({ why: "this text is longer than 1,000 characters" });
    expect(commit(sceneOf(at(spot(1, 0))), "x".repeat(1_000), "down")).toMatchObject({ edits: [{ field: "title" }] });
  });
  test("a range that ends on a heading is written like any other, the heading is no cell of it", () => {
    const scene = sceneOf({ anchor: spot(1, 1), head: spot(0, 1) });
    expect(cellsIn(scene.arrangement, chosenRanges(scene))).toBe(1);
    expect(perform({ do: "letter", letter: "S" }, scene).edits).toHaveLength(1);
    expect(perform({ do: "edit", text: "C" }, scene).editing).toEqual({ text: "C", spot: spot(1, 1) });
    expect(perform({ do: "edit", text: "C" }, sceneOf(at(spot(0, 1)))).editing).toBeUndefined();
  });
  test("rows that are sorted cannot be moved by hand", () => {
    expect(perform({ do: "move", way: "down" }, sceneOf(at(spot(1, 0)), { sort: { column: "title", down: false } })).edits).toBeUndefined();
  });
  test("what was copied is pasted as it was", () => {
    const from = sceneOf({ anchor: spot(1, 1), head: spot(2, 2) });
    const outcome = pasteBlock(sceneOf(at(spot(2, 1))), copyChosen(from) ?? []);
    const after = applyEdits(matrix, outcome.edits ?? []);
    expect(copyChosen(sceneOf({ anchor: spot(2, 1), head: spot(2, 2) }, {}, after))).toEqual(copyChosen(sceneOf({ anchor: spot(1, 1), head: spot(1, 2) })));
  });
});

describe("findings", () => {
  const host = matrix.activities[1];
  test("two accountable roles mark both their cells", () => {
    const scene = sceneOf(at(spot(0, 0)));
    const cells = host && byCell(scene.marks.get(host.id), host, scene.layout.columns);
    expect([...(cells?.keys() ?? [])].filter((one) => one.startsWith("role:"))).toHaveLength(2);
  });
  test("F8 goes from finding to finding and comes round again", () => {
    const first = perform({ do: "finding", back: false }, sceneOf(at(spot(0, 0)))).selection;
    expect(first).toBeDefined();
    const visited = new Set<string>();
    let selection = first as Selection;
    for (let i = 0; i < 30; i++) {
      visited.add(`${selection.head.line}/${selection.head.column}`);
      selection = perform({ do: "finding", back: false }, sceneOf(selection)).selection as Selection;
    }
    expect(visited.has(`${first?.head.line}/${first?.head.column}`)).toBe(true);
    expect(visited.size).toBeGreaterThan(2);
    const back = perform({ do: "finding", back: true }, sceneOf(perform({ do: "finding", back: false }, sceneOf(first as Selection)).selection as Selection)).selection;
    expect(back?.head).toEqual(first?.head);
  });
  test("rows of which nothing new is said keep their list of findings", () => {
    const before = marksOf(findings);
    const after = marksOf([...findings], before);
    for (const [id, list] of before) expect(after.get(id)).toBe(list);
  });
});
