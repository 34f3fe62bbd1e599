import { expect, test } from "vitest";
import { Readings } from "./readings.ts";

test("of two readings of one thing only the one begun last counts, in whatever order they end", () => {
  const readings = new Readings();
  const [first, second, other] = [readings.begin("comments"), readings.begin("comments"), readings.begin("evidence")];
  expect([second(), first(), other()]).toEqual([true, false, true]);
});

test("nothing that is still under way counts once the page has let go", () => {
  const readings = new Readings();
  const counts = readings.begin();
  readings.close();
  expect([counts(), readings.begin()()]).toEqual([false, false]);
});
