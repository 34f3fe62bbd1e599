import { describe, expect, test } from "vitest";
import { destination, entranceFrom, wayBack } from "./way-back.ts";

const MINE = "00000000-0000-4000-8000-000000000001";

describe("the way back after signing in", () => {
  test("leads to the page one was on, with how it was looked at", () => {
    const page = `/w/${MINE}/matrix?view=raci&search=fire%20wall`;
    const entrance = new URL(entranceFrom(page), "http://remit.test");
    expect(wayBack(entrance.search)).toBe(page);
    expect(destination(entrance.search, [{ id: "other" }, { id: MINE }])).toBe(page);
  });

  test.each(["https://evil.example/w/", "//evil.example/w/x", "/w//evil.example", "/w/../enter", "/\\evil.example", "/w/\\evil.example", "javascript:alert(1)", "/", "/wide/open", "/w/x\n/y", ""])("is not %j", (made) => {
    expect(wayBack(`?${new URLSearchParams({ back: made })}`)).toBeUndefined();
    expect(entranceFrom(made)).toBe("/enter");
  });

  test("leads to one's first workspace where the page belongs to another", () => {
    expect(destination(`?back=/w/${MINE}/matrix`, [{ id: "other" }])).toBe("/w/other/matrix");
    expect(destination(`?back=/w/${MINE}/matrix`, [])).toBe("/w");
  });
});
