import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RICH } from "../../../test/golden/rich-matrix.ts";
import { COLLECTIONS, MatrixDocument } from "./document.ts";
import { nearest, readDocument } from "./read.ts";

describe("reading a document", () => {
  test("never throws, whatever the value", () => {
    fc.assert(fc.property(fc.anything(), (value) => void readDocument(value)));
    fc.assert(fc.property(fc.object({ maxDepth: 4 }), (value) => void readDocument({ ...RICH, ...value })));
  });

  test("names the place of every problem by ids where there are ids", () => {
    const broken = { ...RICH, roles: RICH.roles.map((role, i) => (i === 1 ? { ...role, partty: "x" } : role)) };
    const read = readDocument(broken);
    expect(!read.ok && read.problems).toEqual([
      { path: ["roles", 1, "partty"], place: "roles › `soc-analyst` › partty", message: "unknown field `partty`", remedy: "did you mean `party`?" },
    ]);
  });

  test.each([
    ["a missing title", { ...RICH, title: undefined }, "this field is missing"],
    ["a number for a title", { ...RICH, title: 7 }, "`7` should be text"],
    ["a day that is none", { ...RICH, validFrom: "1.1.2026" }, "`1.1.2026`: a day is written YYYY-MM-DD"],
    ["a duration that is none", { ...RICH, stages: [{ id: "s", name: "S", escalateAfter: "4 hours" }] }, "`4 hours`: a duration is written like PT15M, PT4H, P1D or P3M (ISO 8601)"],
  ])("says what is wrong with %s", (_, value, message) => {
    const read = readDocument(value);
    expect(!read.ok && read.problems.map((p) => p.message)).toEqual([message]);
  });

  test("the words for items name every list of the document that has ids", () => {
    const lists = Object.entries(MatrixDocument.shape).flatMap(([key, schema]) => {
      const open = (s: { _zod: { def: { innerType?: unknown; element?: { shape?: object } } } }): object | undefined => (s._zod.def.innerType ? open(s._zod.def.innerType as never) : s._zod.def.element?.shape);
      const shape = open(schema as never);
      return shape && "id" in shape ? [key] : [];
    });
    expect(Object.values(COLLECTIONS).sort()).toEqual(lists.sort());
  });
});

test("the nearest word is suggested only when it is near", () => {
  expect(nearest("titel", ["title", "stage"])).toBe("title");
  expect(nearest("zzzzzz", ["title", "stage"])).toBeUndefined();
});
