import { expect, test } from "vitest";
import { sameParts } from "./same-parts.ts";

const copy = <T>(value: T): T => structuredClone(value);
const matrix = { title: "One", people: [{ id: "ana", hours: [1, 2] }, { id: "ben", hours: [3] }], note: undefined as string | undefined };

test("a copy that says the same is the very same", () => {
  expect(sameParts(matrix, copy(matrix))).toBe(matrix);
});

test("where one item changes, its neighbours stay the same objects", () => {
  const newer = copy(matrix);
  newer.people[1] = { id: "ben", hours: [4] };
  const kept = sameParts(matrix, newer);
  expect(kept).toEqual(newer);
  expect(kept.people[0]).toBe(matrix.people[0]);
  expect(kept.people[1]).not.toBe(matrix.people[1]);
});

test("an item that joins in front changes nobody behind it", () => {
  const newer = copy(matrix);
  newer.people.unshift({ id: "cleo", hours: [] });
  const kept = sameParts(matrix, newer);
  expect(kept.people[1]).toBe(matrix.people[0]);
  expect(kept.people[2]).toBe(matrix.people[1]);
  expect(kept.people).not.toBe(matrix.people);
});

test("what is gone is gone, and a field that says nothing is not the same as none", () => {
  expect(sameParts({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
  expect(Object.keys(sameParts({ a: 1 } as object, { a: 1, b: undefined }))).toEqual(["a", "b"]);
  expect(sameParts([1, 2], [1])).toEqual([1]);
  expect(sameParts(["x"], { 0: "x" })).toEqual({ 0: "x" });
});
