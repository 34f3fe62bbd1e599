import { describe, expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { applyEdits } from "#core/model/edit.ts";
import { castOf, columnsOf } from "./columns.ts";
import { copyChosen, pasteBlock } from "./exchange.ts";
import { fillRange, fillTo, pulledTo } from "./fill.ts";
import { arrange } from "./lines.ts";
import { PLAIN_LOOK } from "./look.ts";
import { perform } from "./perform.ts";
import { cellsIn, chosenParts, followed, type Scene } from "./scene.ts";
import { at, beside, rangesOf, spansAt, type Selection } from "./selection.ts";
import { layoutOf } from "./window.ts";

const ROLES = ["One (client)", "Two (client)", "Three (provider)", "Four (provider)"];
const matrix = drawn({
  rows: ["R A C I", "A R I C", "C . . .", ". . . .", "I . . R", ". . . ."].map((letters, i) => ({ title: `Row ${i}`, cells: Object.fromEntries(letters.split(" ").map((letter, j) => [ROLES[j] ?? "", letter === "." ? "" : letter])) })),
});
function sceneOf(selection: Selection, document: MatrixDocument = matrix): Scene {
  const look = { ...PLAIN_LOOK, view: "raci" as const, group: "none" as const };
  const cast = castOf(document, () => document);
  return { document, cast, look, selection, writable: true, page: 3, marks: new Map(), layout: layoutOf(columnsOf(cast, "raci", ["title"])), arrangement: arrange(document, [...cast.all, ...cast.roles], look) };
}
const spot = (line: number, column: number) => ({ line, column });
const box = (top: number, left: number, bottom: number, right: number): Selection => ({ anchor: spot(top, left), head: spot(bottom, right) });
const extent = { lines: 6, columns: 5 };
/** The letters of a document as they were drawn above. */
const drawnAs = ({ activities, roles }: MatrixDocument): string[] => activities.map((row) => roles.map(({ id }) => row.assignments.filter((one) => one.role === id).map(({ letter }) => letter).join("") || ".").join(" "));
const two: Selection = { ...box(4, 3, 5, 4), more: [box(0, 1, 1, 1)] };

describe("several ranges", () => {
  test("Ctrl adds a range, and a second press on a single cell lets go of it", () => {
    const one = beside(at(spot(0, 1)), at(spot(2, 2)));
    expect(rangesOf(one, extent)).toEqual([{ top: 0, bottom: 0, left: 1, right: 1 }, { top: 2, bottom: 2, left: 2, right: 2 }]);
    expect(rangesOf(beside(one, at(spot(0, 1))), extent)).toEqual([{ top: 2, bottom: 2, left: 2, right: 2 }]);
    expect(rangesOf(beside(one, at(spot(2, 2))), extent)).toEqual([{ top: 0, bottom: 0, left: 1, right: 1 }]);
    expect(beside(at(spot(0, 1)), at(spot(0, 1)))).toEqual(at(spot(0, 1)));
  });
  test("ranges that overlap count their cells once, and a line says its columns in order", () => {
    const ranges = rangesOf({ ...box(0, 1, 1, 2), more: [box(1, 2, 2, 3)] }, extent);
    expect(cellsIn(sceneOf(at(spot(0, 0))).arrangement, ranges)).toBe(7);
    expect(spansAt(ranges, 1)).toEqual([[1, 3]]);
    expect(spansAt([{ top: 0, bottom: 0, left: 3, right: 3 }, { top: 0, bottom: 0, left: 1, right: 1 }], 0)).toEqual([[1, 1], [3, 3]]);
    expect(chosenParts(sceneOf({ ...box(0, 1, 1, 2), more: [box(1, 2, 2, 3)] })).map(({ columns }) => columns.length)).toEqual([2, 3, 2]);
  });
  test("a letter and Delete act on all of them, as one step", () => {
    const given = applyEdits(matrix, perform({ do: "letter", letter: "S" }, sceneOf(two)).edits ?? []);
    expect(drawnAs(given)).toEqual(["RS A C I", "AS R I C", "C . . .", ". . . .", "I . S RS", ". . S S"]);
    const cleared = applyEdits(matrix, perform({ do: "clear" }, sceneOf(two)).edits ?? []);
    expect(drawnAs(cleared)).toEqual([". A C I", ". R I C", "C . . .", ". . . .", "I . . .", ". . . ."]);
  });
  test("rows of all ranges are deleted, and rows of several are not moved", () => {
    expect(applyEdits(matrix, perform({ do: "delete-rows" }, sceneOf(two)).edits ?? []).activities.map(({ title }) => title)).toEqual(["Row 2", "Row 3"]);
    expect(perform({ do: "move", way: "down" }, sceneOf(two))).toEqual({ said: "Rows of several ranges cannot be moved at once; choose one range" });
  });
  test("are copied together where they have the same rows or the same columns, and only then", () => {
    expect(copyChosen(sceneOf({ ...box(0, 4, 1, 4), more: [box(0, 1, 1, 2)] }))).toEqual([["R", "A", "I"], ["A", "R", "C"]]);
    expect(copyChosen(sceneOf({ ...box(0, 1, 0, 2), more: [box(4, 1, 4, 2)] }))).toEqual([["R", "A"], ["I", ""]]);
    expect(copyChosen(sceneOf(two))).toBeUndefined();
    expect(copyChosen(sceneOf({ ...box(0, 1, 1, 2), more: [box(0, 2, 1, 3)] }))).toBeUndefined();
  });
  test("take one pasted cell each, and a block not at all", () => {
    expect(drawnAs(applyEdits(matrix, pasteBlock(sceneOf(two), [["C"]]).edits ?? []))).toEqual(["C A C I", "C R I C", "C . . .", ". . . .", "I . C C", ". . C C"]);
    expect(pasteBlock(sceneOf(two), [["C", "R"]])).toEqual({ said: "Into several ranges only a single cell can be pasted; choose one range for more" });
  });
  test("follow their rows when a row is added above them", () => {
    const before = sceneOf(two);
    const after = sceneOf(two, applyEdits(matrix, [{ do: "add", kind: "activity", item: { id: "new", title: "New", assignments: [] }, before: matrix.activities[0]?.id ?? "" }]));
    expect(rangesOf(followed(two, before, after), { lines: 7, columns: 5 }).map(({ top }) => top)).toEqual([1, 5]);
  });
});

describe("filling", () => {
  const pull = (selection: Selection, line: number, column: number): string[] => {
    const scene = sceneOf(selection);
    const to = pulledTo(rangesOf(selection, extent)[0] as never, spot(line, column));
    return drawnAs(applyEdits(matrix, fillTo(scene, to).edits ?? []));
  };
  test("the handle repeats the pattern of the range downwards, upwards and to the sides", () => {
    expect(pull(box(0, 1, 1, 1), 4, 1)).toEqual(["R A C I", "A R I C", "R . . .", "A . . .", "R . . R", ". . . ."]);
    expect(pull(box(0, 1, 0, 2), 0, 4)).toEqual(["R A R A", ...drawnAs(matrix).slice(1)]);
    // Upwards the pattern goes on backwards: what stands last in it comes first above.
    expect(pull(box(1, 1, 2, 1), 0, 1)[0]).toBe("C A C I");
    expect(pull(box(1, 3, 1, 4), 1, 1)[1]).toBe("I C I C");
  });
  test("a handle that comes back to its range fills nothing", () => {
    expect(fillTo(sceneOf(box(0, 1, 1, 2)), pulledTo({ top: 0, bottom: 1, left: 1, right: 2 }, spot(1, 2))).edits).toBeUndefined();
  });
  test("the key continues the pattern into what is empty, else repeats the first row", () => {
    const down = (top: number, left: number, bottom: number, right: number) => drawnAs(applyEdits(matrix, fillRange(sceneOf(at(spot(0, 0))), { top, left, bottom, right }, "down").edits));
    expect(down(0, 2, 3, 2).map((row) => row[2])).toEqual(["A", "R", "A", "R", ".", "."]);
    expect(down(0, 1, 2, 1).map((row) => row[0])).toEqual(["R", "R", "R", ".", "I", "."]);
    // One row alone takes after the one above it.
    expect(down(3, 1, 3, 1).map((row) => row[0])).toEqual(["R", "A", "C", "C", "I", "."]);
  });
  test("to the right likewise", () => {
    const right = (top: number, left: number, bottom: number, right_: number) => drawnAs(applyEdits(matrix, fillRange(sceneOf(at(spot(0, 0))), { top, left, bottom, right: right_ }, "right").edits));
    expect(right(2, 1, 2, 4)[2]).toBe("C C C C");
    expect(right(0, 1, 0, 3)[0]).toBe("R R R I");
    expect(right(2, 2, 2, 2)[2]).toBe("C C . .");
  });
});

describe("what stands still", () => {
  const columns = sceneOf(at(spot(0, 0))).layout.columns;
  const key = columns[2]?.key;
  test("is everything up to the chosen column, and the title where it is not there", () => {
    expect(layoutOf(columns, key).frozen).toBe(3);
    expect(layoutOf(columns, "gone").frozen).toBe(1);
    expect(layoutOf(columns).frozen).toBe(1);
  });
  test("never leaves the rest without room to scroll in", () => {
    expect(layoutOf(columns, key, 800).frozen).toBe(2);
    expect(layoutOf(columns, key, 800, true).frozen).toBe(3);
    expect(layoutOf(columns, key, 600, true).frozen).toBe(2);
    expect(layoutOf(columns, key, 300).frozen).toBe(1);
  });
});
