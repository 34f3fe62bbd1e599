import { expect, test } from "vitest";
import { PLAIN_LOOK, withColumn, withFreeze, withTicks, withWidth } from "./look.ts";
import { checkedWords, lookOf, wordsOf } from "./look-address.ts";

test("a plain look needs no words, and others come back as they were", () => {
  expect(wordsOf(PLAIN_LOOK)).toEqual({});
  for (const look of [PLAIN_LOOK, { ...PLAIN_LOOK, view: "raci" as const, group: "none" as const }, { ...PLAIN_LOOK, sort: { column: "title", down: true }, search: "patch" }, withFreeze(withColumn({ ...PLAIN_LOOK, filters: { "approval/class": "formal" } }, "evidence", false), "lane"), withTicks({ ...PLAIN_LOOK, group: "party" as const }, "letter:R", ["Buyer", ""]), withWidth({ ...PLAIN_LOOK, view: "raci" as const }, "role:x", 140)]) expect(lookOf(wordsOf(look))).toEqual(look);
});

test("an address that somebody typed is taken as far as it makes sense", () => {
  expect(checkedWords({ view: "circle", group: 3, sort: ["x"], search: 12, row: "a1", other: true })).toEqual({ search: "12", row: "a1" });
  expect(checkedWords({ freeze: 3, filter: { lane: "client", title: "", x: ["y"] }, columns: ["title", 4], widths: { title: 1e9, lane: 120.4 } })).toEqual({ freeze: "3", filter: { lane: "client" }, columns: ["title"], widths: { lane: 120 } });
  expect(checkedWords({ group: "lane", tick: { lane: ["Client", 3, ""], area: "run", x: [] } })).toEqual({ group: "lane", tick: { lane: ["Client", "3", ""] } });
  expect(checkedWords({ filter: "lane", columns: "all", widths: [1] })).toEqual({});
});
