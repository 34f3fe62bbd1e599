import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { directoryDigest, matrixDigest } from "#core/model/canonical.ts";
import type { Workbook } from "#formats/workbook.ts";
import { mergeInto } from "#formats/merge.ts";
import { harbour } from "#formats/remit-sheet/harbour.test-world.ts";
import { readBack } from "#formats/remit-sheet/read-back.ts";
import { readXlsx } from "#formats/xlsx/read-xlsx.ts";
import { writeMatrixXlsx } from "#formats/xlsx/write.ts";

const installed = ((): boolean => {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore", timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
})();

/** The bytes after LibreOffice opened the workbook and saved it again, with a profile of its own. */
async function savedByLibreOffice(bytes: Uint8Array, folder: string): Promise<Uint8Array> {
  const from = join(folder, "matrix.xlsx");
  writeFileSync(from, bytes);
  await promisify(execFile)("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "xlsx", "--outdir", join(folder, "out"), from], { timeout: 110_000 });
  return readFileSync(join(folder, "out", "matrix.xlsx"));
}

describe.skipIf(!installed)("a workbook saved by LibreOffice (skipped where soffice is not installed)", () => {
  let folder: string;
  let saved: Workbook;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "remit-office-"));
    saved = await readXlsx(await savedByLibreOffice(await writeMatrixXlsx(harbour, []), folder));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("comes back without a difference", () => {
    const back = readBack(saved);
    expect(back?.report.unread).toEqual([]);
    expect(back?.report.notes).toEqual([]);
    expect(back?.document).toEqual(harbour);
    expect(back && matrixDigest(back.document)).toBe(matrixDigest(harbour));
    expect(back && directoryDigest(back.document)).toBe(directoryDigest(harbour));
  });

  it("merges into the matrix it came from without a change", () => {
    const back = readBack(saved);
    expect(back && mergeInto(harbour, back.document, back.report)).toEqual({ document: harbour, changes: [] });
  });

  it("holds no formula, and every text as it was written", () => {
    expect(saved.sheets.flatMap(({ formulas }) => [...formulas])).toEqual([]);
    expect(saved.sheets.find(({ name }) => name === "Parties")?.rows.flat()).toContain('=HYPERLINK("http://evil.example")');
  });

  it("still brings back an edited letter", () => {
    const edited = { ...saved, sheets: saved.sheets.map((sheet) => (sheet.name === "Matrix" ? { ...sheet, rows: sheet.rows.map((row) => row.map((cell, c) => (row[0] === "loose" && sheet.rows[1]?.[c] === "Security Lead" ? "A" : cell))) } : sheet)) };
    const back = readBack(edited);
    expect(back?.document.activities.find(({ id }) => id === "loose")?.assignments).toEqual([{ role: "soc-analyst", letter: "S" }, { role: "security-lead", letter: "A" }]);
    expect(back?.report.notes).toHaveLength(1);
  });
});
