import { expect, test } from "vitest";
import { inFront, tellsOfOlder } from "./in-front.ts";
import type { Entry } from "./log.ts";

const entry = (revision: number, what = ""): Entry => ({ revision, what, id: "", at: "", who: { account: "", name: null, own: true }, party: null, changes: [], count: 1, from: { kind: "here", page: null, key: null, address: null, agent: null }, undoes: null, undoneBy: null, erased: false, takeBack: false });

test("newer entries stand in front, older ones stay, and what was read twice is as it was read last", () => {
  expect(inFront([entry(3, "as it was"), entry(2), entry(1)], [entry(4), entry(3, "as it is")]).map(({ revision, what }) => `${revision} ${what}`)).toEqual(["4 ", "3 as it is", "2 ", "1 "]);
});

test("taking back and erasing words say something of older entries", () => {
  expect([entry(4), { ...entry(4), undoes: 2 }, { ...entry(4), count: 0 }].map(tellsOfOlder)).toEqual([false, true, true]);
});
