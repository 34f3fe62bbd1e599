import { expect, test } from "vitest";
import { keyIn } from "./history-key.ts";

const HEAD = `{"remit":"history","format":1,"workspace":"w1","key":"YWJj+/8=","from":1,"heads":[{"revision":1`;

test("a key is read as soon as all of it has come, and not before", () => {
  const complete = HEAD.indexOf(`","from"`) + 1;
  expect(keyIn(HEAD.slice(0, complete - 1))).toBeUndefined();
  expect(keyIn(HEAD.slice(0, complete))).toBe("YWJj+/8=");
  expect(keyIn(HEAD)).toBe("YWJj+/8=");
});

test("what is no history has no key", () => {
  expect(keyIn(`{"title":"Not entitled","key":"YWJj"}`)).toBeUndefined();
});
