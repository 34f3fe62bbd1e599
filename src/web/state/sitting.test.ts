import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import { begin, bringBack, clear, EMPTY_TABLE, putDown, stepBack, stepForward, type Sitting } from "./sitting.ts";

const sitting = (changes: number): Sitting => ({
  source: { kind: "example" },
  choices: {},
  checked: { document: drawn({}), findings: [], rules: {} },
  edits: Array.from({ length: changes }, () => []),
});
const changes = (of: Sitting | undefined): number | undefined => of?.edits.length;

test("every change can be taken back and done again", () => {
  const table = putDown(putDown(begin(EMPTY_TABLE, sitting(0)), sitting(1)), sitting(2));
  expect(changes(stepBack(table).now)).toBe(1);
  expect(changes(stepBack(stepBack(table)).now)).toBe(0);
  expect(stepForward(stepBack(table))).toEqual(table);
});

test("a beginning is no change: nothing leads back from it", () => {
  const read = begin(EMPTY_TABLE, sitting(0));
  expect(read.past).toEqual([]);
  expect(stepBack(read)).toEqual(read);
  expect(begin(putDown(read, sitting(1)), sitting(0)).past).toEqual([]);
});

test("what is set aside comes back with its steps, and changes places with what lies there", () => {
  const fixed = putDown(begin(EMPTY_TABLE, sitting(0)), sitting(1));
  const over = clear(fixed);
  expect(over.now).toBeUndefined();
  expect(changes(stepBack(bringBack(over)).now)).toBe(0);
  const other = begin(fixed, sitting(7));
  expect(changes(bringBack(other).now)).toBe(1);
  expect(changes(bringBack(other).aside?.now)).toBe(7);
  expect(bringBack(bringBack(other))).toEqual(other);
});

test("starting over twice does not lose what is set aside", () => {
  const over = clear(begin(EMPTY_TABLE, sitting(3)));
  expect(changes(clear(over).aside?.now)).toBe(3);
});

test("a new change forgets what was undone", () => {
  const table = putDown(stepBack(putDown(begin(EMPTY_TABLE, sitting(0)), sitting(1))), sitting(7));
  expect(changes(table.now)).toBe(7);
  expect(stepForward(table)).toEqual(table);
});
