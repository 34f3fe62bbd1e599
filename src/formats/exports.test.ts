import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { Finding } from "#core/lint/finding.ts";
import type { Rule } from "#core/lint/rule.ts";
import { matrixDigest } from "#core/model/canonical.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { writeCsv } from "./csv/write.ts";
import { writeFindingsHtml } from "./html/findings.ts";
import { writeHtml } from "./html/write.ts";
import { writeMarkdown } from "./md/write.ts";
import { harbour } from "./remit-sheet/harbour.test-world.ts";
import { matrixSheet } from "./xlsx/write-matrix-sheet.ts";
import { cellsOf, matrixLayout } from "./remit-sheet/layout.ts";
import { awake, cellText, couldRun } from "./safe-cell.ts";
import { writeSarif } from "./sarif/write.ts";
import { readXlsx } from "./xlsx/read-xlsx.ts";
import { writeMatrixXlsx } from "./xlsx/write.ts";

const rule: Rule = {
  id: "no-backup", reads: "row", severity: "warning", summary: "Nobody stands in <b>", because: "Illness happens.", remedy: "Name a secondary owner.", source: "T15",
  avoid: {}, prefer: {}, checkRow: () => undefined,
};
const finding: Finding = { rule: "no-backup", severity: "warning", message: "nobody stands in for `<script>alert(1)</script>`", at: { kind: "activity", id: "isolate", field: "assignments/soc-analyst" }, title: "Isolate a host", fix: { label: "Make \"Ivo\" backup", edits: [] } };
const findings: readonly Finding[] = [
  finding,
  { ...finding, severity: "error", rule: "unlisted", at: { kind: "matrix" }, title: harbour.title, message: "=the matrix" },
  { ...finding, severity: "note", at: { kind: "role", id: "risk-owner" }, title: "Business Risk Owner", message: "worth a look" },
  { ...finding, message: "accepted one", waived: { by: "Dana Reyes", until: "2027-01-01", reason: "until the tender" } },
];

const nasty = fc.array(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", " ", '"', "'", "|", "<", ">", "&", ",", ";", "`", "a", "1+1", "</style>", "<!--", "😀"), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));

/** The example with one text in every place people write in. */
const saying = (text: string): MatrixDocument => ({
  ...harbour,
  title: text,
  about: text,
  parties: harbour.parties.map((party) => ({ ...party, name: text })),
  roles: harbour.roles.map((role) => ({ ...role, name: text })),
  areas: (harbour.areas ?? []).map((area) => ({ ...area, name: text })),
  activities: harbour.activities.map((row) => ({ ...row, title: text, note: text, evidence: [{ artifact: text }], assignments: row.assignments.map((one) => ({ ...one, condition: text })) })),
});

describe("CSV", () => {
  it("starts with a byte order mark, ends its lines with CRLF and holds the Matrix sheet's columns", () => {
    const csv = writeCsv(harbour);
    expect(csv.startsWith("\ufeffID,Area,Activity,Security Lead (Harbour Foods),")).toBe(true);
    expect(csv.endsWith("\r\n")).toBe(true);
    const { data } = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true, delimiter: "," });
    expect(data).toHaveLength(1 + harbour.activities.length);
    expect(data[1]?.slice(0, 8)).toEqual(["isolate", "Security monitoring", "Isolate a host", "C (if production stops)", "A", "R", "", "I"]);
  });

  it("holds no cell that could run, and every cell awake is the text of the sheet", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const document = saying(text);
        const { data } = Papa.parse<string[]>(writeCsv(document).slice(1).replace(/\r\n$/, ""), { delimiter: ",", newline: "\r\n" });
        for (const cell of data.flat()) expect(cell === "" || !couldRun(cell) || cell.startsWith("'")).toBe(true);
        const layout = matrixLayout(document);
        expect(data.slice(1).map((row) => row.map(awake))).toEqual(layout.rows.map((row) => cellsOf(row, layout).map(cellText)));
      }),
      { numRuns: 60 },
    );
  });
});

describe("XLSX", () => {
  it("has no formula and no error cell, whatever people wrote", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(nasty, fc.constantFrom("#N/A", "#REF!", "_x0041_", "=cmd|'/c calc'!A1")), async (text) => {
        const book = await readXlsx(await writeMatrixXlsx(saying(text), [{ ...finding, message: text }]));
        expect(book.sheets.flatMap(({ formulas }) => [...formulas])).toEqual([]);
        expect(book.sheets.find(({ name }) => name === "Findings")?.rows[1]?.[3]).toBe(cellText(text));
      }),
      { numRuns: 25 },
    );
  });

  it("has the sheets people expect, worst findings first, and hides only the kept document", async () => {
    const book = await readXlsx(await writeMatrixXlsx(harbour, findings, { catalogue: [rule] }));
    expect(book.sheets.map(({ name }) => name)).toEqual(["Matrix", "Findings", "Parties", "People", "Roles", "Areas", "Scope", "Legend", "_remit"]);
    expect(book.sheets.filter(({ hidden }) => hidden).map(({ name }) => name)).toEqual(["_remit"]);
    const [head, ...rows] = book.sheets[1]?.rows ?? [];
    expect(head).toEqual(["Severity", "ID", "Place", "Finding", "Remedy", "Rule", "Accepted"]);
    expect(rows.map(([severity]) => severity)).toEqual(["error", "warning", "note", "warning"]);
    expect(rows[1]).toEqual(["warning", "isolate", "Isolate a host, letters of SOC Analyst", finding.message, "Name a secondary owner.", "no-backup", null]);
    const matrix = book.sheets[0];
    expect(matrix?.rows[0]?.slice(3, 8)).toEqual(["Harbour Foods", null, "BlueOrbit", null, "Nordfire"]);
    expect(matrix?.merges.map(({ column, lastColumn }) => [column, lastColumn])).toEqual([[3, 4], [5, 6]]);
  });

  it("shows the fingerprint of the signed matrix, with a directory and without", async () => {
    const { directory: _, ...bare } = harbour;
    for (const document of [harbour, bare]) {
      const book = await readXlsx(await writeMatrixXlsx(document, []));
      expect(book.sheets.find(({ name }) => name === "Legend")?.rows.flat()).toContain(matrixDigest(document));
    }
  });

  it("is written for a matrix with nothing in it", async () => {
    const empty: MatrixDocument = { remit: 1, title: "Empty", parties: [], roles: [], activities: [] };
    const book = await readXlsx(await writeMatrixXlsx(empty, []));
    expect(book.sheets[0]?.rows[1]?.slice(0, 3)).toEqual(["ID", "Area", "Activity"]);
    expect(writeCsv(empty).split("\r\n")).toHaveLength(2);
    expect(writeMarkdown(empty)).toContain("# Empty");
    expect(writeHtml(empty, [])).toContain("<h1>Empty</h1>");
    expect(writeFindingsHtml(empty, [], { file: "empty.yaml", catalogue: [] })).toContain("Nothing found");
  });
});

describe("Markdown", () => {
  it("has one table for each area, and every row of a table has as many cells as its head", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const tables = writeMarkdown(saying(text)).split("\n").filter((line) => line.startsWith("| "));
        const cells = (line: string) => line.replace(/\\\\/g, "").replace(/\\\|/g, "").split("|").length;
        let width = 0;
        tables.forEach((line, i) => {
          if (tables[i + 1]?.includes("---")) width = cells(line);
          expect(cells(line)).toBe(width);
        });
      }),
    );
    expect(writeMarkdown(harbour).match(/^## /gm)).toHaveLength(3);
    expect(writeMarkdown(harbour)).toContain("| Isolate a host | Provider | C (if production stops) | A | R | I |");
  });
});

describe("HTML", () => {
  const tags = (html: string) => html.replace(/<style>[^]*?<\/style>/, "").match(/<[a-z!/][^>]*>/gi) ?? [];

  it("is one page without scripts or anything from elsewhere", () => {
    for (const html of [writeHtml(harbour, findings), writeFindingsHtml(harbour, findings, { file: "a.yaml", catalogue: [rule] })]) {
      expect(html).not.toMatch(/<script|<link|<img|@import|url\(|\bsrc=/i);
      expect(html.startsWith("<!doctype html>")).toBe(true);
    }
  });

  it("lets no text become a tag but the marks of quoted words", () => {
    const plain = (text: string) => [writeHtml(saying(text), [{ ...finding, message: text, title: text }]), writeFindingsHtml(saying(text), [{ ...finding, message: text, title: text }], { file: text, catalogue: [{ ...rule, summary: text, because: text, remedy: text }] })];
    const calm = plain("x").map((html) => tags(html).filter((tag) => !/^<(br|\/?q>|span class="mark)/.test(tag)).length);
    fc.assert(
      fc.property(nasty, (text) => {
        expect(plain(`x${text}x`).map((html) => tags(html).filter((tag) => !/^<(br|\/?q>|span class="mark)/.test(tag)).length)).toEqual(calm);
      }),
      { numRuns: 60 },
    );
  });

  it("says of each finding what, why, what to do and where, and names accepted ones apart", () => {
    const html = writeFindingsHtml(harbour, findings, { file: "harbour.remit.yaml", catalogue: [rule] });
    for (const text of ["Nobody stands in &lt;b&gt;", "Illness happens.", "Name a secondary owner.", "letters of SOC Analyst", "Security monitoring", "Accepted on purpose", "until the tender", "Can be mended at once"]) expect(html).toContain(text);
    expect(html.indexOf("=the matrix")).toBeLessThan(html.indexOf("Illness happens."));
  });
});

describe("SARIF", () => {
  const log = (options = {}) => JSON.parse(writeSarif(findings, { uri: "contracts/harbour foods.remit.yaml", catalogue: [rule], version: "0.1.0", ...options })) as { version: string; runs: { tool: { driver: { rules: { id: string }[] } }; results: Record<string, never>[] }[] };

  it("names rules, levels, places, and suppresses what was accepted", () => {
    const [run] = log({ locate: (at: { kind: string }) => (at.kind === "activity" ? { line: 12, column: 3 } : undefined) }).runs;
    expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(["no-backup", "unlisted"]);
    expect(run?.results.map(({ level }) => level)).toEqual(["warning", "error", "note", "warning"]);
    expect(run?.results[0]).toMatchObject({ ruleId: "no-backup", ruleIndex: 0, locations: [{ physicalLocation: { artifactLocation: { uri: "contracts/harbour%20foods.remit.yaml" }, region: { startLine: 12, startColumn: 3 } } }] });
    expect(run?.results.map((result) => "suppressions" in result)).toEqual([false, false, false, true]);
  });

  it("gives each finding a fingerprint of its own that no wording changes", () => {
    const prints = (list: readonly Finding[]) => (JSON.parse(writeSarif(list, { uri: "a", catalogue: [], version: "1" })) as { runs: { results: { partialFingerprints: object }[] }[] }).runs[0]?.results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
    expect(new Set(prints(findings)).size).toBe(findings.length);
    expect(prints(findings.map((one) => ({ ...one, message: "other words", title: "other" })))).toEqual(prints(findings));
  });
});

describe("the sheet of the matrix", () => {
  const wide = matrixSheet({ ...harbour, parties: harbour.parties.map((party) => (party.id === "nordfire" ? { ...party, name: "Nordfire Infrastructure Manufacturing" } : party)) });
  it("gives conditions room to wrap", () => {
    const at = wide.head[1]?.indexOf("Security Lead") ?? -1;
    const row = wide.body.findIndex((cells) => cells[at]?.includes("if production stops"));
    expect(wide.columns[at]?.width).toBeGreaterThanOrEqual("production".length + 2);
    expect(wide.bodyHeights[row]).toBeGreaterThanOrEqual(2 * 13.5);
  });
  it("gives a party with one role room for its name", () => {
    const at = wide.head[0]?.indexOf("Nordfire Infrastructure Manufacturing") ?? -1;
    expect(wide.columns[at]?.width).toBeGreaterThanOrEqual("Infrastructure".length);
    expect(wide.headHeights[0]).toBeGreaterThanOrEqual(3 * 13.5);
  });
});
