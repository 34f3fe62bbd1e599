import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { lint } from "#core/lint/linter.ts";
import { MatrixDocument } from "#core/model/document.ts";
import { catalogue } from "#rules/catalogue.ts";
import { writeCsv } from "../csv/write.ts";
import { importFile } from "../import-file.ts";
import { plainInline } from "../md/plain-inline.ts";
import { writeMarkdown } from "../md/write.ts";
import { markdownCell } from "../safe-cell.ts";
import { sayLetters } from "./letters.ts";

const demo = MatrixDocument.parse(JSON.parse(readFileSync(new URL("../../library/demo.json", import.meta.url), "utf8")));
const read = (text: string, name: string, choices = {}) => importFile(new TextEncoder().encode(text), name, choices);
type Imported = Awaited<ReturnType<typeof read>>;

/** Row and role names with the letters, whatever the ids are. */
const letters = ({ activities, roles }: MatrixDocument): string[] =>
  activities.flatMap((row) => roles.flatMap(({ id, name }) => {
    const held = sayLetters(row.assignments.filter(({ role }) => role === id));
    return held === "" ? [] : [`${row.title} | ${name} | ${held}`];
  })).sort();
const findings = (document: MatrixDocument): string[] => lint(document, catalogue, "2026-11-21").map(({ rule, at, title }) => (at.kind === "matrix" ? `${rule}: the matrix` : `${rule}: ${title}`));
const rulesThatDiffer = ({ document }: Imported): string[] => {
  const [before, after] = [findings(demo), findings(document)];
  return [...new Set([...before.filter((one) => !after.includes(one)), ...after.filter((one) => !before.includes(one))].map((one) => one.slice(0, one.indexOf(":"))))].sort();
};

/** Neither format holds people, hours of calendars, facts of systems, owners of areas, or who keeps an artifact, where and how long. */
const REGISTER_ONLY = ["backup-is-the-same-human", "calendar-without-hours", "evidence-without-producer", "evidence-without-retention", "legacy-credentials", "scope-without-owner", "shared-inbox-only-contact"];

describe("a matrix exported as CSV", () => {
  let back: Imported;
  beforeAll(async () => void (back = await read(writeCsv(demo), "demo.csv")));
  it("comes back with every letter and no unread cell", () => {
    expect(back.report.unread).toEqual([]);
    expect(letters(back.document)).toEqual(letters(demo));
    expect(back.report.sheets[0]).toMatchObject({ rows: demo.activities.length, cells: { unread: 0 } });
  });
  it("comes back with ids, terms, notes and times", () => {
    const kept = ({ id, title, criticality, sla, cadence, approval, controls, goal, procedure, result, note, cost, escalation, communication }: MatrixDocument["activities"][number]) => ({
      id, title, criticality, cadence, approval, controls, goal, procedure, result, note, cost, after: escalation?.after, communication, sla: sla?.map(({ measure, target, negotiated }) => [measure, target, negotiated]),
    });
    expect(new Map(back.document.activities.map((row) => [row.id, kept(row)]))).toEqual(new Map(demo.activities.map((row) => [row.id, kept(row)])));
  });
  it("lets the linter find the same, but for what the file does not hold", () => {
    // Beyond the registers: a secondary owner that a whole area has.
    expect(rulesThatDiffer(back).filter((rule) => !REGISTER_ONLY.includes(rule))).toEqual(["critical-without-backup"]);
  });
  it("tells the sides by the lanes, and asks where no lane says it", async () => {
    expect(back.document.parties.map(({ name, kind }) => [name, kind])).toEqual([["Alder Foods", "client"], ["Brightwell IT", "provider"], ["Meridian ERP Hosting", "provider"]]);
    expect(back.report.questions).toMatchObject([{ id: "organisation:demo:Meridian ERP Hosting", assumed: true }]);
    const told = await read(writeCsv(demo), "demo.csv", { "organisation:*:Meridian ERP Hosting": "vendor" });
    expect(told.document.parties[2]?.kind).toBe("vendor");
  });
  it("takes what was changed in it, and lists what cannot be taken", async () => {
    const edited = writeCsv(demo).replace("respond: 4 h (Brightwell desk hours)", "as soon as we can").replace(",quarterly,none,", ",monthly,none,");
    const { document, report } = await read(edited, "demo.csv");
    expect(report.unread).toMatchObject([{ text: "as soon as we can" }]);
    expect(document.activities.find(({ id }) => id === "review-privileged")?.cadence).toEqual({ every: "P1M" });
  });
  it("reads a row that nobody performs", async () => {
    const nobody = writeCsv({ ...demo, activities: demo.activities.map((row) => ({ ...row, assignments: row.assignments.filter(({ letter }) => letter !== "R") })) });
    expect((await read(nobody, "demo.csv")).report.unread).toEqual([]);
  });
});

describe("a matrix exported as Markdown", () => {
  let back: Imported;
  beforeAll(async () => void (back = await read(writeMarkdown(demo), "demo.md")));
  it("comes back with every letter, its title, its areas and no unread cell", () => {
    expect(back.report.unread).toEqual([]);
    expect(letters(back.document)).toEqual(letters(demo));
    expect(back.document.title).toBe(demo.title);
    expect(back.document.areas?.map(({ name }) => name)).toEqual((demo.areas ?? []).map(({ name }) => name).filter((name) => demo.activities.some(({ area }) => demo.areas?.find(({ id }) => id === area)?.name === name)));
  });
  it("lets the linter find the same, but for what the file does not hold", () => {
    // Beyond the registers: of a row it holds letters, SLA and evidence only.
    expect(rulesThatDiffer(back).filter((rule) => !REGISTER_ONLY.includes(rule))).toEqual(["approval-class-missing", "cadence-missing", "critical-without-sla", "shared-patching-without-validation", "shared-without-split"]);
  });
  it("no text of a cell is changed by the marks of Markdown", () => {
    const nasty = fc.array(fc.constantFrom("*", "_", "`", "[", "]", "(", ")", "|", "<", ">", "&", "~", "#", "!", "$", "\\", "\n", "://", "&amp;", "<br>", "a", "b c"), { minLength: 1, maxLength: 10 }).map((parts) => parts.join("").trim());
    fc.assert(
      fc.property(nasty, (text) => {
        expect(plainInline(markdownCell(text))).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("a table of somebody else", () => {
  it("with a column called Lane is a sheet like any other", async () => {
    const { report } = await read("Activity,Lane,CISO (Client),Analyst (MSSP)\nWatch,Nobody,A,R\n", "x.csv");
    expect(report.sheets[0]?.why).not.toBe("a table that Remit exported");
    expect(report.unread).toEqual([]);
  });
});
