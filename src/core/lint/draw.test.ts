import { describe, expect, it } from "vitest";
import { drawFinding, drawReport } from "./draw.ts";
import { shownWidth, tame } from "./draw-width.ts";
import type { Finding } from "./finding.ts";
import { drawn } from "./sketch.ts";

const matrix = drawn({
  rows: [
    { title: "Isolate a host", cells: { "Client (client)": "A", "Provider (provider)": "A" } },
    { title: "Patch servers", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A C if affected" } },
    { title: "主机隔离 🚀 und Prüfung", cells: { "セキュリティ責任者 (client)": "A", "SOC Analyst (provider)": "R" } },
  ],
});
const at = (id: string, field?: string): Finding => ({ rule: "r", severity: "error", message: "two accountable roles", at: { kind: "activity", id, ...(field ? { field } : {}) }, title: matrix.activities.find((row) => row.id === id)?.title ?? "" });

describe("the drawing of a finding", () => {
  it("underlines the faulty cell", () => {
    expect(drawFinding(matrix, at("a1", "assignments/provider"))).toBe(
      ["activity        Client  Provider", "                Client  Provider", "Isolate a host  A       A", "                        ~~~~~~~~ two accountable roles"].join("\n"),
    );
  });
  it("underlines all letters when the row as a whole is at fault", () => {
    expect(drawFinding(matrix, { ...at("a2", "assignments"), message: "nobody may act for Patch servers" })).toBe(
      ["activity       SOC Analyst  Security Lead", "               Provider     Client", "Patch servers  R            A/C (if affected)", "               ~~~~~~~~~~~  ~~~~~~~~~~~~~~~~~ nobody may act"].join("\n"),
    );
  });
  it("shows a role that has no letter where it should have one", () => {
    expect(drawFinding(matrix, { ...at("a2", "assignments/client"), message: "no letter" })).toContain("-");
  });
  it("names a field that is missing", () => {
    expect(drawFinding(matrix, { ...at("a1", "sla"), message: "no SLA" })).toBe(["activity        SLA", "Isolate a host  nothing", "                ~~~~~~~ no SLA"].join("\n"));
  });
  it("draws what is no row by its name", () => {
    expect(drawFinding(matrix, { rule: "vague-role", severity: "warning", message: "nobody is meant by `IT team`", at: { kind: "role", id: "provider" }, title: "IT team" })).toBe(['role  "IT team"', "      ~~~~~~~~~ nobody is meant by `IT team`"].join("\n"));
  });
  it("puts a long sentence below, in full", () => {
    const message = `the split does not say ${"who does what ".repeat(12)}`.trim();
    const drawing = drawFinding(matrix, { ...at("a1", "assignments/provider"), message }, { width: 60 });
    expect(drawing.split("\n").every((line) => shownWidth(line) <= 60)).toBe(true);
    expect(drawing.replace(/\s+/g, " ")).toContain(message);
  });
  it("keeps wide characters and emoji aligned", () => {
    const [head = "", , row = "", marks = ""] = drawFinding(matrix, at("a3", "assignments/soc-analyst")).split("\n");
    const column = shownWidth(head.slice(0, head.indexOf("SOC Analyst")));
    expect(shownWidth(row.slice(0, row.indexOf("R")))).toBe(column);
    expect(marks.indexOf("~")).toBe(column);
  });
  it("colours by what a piece is, and colours change no letter of it", () => {
    const painted = drawFinding(matrix, at("a1", "assignments/provider"), { color: (tone, text) => `[${tone}]${text}[/]` });
    expect(painted).toContain("[error]~~~~~~~~[/]");
    expect(painted.replace(/\[\/?[a-z]*\]/g, "")).toBe(drawFinding(matrix, at("a1", "assignments/provider")));
  });
  it("lets no text move the cursor", () => {
    const evil = { ...matrix, activities: matrix.activities.map((row) => ({ ...row, title: "\u001b[2Jgone\u0007\u202e" })) };
    expect(drawFinding(evil, { ...at("a1", "assignments/provider"), message: "\u001b[31mred" })).not.toMatch(/[\u001b\u0007\u202e]/);
    expect(tame("a\n b\tc")).toBe("a b c");
  });
});

describe("the report of all findings", () => {
  it("draws three places of a rule, names the others, and counts at the end", () => {
    const many = Array.from({ length: 5 }, (_, i): Finding => ({ ...at("a1", "assignments/provider"), title: `Row ${i + 1}` }));
    const report = drawReport(matrix, [...many, { ...at("a2"), severity: "note", rule: "n" }, { ...at("a2"), waived: { by: "Ana", until: "2027-01-01", reason: "x" } }]);
    expect(report.match(/activity {2}/g)).toHaveLength(4);
    expect(report).toContain("and 2 more rows: Row 4; Row 5");
    expect(report.endsWith("5 errors, 1 note; 1 finding accepted (waived)")).toBe(true);
    expect(report.indexOf("error  ")).toBeLessThan(report.indexOf("note  "));
  });
  it("says so when there is nothing", () => {
    expect(drawReport(matrix, [])).toBe("nothing found");
  });
});
