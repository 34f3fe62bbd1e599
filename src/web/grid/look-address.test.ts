import { expect, test } from "vitest";
import { PLAIN_LOOK } from "./look.ts";
import { checkedWords, lookOf, wordsOf } from "./look-address.ts";

test("a plain look needs no words, and others come back as they were", () => {
  expect(wordsOf(PLAIN_LOOK)).toEqual({});
  for (const look of [PLAIN_LOOK, { ...PLAIN_LOOK, view: "raci" as const, group: "none" as const }, { ...PLAIN_LOOK, sort: { column: "title", down: true }, search: "patch" }]) expect(lookOf(wordsOf(look))).toEqual(look);
});

test("an address that somebody typed is taken as far as it makes sense", () => {
  expect(checkedWords({ view: "circle", group: 3, sort: ["x"], search: 12, row: "a1", other: true })).toEqual({ search: "12", row: "a1" });
});
