import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awake, cellText, CELL_LIMIT, couldRun, htmlText, inert, markdownCell } from "./safe-cell.ts";

const nasty = fc.array(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", " ", '"', "'", "\u00a0", "\ufeff", "|", "<", "&", "`", "a", "1", "cmd|'/c calc'!A1", "😀", "\ud800"), { maxLength: 8 }).map((parts) => parts.join(""));

describe("text in a cell", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", '"=1"', "' =1", "\u00a0=1", "\ufeff=1", "＝1", "\n=1"])("%j could run, and no longer does", (text) => {
    expect(couldRun(text)).toBe(true);
    expect(inert(text)).toBe(`'${text}`);
  });
  it("leaves ordinary words alone", () => {
    for (const text of ["Isolate a host", "A/R", "8.10", "a = b", "'quoted'", ""]) expect(inert(text)).toBe(text);
  });
  it("an inert cell read again is the text a person wrote", () => {
    fc.assert(fc.property(fc.oneof(nasty, fc.string({ unit: "binary" })), (text) => awake(inert(text)) === text));
  });
  it("a cell that could run always starts with an apostrophe", () => {
    fc.assert(fc.property(nasty, (text) => !couldRun(text) || inert(text).startsWith("'")));
  });
  it("never splits a character when it cuts, and holds nothing a workbook cannot", () => {
    for (const shift of ["", "a"]) {
      const cut = cellText(shift + "😀".repeat(CELL_LIMIT));
      expect(cut.length).toBeLessThanOrEqual(CELL_LIMIT);
      expect(cut.isWellFormed()).toBe(true);
    }
    fc.assert(fc.property(nasty, (text) => cellText(text).isWellFormed() && !/[\r\u0000-\u0008]/.test(cellText(text))));
  });
  it("opens no tag and closes no attribute in HTML", () => {
    fc.assert(fc.property(fc.oneof(nasty, fc.string()), (text) => !/[<>"']/.test(htmlText(text))));
  });
  it("neither ends a Markdown cell nor opens a tag but the line break", () => {
    fc.assert(fc.property(fc.oneof(nasty, fc.string()), (text) => {
      const cell = markdownCell(text);
      return !/\n/.test(cell) && !/(^|[^\\])(\\\\)*\|/.test(cell) && !/<(?!br>)/.test(cell);
    }));
  });
});
