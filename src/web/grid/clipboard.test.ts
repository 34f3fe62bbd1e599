import fc from "fast-check";
import { expect, test } from "vitest";
import { readBlock, writeBlock, writeTable } from "./clipboard.ts";

test("a block that was written is read as it was", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', "\t", "\n", " ", "é"), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (block) => {
      // A last row of empty cells ends like a line end; spreadsheets cannot say it either.
      fc.pre((block.at(-1) ?? []).some((one) => one !== ""));
      expect(readBlock(writeBlock(block))).toEqual(block);
    }),
  );
});

test("cells are read as Excel quotes them", () => {
  expect(readBlock('R\t"C\nif affected"\t"say ""no"""\r\nA\t\t5" disk\r\n')).toEqual([["R", "C\nif affected", 'say "no"'], ["A", "", '5" disk']]);
});

test("a mark that is never closed is a mark, and loses no cell behind it", () => {
  expect(readBlock('"open\tR\nA\tC')).toEqual([['"open', "R"], ["A", "C"]]);
});

test("what is copied as a table cannot bring markup along", () => {
  expect(writeTable([["<img src=x>", "a\nb"]])).toContain("&lt;img src=x&gt;");
  expect(writeTable([["a\nb"]])).toMatch(/a<br[^>]*>b/);
});
