import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { readDocument } from "#core/model/read.ts";
import { importFile } from "./import-file.ts";
import { UnreadableFile } from "./workbook.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const refusal = (bytes: Uint8Array, name: string) =>
  importFile(bytes, name).then(
    () => undefined,
    (problem: unknown) => problem,
  );
const matrix = "Activity,Client CISO,MSP Engineer\nPatch servers,A,R\nReview logs,R/A,C (monthly)\n";

describe("a file that can be read", () => {
  it("gives rows, roles, letters and conditions from CSV", async () => {
    const { document, report } = await importFile(utf8(matrix), "ops.csv");
    expect(document.activities.map((row) => row.title)).toEqual(["Patch servers", "Review logs"]);
    expect(document.roles.map((role) => role.name)).toEqual(["Client CISO", "MSP Engineer"]);
    expect(document.activities[1]?.assignments).toEqual([
      { role: "client-ciso", letter: "R" },
      { role: "client-ciso", letter: "A" },
      { role: "msp-engineer", letter: "C", condition: "monthly" },
    ]);
    expect(document.parties.map((party) => party.kind).sort()).toEqual(["client", "provider"]);
    expect(report.unread).toEqual([]);
  });
  it.each([
    ["semicolons", utf8(matrix.replaceAll(",", ";"))],
    ["tabs", utf8(matrix.replaceAll(",", "\t"))],
    ["a byte order mark", utf8("\ufeff" + matrix)],
    ["UTF-16", new Uint8Array([0xff, 0xfe, ...[...matrix].flatMap((letter) => [letter.charCodeAt(0), 0])])],
    ["Windows line ends", utf8(matrix.replaceAll("\n", "\r\n"))],
  ])("reads CSV with %s the same", async (_, bytes) => {
    const plain = await importFile(utf8(matrix), "ops.csv");
    expect((await importFile(bytes, "ops.csv")).document).toEqual(plain.document);
  });
  it("says when the encoding had to be guessed", async () => {
    const { document, report } = await importFile(new Uint8Array([...utf8("Activity,Caf"), 0xe9, ...utf8(" Manager,MSP\nPatch,R,A\n")]), "x.csv");
    expect(document.roles[0]?.name).toBe("Café Manager");
    expect(report.notes[0]?.text).toContain("Windows-1252");
  });
  it("knows a workbook by its bytes, whatever it is called", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "Ops", rows: [["Activity", "CISO", "MSP"], ["Patch servers", "A", "R"]] }] });
    expect((await importFile(bytes, "ops.csv")).document.activities).toHaveLength(1);
  });
  it("follows the reader's choices", async () => {
    const sheet = utf8("Activity,CISO,MSP\nPatch,P,A\nScan,P,A\n");
    const open = await importFile(sheet, "x.csv");
    expect(open.report.unread.map((cell) => cell.address)).toEqual(["B2", "B3"]);
    expect(open.report.questions[0]).toMatchObject({ id: "letter:x:P", chosen: "leave-out", assumed: true, places: "B2 and B3" });
    const told = await importFile(sheet, "x.csv", { "letter:x:P": "R" });
    expect(told.report.unread).toEqual([]);
    expect(told.document.activities[0]?.assignments[0]).toEqual({ role: "ciso", letter: "R" });
    expect(told.report.questions[0]).toMatchObject({ chosen: "R", assumed: false });
  });
  it("takes a list as long as a large house has it", async () => {
    const { document } = await importFile(utf8(`Activity,CISO\n${Array.from({ length: 130_000 }, (_, i) => `Task ${i},R`).join("\n")}`), "long.csv");
    expect(document.activities).toHaveLength(130_000);
  });
  it("lets the reader give a column another meaning", async () => {
    const { document } = await importFile(utf8("Activity,Remark,CISO\nPatch,weekly,A\n"), "x.csv", { "column:x:B": "cadence" });
    expect(document.activities[0]?.cadence).toEqual({ every: "P1W", text: "weekly" });
  });
});

describe("a file that cannot be read", () => {
  it.each([
    ["nothing at all", new Uint8Array(0), "a.csv", "empty"],
    ["nothing at all as a workbook", new Uint8Array(0), "a.xlsx", "empty"],
    ["blanks", utf8(" \n \n"), "a.csv", "empty"],
    ["text called .xlsx", utf8("Activity,R"), "a.xlsx", "not-a-spreadsheet"],
    ["prose", utf8("Dear all,\nplease find attached nothing.\n"), "a.csv", "not-a-spreadsheet"],
    ["Markdown without a table", utf8("# Title\n\ntext\n"), "a.md", "not-a-spreadsheet"],
    ["a PDF", utf8("%PDF-1.7"), "a.pdf", "not-a-spreadsheet"],
    ["bytes that are no text", new Uint8Array([65, 44, 66, 10, 0, 0, 0, 1, 2, 65, 66, 67]), "a.csv", "encoding"],
    ["10,000 columns", utf8(`Activity,${Array.from({ length: 9_999 }, (_, i) => `Role ${i}`).join(",")}\n`), "a.csv", "too-wide"],
  ])("is refused with a remedy: %s", async (_, bytes, name, code) => {
    const problem = await refusal(bytes, name);
    expect(problem).toBeInstanceOf(UnreadableFile);
    expect((problem as UnreadableFile).code).toBe(code);
    expect((problem as UnreadableFile).remedy).not.toBe("");
  });
  it("is refused when it is larger than 64 MB of text", async () => {
    expect(await refusal(new Uint8Array(64 * 1024 * 1024 + 1).fill(65), "a.csv")).toMatchObject({ code: "too-large" });
  });
  it("is refused when it is longer than 200,000 rows", async () => {
    expect(await refusal(utf8(`Activity,CISO\n${"Patch,R\n".repeat(200_100)}`), "a.csv")).toMatchObject({ code: "too-large" });
  });
});

describe("whatever bytes come in", () => {
  it("the importer answers with a valid matrix or with a reason and a remedy", async () => {
    const soup = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ maxLength: 300, unit: "binary" }).map(utf8),
      fc.array(fc.array(fc.constantFrom("Activity", "R", "A & C (x)", "MSP", "Client", "", "---", "Shared", "|", "p/S", "Yes", "X", "__proto__", "constructor", "1.1"), { maxLength: 5 }), { maxLength: 8 }).map((rows) => utf8(rows.map((row) => row.join(",")).join("\n"))),
      fc.array(fc.constantFrom("| a | b |", "|---|---|", "| R | A |", "# h", "```", "|", "\\|", "---|---"), { maxLength: 12 }).map((lines) => utf8(lines.join("\n"))),
      fc.uint8Array({ maxLength: 200 }).map((rest) => new Uint8Array([0x50, 0x4b, 3, 4, ...rest])),
    );
    await fc.assert(
      fc.asyncProperty(soup, fc.constantFrom("a.xlsx", "a.csv", "a.md", "a"), async (bytes, name) => {
        try {
          const { document } = await importFile(bytes, name);
          expect(readDocument(JSON.parse(JSON.stringify(document)))).toMatchObject({ ok: true });
        } catch (problem) {
          expect(problem).toBeInstanceOf(UnreadableFile);
        }
      }),
      { numRuns: 400 },
    );
  });
  it("a workbook with some bytes changed is read or refused, and never breaks the importer", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "Ops", rows: [["Activity", "CISO", "MSP"], ["Patch servers", "A", "R"], ["Scan", "C", 8.1]] }] });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), fc.nat(bytes.length), async (changes, cut) => {
        const broken = bytes.slice(0, cut % 5 === 0 ? cut : bytes.length);
        for (const [at, value] of changes) if (at < broken.length) broken[at] = value;
        const problem = await refusal(broken, "a.xlsx");
        if (problem !== undefined) expect(problem).toBeInstanceOf(UnreadableFile);
      }),
      { numRuns: 150 },
    );
  });
});

describe("a file made to take long", () => {
  const cell = 300_000;
  it.each([
    ["a cell of blanks in every column", `Activity,SLA,Evidence,Responsible,Notes\n${"x".repeat(3)},${["1", "y", "z", "n"].map((word) => `${word}${" ".repeat(cell)}${word}`).join(",")}\n`, "a.csv"],
    ["a cell of brackets", `Activity,CISO,MSP\nPatch,${"R(".repeat(cell / 2)},A\n`, "a.csv"],
    ["a header of brackets", `Activity,${"(".repeat(cell)},CISO\nPatch,R,A\n`, "a.csv"],
    ["a cell of commas and lines", `Activity,Responsible,Accountable\nPatch,"${"a, b / c\n".repeat(cell / 9)}",CISO\n`, "a.csv"],
    ["a cell of legends", `Activity,CISO\nPatch,R\n"${"R = ".repeat(cell / 4)}",\n`, "a.csv"],
    ["Markdown of open links", `| Activity | CISO |\n|---|---|\n| ${"[".repeat(cell)} | R |\n| ${"**a ".repeat(cell / 4)} | A |\n`, "a.md"],
  ])("does not: %s", async (_, text, name) => {
    const start = performance.now();
    await refusal(utf8(text), name);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
