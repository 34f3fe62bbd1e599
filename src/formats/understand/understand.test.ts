import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocument } from "#core/model/read.ts";
import { UnreadableFile, type CellValue, type Sheet } from "../workbook.ts";
import { understand } from "./understand.ts";

const sheetOf = (rows: readonly (readonly CellValue[])[], more: Partial<Sheet> = {}): Sheet => ({
  name: "Matrix", rows, hidden: false, hiddenRows: new Set(), hiddenColumns: new Set(), merges: [], formulas: new Set(), shown: new Map(), ...more,
});
const read = (rows: readonly (readonly CellValue[])[], choices = {}, more: Partial<Sheet> = {}) => understand({ kind: "xlsx", sheets: [sheetOf(rows, more)] }, "m.xlsx", choices);
const letters = (result: ReturnType<typeof read>) => result.document.activities.map((row) => `${row.title}: ${row.assignments.map((one) => `${one.role}=${one.letter}`).join(" ")}`);

describe("understanding a sheet", () => {
  it("finds the header under a title block", () => {
    const result = read([["Ops matrix"], ["Version", "3"], [], ["Owner of this sheet", "Ana"], [], ["Ref", "Activity", "CISO", "MSP"], ["1", "Patch", "A", "R"]]);
    expect(letters(result)).toEqual(["Patch: ciso=A msp=R"]);
    expect(result.report.sheets[0]?.headerRows).toEqual([6]);
  });
  it("reads tables stacked in one sheet with their own roles", () => {
    const result = read([["Activity", "CISO", "MSP"], ["Patch", "A", "R"], [], ["Activity", "CFO", "MSP"], ["Pay", "A", "C"]]);
    expect(letters(result)).toEqual(["Patch: ciso=A msp=R", "Pay: cfo=A msp=C"]);
  });
  it("asks whether lone titles are headings or activities", () => {
    const rows = [["Activity", "CISO", "MSP"], ["Identity", null, null], ["Create accounts", "A", "R"], ["Monitoring", null, null], ["Watch alerts", "A", "R"], ["Tune rules", null, null]];
    const first = read(rows);
    expect(first.document.activities.map((row) => row.title)).toEqual(["Create accounts", "Watch alerts", "Tune rules"]);
    expect(first.report.questions).toMatchObject([{ id: "headings:Matrix", chosen: "headings", assumed: true }]);
    expect(read(rows, { "headings:Matrix": "activities" }).document.activities).toHaveLength(5);
  });
  it("takes the sheet's legend for letters nobody else explains", () => {
    const result = read([["P = Performs, S = Sign-off, I = Informed"], ["Task", "CISO", "IT Lead"], ["Patch", "S", "P"]]);
    expect(result.document.activities[0]).toMatchObject({ assignments: [{ role: "it-lead", letter: "R" }], approvers: ["ciso"] });
    expect(result.report.unread).toEqual([]);
  });
  it("asks what an approver is", () => {
    const rows = [["Task", "Responsible", "Approver"], ["Open a port", "Network engineer", "Security lead"]];
    expect(read(rows).document.activities[0]).toMatchObject({ approvers: ["security-lead"] });
    expect(read(rows, { "approver:*": "C" }).document.activities[0]?.assignments).toContainEqual({ role: "security-lead", letter: "C" });
  });
  it("reports ids that were made numbers", () => {
    const rows = [["PCI DSS requirement ID", "Activity", "CISO"], ...["8.1", "8.2", "8.9", "8.1", "8.11"].map((id) => [Number(id), `Step ${id}`, "A"])];
    expect(read(rows).report.notes).toContainEqual({ sheet: "Matrix", address: "A5", text: "`8.1` may have been `8.10` before the spreadsheet made it a number" });
    const shown = read([["Control ID", "Activity", "CISO"], [3.1, "Doors", "A"]], {}, { shown: new Map([["1,0", "3.10"]]) });
    expect(shown.report.notes[0]?.text).toContain("shows 3.10");
  });
  it("asks which side the roles are on when a provider is only spoken of", () => {
    const rows = [["Task", "Lead", "Analyst", "Note"], ["Watch", "A", "R", "the MSP sends a report"]];
    const first = read(rows);
    expect(first.report.questions.map((question) => question.id)).toEqual(["side:*"]);
    const told = read(rows, { "side:Analyst": "provider" });
    expect(told.document.parties.map((party) => party.kind)).toEqual(["client", "provider"]);
  });
  it("keeps columns it has no field for word for word", () => {
    expect(read([["Task", "CISO", "Cost centre", "Cost centre"], ["Patch", "A", "4711", "shared"]]).document.activities[0]?.columns).toEqual({ "Cost centre": "4711", "Cost centre (2)": "shared" });
  });
  it("lists rows without a name and cells without a meaning by their address", () => {
    const result = read([["Task", "CISO", "MSP"], ["Patch", "A", "ask Bob"], [null, "A", "R"], ["Scan", "A", "R"]]);
    expect(result.report.unread.map((cell) => cell.address)).toEqual(["C2", "B3", "C3"]);
  });
  it("goes on under a title merged over several rows", () => {
    const result = read([["Task", "Responsible", "Accountable"], ["Patch", "Ana", "Zoe"], [null, "Ben", null]], {}, { merges: [{ row: 1, column: 0, lastRow: 2, lastColumn: 0 }] });
    expect(letters(result)).toEqual(["Patch: ana=R zoe=A ben=R"]);
  });

  const cell = fc.oneof(
    fc.constantFrom<CellValue>(null, null, null, "R", "A", "C/I", "A & R (x)", "X", "Yes", "Partial", "Client", "MSP", "Shared", "Activity", "Task", "Area", "Control ID", "AC-2(1)", "8.1", 8.1, "Responsible", "Accountable", "Customer responsibility", "Primary owner", "Secondary owner", "SLA", "15 min", "Total", "---", "R = Responsible", "Identity", "Patch servers", "__proto__", "constructor", "#REF!", true, 0),
    fc.string({ maxLength: 12 }),
  );
  const anySheet = fc.record({ rows: fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 14 }), merges: fc.array(fc.tuple(fc.nat(8), fc.nat(6), fc.nat(3), fc.nat(3)), { maxLength: 3 }), hidden: fc.boolean(), name: fc.string({ maxLength: 8 }) });
  it("never breaks, gives a valid matrix, and accounts for every filled cell", () => {
    fc.assert(
      fc.property(fc.array(anySheet, { minLength: 1, maxLength: 3 }), (drawn) => {
        const sheets = drawn.map(({ rows, merges, hidden, name }) => sheetOf(rows, { name, hidden, merges: merges.map(([row, column, down, right]) => ({ row, column, lastRow: row + down, lastColumn: column + right })) }));
        let result: ReturnType<typeof read>;
        try {
          result = understand({ kind: "xlsx", sheets }, "m.xlsx", {});
        } catch (problem) {
          expect(problem).toBeInstanceOf(UnreadableFile);
          return;
        }
        expect(readDocument(JSON.parse(JSON.stringify(result.document)))).toMatchObject({ ok: true });
        for (const sheet of result.report.sheets.filter((one) => one.used)) expect(sheet.cells.understood + sheet.cells.unread).toBe(sheet.cells.filled);
        const used = result.report.sheets.filter((one) => one.used).reduce((sum, one) => sum + one.cells.unread, 0);
        expect(result.report.unread).toHaveLength(used);
        const roles = new Set(result.document.roles.map((role) => role.id as string));
        for (const row of result.document.activities) for (const one of row.assignments) expect(roles.has(one.role)).toBe(true);
      }),
      { numRuns: 1_500 },
    );
  });
});
