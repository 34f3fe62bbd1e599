import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MatrixDocument } from "#core/model/document.ts";
import { minuteOf } from "#core/time/minute.ts";
import { contentsOf } from "#breakglass/contents.ts";
import demo from "#library/demo.json" with { type: "json" };
import { nastyMatrix } from "../../test/nasty.ts";
import { NotPrinted } from "./child.ts";
import { print, SIZES, type Size } from "./press.ts";

const at = minuteOf("2026-11-22T02:00Z");
const contents = (matrix: MatrixDocument) => contentsOf(matrix, { at, days: 30, version: "a test", timeZones: "2026a" });
const example = contents(MatrixDocument.parse(demo));
const nasty = contents(nastyMatrix());
const poppler = (() => {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();
const pagesOf = (pdf: Uint8Array): number => Buffer.from(pdf).toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;

/** The words of a PDF with where they stand, in points. */
function wordsOf(pdf: Uint8Array) {
  const file = join(mkdtempSync(join(tmpdir(), "card-")), "card.pdf");
  writeFileSync(file, pdf);
  const boxes = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8", maxBuffer: 64 << 20 });
  return [...boxes.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g)].map(([, left, top, right, bottom, word]) => ({ left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom), word: word ?? "" }));
}
const MM = 72 / 25.4;

describe("a printed card", () => {
  test.each(SIZES.flatMap((size) => [["the example", size, example], ["names that try everything", size, nasty]] as const))("of %s is a tagged PDF in the size %s", async (_, size, of) => {
    const pdf = await print(of, size);
    const text = Buffer.from(pdf).toString("latin1");
    expect(text.startsWith("%PDF-")).toBe(true);
    expect(text).toContain("/StructTreeRoot");
    expect(text).toMatch(/pdfuaid/);
    expect(pagesOf(pdf)).toBeGreaterThan(0);
  });

  test("of the example takes few sheets for the wallet and few of A4", async () => {
    expect(pagesOf(await print(example, "wallet"))).toBeLessThanOrEqual(3);
    expect(pagesOf(await print(example, "a4"))).toBeLessThanOrEqual(4);
  });

  test.skipIf(!poppler).each([["the example", example], ["names that try everything", nasty]] as const)("of %s keeps every word on its card, or well inside the sheet", async (_, of) => {
    const left = (210 - 2 * 85.6) / 2;
    for (const { left: from, right, top, bottom, word } of wordsOf(await print(of, "wallet"))) {
      // The one line above the cards says how to cut them.
      if (bottom < 14 * MM) continue;
      const faces = [left, left + 85.6].flatMap((x) => [0, 1, 2, 3].map((slot) => [x, 20 + slot * 67] as const));
      const inside = faces.some(([x, y]) => from >= (x + 3.5) * MM && right <= (x + 85.6 - 3.5) * MM && top >= (y + 2.5) * MM && bottom <= (y + 54 - 2.5) * MM);
      expect(inside, `\`${word}\` at ${from / MM}-${right / MM}, ${top / MM}-${bottom / MM} mm`).toBe(true);
    }
    for (const { left: from, right, bottom, word } of wordsOf(await print(of, "a4"))) expect(from >= 15 * MM && right <= 198 * MM && bottom <= 290 * MM, `\`${word}\` at ${from / MM}-${right / MM} mm`).toBe(true);
  });

  test.skipIf(!poppler)("says who, which number, until when, and of which matrix", async () => {
    for (const size of SIZES) {
      const said = wordsOf(await print(example, size)).map(({ word }) => word).join(" ");
      for (const wanted of ["Agata Nowak", "+48 22 555 01 11", "Tue 22 Dec 2026", example.digests.matrix.slice(0, 16), "Rosalind Ashby", "Filip Kowal until Mon 08:00"]) expect(said).toContain(wanted);
    }
  });

  test.skipIf(!poppler)("says on paper who is away and who stands in, and which list is for which severity", async () => {
    const said = async (size: Size): Promise<string> => wordsOf(await print(example, size)).map(({ word }) => word).join(" ");
    expect(await said("a4")).toContain("Sheila Grant from Mon 14 Dec 2026, 00:00 until Tue 29 Dec 2026, 00:00, Nadia Osei stands in");
    const wallet = await said("wallet");
    for (const wanted of ["S1 critical or S2 high: any event", "S3 moderate or S4 low: any event", "Internal IT Manager (Tom Hale) and Service Delivery Manager (Laura Benetti), telephone"]) expect(wallet).toContain(wanted);
  });

  test.skipIf(!poppler)("prints signs of which there is no font as question marks, and says so; names are never instructions", async () => {
    const said = wordsOf(await print(nasty, "a4")).map(({ word }) => word).join(" ");
    expect(said).toContain("A question mark stands for a sign");
    expect(said).toContain("#set page(width: 1mm) *bold*");
    expect(said).not.toContain("root:");
  });

  test("of a rotation that could be looked through for minutes holds nobody up, and is given up", async () => {
    const layers = Array.from({ length: 2_000 }, () => ({ people: ["agata-nowak"], from: "2026-01-01T00:00", turn: "PT1M", hours: [{ days: ["mon"], from: "03:00", until: "03:01" }] }));
    const heavy = { ...MatrixDocument.parse(demo), rotations: [{ id: "r", name: "R", role: "soc-analyst", timeZone: "Europe/Warsaw", layers }] } as unknown as MatrixDocument;
    const begun = performance.now();
    await expect(print(contents(heavy), "a4", 500)).rejects.toMatchObject({ tooMuch: true });
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test("is given up when it takes too long", async () => {
    await expect(print(example, "a4" as Size, 5)).rejects.toThrow(NotPrinted);
  });
});
