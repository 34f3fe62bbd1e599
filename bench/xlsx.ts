import { readXlsx as libraryRead, writeXlsx as libraryWrite } from "hucre/xlsx";
import { lint } from "../src/core/lint/linter.ts";
import { importFile } from "../src/formats/import-file.ts";
import { DEFAULT_FONT } from "../src/formats/xlsx/write-look.ts";
import { matrixSheet } from "../src/formats/xlsx/write-matrix-sheet.ts";
import { sheetOf } from "../src/formats/xlsx/write-sheet.ts";
import { writeMatrixXlsx } from "../src/formats/xlsx/write.ts";
import { catalogue } from "../src/rules/catalogue.ts";
import { duel, judge } from "./harness.ts";
import { benchMatrix } from "./inputs.ts";

// 5,000 rows x 45 columns: id, title, area, SLA, evidence, and forty roles with letters.
const document = benchMatrix(5_000, 40, 55);
const findings = lint(document, catalogue, "2026-11-21");
const head = ["ID", "Activity", "Area", "SLA", "Evidence", ...document.roles.map((role) => role.name)];
const rows = document.activities.map((row) => [
  row.id,
  row.title,
  row.area ?? "",
  row.sla?.map((sla) => `${sla.measure} ${sla.target}`).join("; ") ?? "",
  row.evidence?.map((e) => e.artifact).join("; ") ?? "",
  ...document.roles.map((role) => row.assignments.filter((a) => a.role === role.id).map((a) => a.letter).join("/")),
]);
const plain = () => libraryWrite({ sheets: [{ name: "Matrix", rows: [head, ...rows] }] });
/** The Matrix sheet as we lay it out, handed to the library with nothing around it. */
const laidOut = sheetOf(matrixSheet(document));
const styled = () => libraryWrite({ sheets: [laidOut], defaultFont: DEFAULT_FONT });
const sheet = await plain();
const ours = await writeMatrixXlsx(document, findings);
console.log(`plain sheet ${(sheet.length / 1e6).toFixed(2)} MB, our workbook ${(ours.length / 1e6).toFixed(2)} MB`);

const times = await duel(
  "XLSX, 5,000 x 45",
  [
    { name: "in: the library alone, a foreign sheet", run: () => libraryRead(sheet) },
    { name: "in: import of that sheet into a matrix", run: () => importFile(sheet, "bench.xlsx") },
    { name: "out: the library alone, the same cells plain", run: plain },
    { name: "out: the library alone, the same cells with our styles", run: styled },
    { name: "out: our workbook, styled, with all sheets", run: () => writeMatrixXlsx(document, findings) },
    { name: "back: the library alone, our workbook", run: () => libraryRead(ours) },
    { name: "back: import of our workbook", run: () => importFile(ours, "ours.xlsx") },
  ],
  5,
);
const at = (name: string) => times.get([...times.keys()].find((key) => key.startsWith(name)) ?? "") ?? Number.NaN;
const good = judge([
  { what: "import against the library alone", ratio: at("in: import") / at("in: the library"), limit: 2, unit: "x" },
  { what: "export against the library alone, plain cells", ratio: at("out: our") / at("out: the library alone, the same cells plain"), limit: 2, unit: "x" },
  { what: "export against the library alone, the same look", ratio: at("out: our") / at("out: the library alone, the same cells with"), limit: 2, unit: "x" },
  { what: "reading our workbook back against the library alone", ratio: at("back: import") / at("back: the library"), limit: 2, unit: "x" },
]);
process.exitCode = good ? 0 : 1;
