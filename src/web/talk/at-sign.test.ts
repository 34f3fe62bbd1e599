import { describe, expect, test } from "vitest";
import { begunAt, named, piecesOf, withName } from "./at-sign.ts";

const people = [{ name: "Pia Provider" }, { name: "Zoë Ortiz-Pia" }, { name: "Carl" }];
const begun = (text: string) => begunAt(text, text.length)?.words;

describe("an @", () => {
  test("begins a name at the beginning of a word, and goes on over a blank", () => {
    expect(["@", "Ask @Pi", "(@Pia Pro"].map(begun)).toEqual(["", "Pi", "Pia Pro"]);
  });

  test("inside an address, before a blank or a line further up begins none", () => {
    expect(["pia@provider", "@ home", "@Pia\nand", "no sign", "a@b @"].map(begun)).toEqual([undefined, undefined, undefined, undefined, ""]);
  });

  test("looks no further than the caret", () => {
    expect(begunAt("Ask @Pia later", 6)).toEqual({ from: 4, until: 6, words: "P" });
  });
});

test("people are found by the beginning of any of their names, whatever the accents", () => {
  expect(named(people, "pi")).toEqual([people[0]]);
  expect(named(people, "zoe o")).toEqual([people[1]]);
  expect(named(people, "")).toEqual(people);
  expect(named(people, "rl")).toEqual([]);
});

test("the whole name takes the place of what was begun, and one goes on behind it", () => {
  const made = withName("Ask @Pi and wait", { from: 4, until: 7, words: "Pi" }, "Pia Provider");
  expect(made).toEqual({ text: "Ask @Pia Provider and wait", caret: 18 });
});

test("names in a text are told from the words between them, the longer name first", () => {
  expect(piecesOf("@Pia Provider, ask @Pia", ["Pia", "Pia Provider"])).toEqual([
    { words: "@Pia Provider", name: true }, { words: ", ask ", name: false }, { words: "@Pia", name: true },
  ]);
  expect(piecesOf("nobody", ["Pia"])).toEqual([{ words: "nobody", name: false }]);
});
