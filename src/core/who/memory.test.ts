import { expect, test } from "vitest";
import { Memory } from "./memory.ts";

/** Counts how often something had to be made. */
function maker() {
  let made = 0;
  return { make: () => ({ number: ++made }), made: () => made };
}

test("what was made from the same parts is made once, and from any other part anew", () => {
  const memory = new Memory();
  const { make, made } = maker();
  const [a, b] = [{}, {}];
  const first = memory.of("duty", [a, b], make);
  expect(memory.of("duty", [a, b], make)).toBe(first);
  // Equal is not the same.
  for (const parts of [[a, {}], [{}, b], [b, a], [a], [a, b, a], []]) {
    const before = made();
    memory.of("duty", parts, make);
    expect(made()).toBe(before + 1);
    memory.of("duty", [a, b], make);
  }
});

test("names are kept apart, and a value that is nothing is a value", () => {
  const memory = new Memory();
  const { make, made } = maker();
  expect(memory.of("one", [], make)).not.toBe(memory.of("two", [], make));
  let asked = 0;
  const nothing = () => void asked++;
  memory.of("nothing", [], nothing);
  memory.of("nothing", [], nothing);
  expect([asked, made()]).toEqual([1, 2]);
});

test("what an object yields is made once for each way and each object", () => {
  const memory = new Memory();
  const { make, made } = maker();
  const [a, b] = [{}, {}];
  expect(memory.derived(a, "window", make)).toBe(memory.derived(a, "window", make));
  memory.derived(a, "other", make);
  memory.derived(b, "window", make);
  expect(made()).toBe(3);
  let asked = 0;
  for (let i = 0; i < 2; i++) memory.derived(a, "nothing", () => void asked++);
  expect(asked).toBe(1);
});

test("what two make together depends on both, their order and how", () => {
  const memory = new Memory();
  const { make, made } = maker();
  const [a, b, c] = [{}, {}, {}];
  const first = memory.pair("and", a, b, make);
  expect(memory.pair("and", a, b, make)).toBe(first);
  for (const [how, one, other] of [["not", a, b], ["and", b, a], ["and", a, c]] as const) expect(memory.pair(how, one, other, make)).not.toBe(first);
  expect(made()).toBe(4);
  memory.pair("and", a, b, (one, other) => { throw new Error(`made again from ${String(one)} and ${String(other)}`); });
});

test("an object keeps its number, and no two share one", () => {
  const memory = new Memory();
  const [a, b] = [{}, {}];
  expect([memory.numberOf(a), memory.numberOf(b), memory.numberOf(a)]).toEqual([1, 2, 1]);
});

test("too much is forgotten, what an object yields is not", () => {
  const memory = new Memory();
  const { make, made } = maker();
  const a = {};
  for (const name of ["one", "two"]) memory.of(name, [], make);
  memory.derived(a, "window", make);
  memory.trim(2);
  memory.of("one", [], make);
  expect(made()).toBe(3);
  memory.trim(1);
  memory.of("one", [], make);
  memory.derived(a, "window", make);
  expect(made()).toBe(4);
  memory.trim();
  memory.of("one", [], make);
  expect(made()).toBe(4);
});
