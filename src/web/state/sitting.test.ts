import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import { EMPTY_TABLE, putDown, setAside, stepBack, stepForward, type Sitting } from "./sitting.ts";

const sitting = (fixed: number): Sitting => ({ source: { kind: "example" }, choices: {}, checked: { document: drawn({}), findings: [], rules: {} }, fixed });

test("every step can be taken back and done again, starting over included", () => {
  const read = putDown(EMPTY_TABLE, sitting(0));
  const fixed = putDown(read, sitting(1));
  const over = putDown(fixed, undefined);
  expect(over.now).toBeUndefined();
  expect(setAside(over)?.fixed).toBe(1);
  expect(stepBack(over).now?.fixed).toBe(1);
  expect(stepBack(stepBack(over)).now?.fixed).toBe(0);
  expect(stepForward(stepBack(over))).toEqual(over);
});

test("a new step forgets what was undone", () => {
  const table = putDown(stepBack(putDown(putDown(EMPTY_TABLE, sitting(0)), sitting(1))), sitting(7));
  expect(table.now?.fixed).toBe(7);
  expect(stepForward(table)).toEqual(table);
});

test("nothing is taken back beyond the beginning", () => {
  expect(stepBack(EMPTY_TABLE)).toEqual(EMPTY_TABLE);
});
