import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { UnreadableFile } from "../workbook.ts";
import { readXlsx } from "./read-xlsx.ts";
import { guardZip } from "./zip-guard.ts";

interface Part { readonly name: string; readonly packed?: number; readonly unpacked?: number; readonly method?: number; readonly flags?: number }

/** A zip with a table of contents that says what we like; the parts themselves are empty. */
function zipOf(parts: readonly Part[], count = parts.length): Uint8Array {
  const bytes: number[] = [0x50, 0x4b, 3, 4];
  const short = (n: number) => [n & 255, (n >> 8) & 255];
  const long = (n: number) => [...short(n & 0xffff), ...short(Math.floor(n / 65_536))];
  parts.forEach(({ name, packed = 10, unpacked = 20, method = 8, flags = 0 }, i) => {
    bytes.push(...[0x50, 0x4b, 1, 2], ...short(20), ...short(20), ...short(flags), ...short(method), ...long(0), ...long(0), ...long(packed), ...long(unpacked));
    bytes.push(...short(name.length), ...short(0), ...short(0), ...short(0), ...short(0), ...long(0), ...long(i), ...[...name].map((letter) => letter.charCodeAt(0)));
  });
  bytes.push(...[0x50, 0x4b, 5, 6], ...short(0), ...short(0), ...short(count), ...short(count), ...long(bytes.length - 4), ...long(4), ...short(0));
  return new Uint8Array(bytes);
}
const codeOf = (bytes: Uint8Array) => {
  try {
    guardZip(bytes);
    return "fine";
  } catch (problem) {
    expect(problem).toBeInstanceOf(UnreadableFile);
    expect((problem as UnreadableFile).remedy).not.toBe("");
    return (problem as UnreadableFile).code;
  }
};
const book = { name: "xl/workbook.xml" };
const ole = (word: string) => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(40).fill(0), ...[...word].flatMap((letter) => [letter.charCodeAt(0), 0])]);

describe("a zip before it is unpacked", () => {
  it("passes when it is a workbook", async () => {
    expect(codeOf(await writeXlsx({ sheets: [{ name: "Ops", rows: [["Activity"]] }] }))).toBe("fine");
    expect(codeOf(zipOf([book]))).toBe("fine");
  });
  it.each<[string, Uint8Array, string]>([
    ["one part of 4 GB", zipOf([book, { name: "xl/a.xml", packed: 4_000_000, unpacked: 0xfffffff0 }]), "zip-bomb"],
    ["many parts of 100 MB together", zipOf([book, { name: "a", packed: 9e7, unpacked: 1e8 }, { name: "b", packed: 9e7, unpacked: 1e8 }]), "zip-bomb"],
    ["a part packed 1,000 to 1", zipOf([book, { name: "a", packed: 1e4, unpacked: 1e7 }]), "zip-bomb"],
    ["3,000 parts", zipOf([book], 3_000), "zip-bomb"],
    ["a part that hides its size", zipOf([book, { name: "a", packed: 500, unpacked: 0 }]), "zip-bomb"],
    ["an encrypted part", zipOf([{ ...book, flags: 1 }]), "password"],
    ["an unknown packing", zipOf([{ ...book, method: 99 }]), "damaged"],
    ["a table of contents that ends early", zipOf([book], 5), "damaged"],
    ["a Word document", zipOf([{ name: "word/document.xml" }]), "not-a-spreadsheet"],
    ["an OpenDocument sheet", zipOf([{ name: "mimetype" }, { name: "content.xml" }]), "not-a-spreadsheet"],
    ["a binary workbook", zipOf([{ name: "xl/workbook.bin" }]), "old-format"],
    ["a password-protected workbook", ole("EncryptedPackage"), "password"],
    ["an old .xls", ole("Workbook"), "old-format"],
    ["an old Word document", ole("WordDocument"), "not-a-spreadsheet"],
  ])("is refused: %s", (_, bytes, code) => expect(codeOf(bytes)).toBe(code));
  it("is refused when it is cut off", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "Ops", rows: [["Activity"]] }] });
    expect(codeOf(bytes.slice(0, bytes.length - 30))).toBe("damaged");
  });
});

describe("a workbook", () => {
  it("gives dates as days, formulas as their last value, decimals as they are shown", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "Ops",
          rows: [["Activity", new Date(Date.UTC(2026, 0, 5)), 8.1, null]],
          cells: new Map([["0,2", { value: 8.1, style: { numFmt: "0.00" } }], ["0,3", { value: 3, formula: "1+2", formulaResult: 3 }]]),
          merges: [{ startRow: 0, startCol: 0, endRow: 1, endCol: 0 }],
        },
        { name: "Old", hidden: true, rows: [["x"]] },
      ],
    });
    const [ops, old] = (await readXlsx(bytes)).sheets;
    expect(ops?.rows[0]).toEqual(["Activity", "2026-01-05", 8.1, 3]);
    expect(ops?.shown.get("0,2")).toBe("8.10");
    expect([...(ops?.formulas ?? [])]).toEqual(["0,3"]);
    expect(ops?.merges).toEqual([{ row: 0, column: 0, lastRow: 1, lastColumn: 0 }]);
    expect(old?.hidden).toBe(true);
  });
  it("with 10,000 columns is refused by name of the sheet", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "Wide", rows: [Array.from({ length: 10_000 }, (_, i) => `Role ${i}`)] }] });
    await expect(readXlsx(bytes)).rejects.toMatchObject({ code: "too-wide", place: "sheet Wide" });
  });
});
