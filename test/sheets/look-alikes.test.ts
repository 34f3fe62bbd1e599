import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { MatrixDocument } from "#core/model/document.ts";
import { readDocument } from "#core/model/read.ts";
import { importFile } from "#formats/import-file.ts";
import { WORKBOOKS } from "./workbooks.ts";

/** Row title, role, letter with its condition; `?` for one of several undecided performers. */
type Key = readonly (readonly [string, string, string])[];

const here = new URL("./", import.meta.url);
const cases = readdirSync(here)
  .filter((name) => name.endsWith(".key.json"))
  .map((name) => name.replace(".key.json", ""));

async function bytesOf(stem: string): Promise<{ bytes: Uint8Array; name: string }> {
  const built = WORKBOOKS[stem];
  if (built) return { bytes: await built(), name: `${stem}.xlsx` };
  const name = readdirSync(here).find((file) => file === `${stem}.csv` || file === `${stem}.md`);
  if (name === undefined) throw new Error(`no sheet for the key ${stem}`);
  return { bytes: new Uint8Array(readFileSync(new URL(encodeURIComponent(name), here))), name };
}

function cellsOf(document: MatrixDocument): string[] {
  const names = new Map(document.roles.map((role) => [role.id as string, role.name]));
  return document.activities
    .flatMap((row) => row.assignments.map((one) => `${row.title} | ${names.get(one.role) ?? "?"} | ${one.letter}${one.alternative ? "?" : ""}${one.condition ? ` (${one.condition})` : ""}`))
    .sort();
}

describe("look-alikes of sheets met in the wild", () => {
  it("there are at least five of them", () => expect(cases.length).toBeGreaterThanOrEqual(5));
  it.each(cases)("every letter of %s is read as a person reads it", async (stem) => {
    const key = JSON.parse(readFileSync(new URL(`${encodeURIComponent(stem)}.key.json`, here), "utf8")) as Key;
    const { bytes, name } = await bytesOf(stem);
    const { document, report } = await importFile(bytes, name);
    expect(cellsOf(document)).toEqual(key.map((cell) => cell.join(" | ")).sort());
    expect(readDocument(JSON.parse(JSON.stringify(document)))).toMatchObject({ ok: true });
    for (const sheet of report.sheets.filter((one) => one.used)) expect(sheet.cells.understood + sheet.cells.unread).toBe(sheet.cells.filled);
  });
});

describe("what the look-alikes say besides letters", () => {
  const read = async (stem: string) => {
    const { bytes, name } = await bytesOf(stem);
    return importFile(bytes, name);
  };
  it("headings become areas, numbers of rows are kept", async () => {
    const { document } = await read("plant-with-two-providers");
    expect(document.areas?.map((area) => area.name)).toEqual(["Steering", "Running the house", "Watching"]);
    expect(document.activities[1]?.columns).toEqual({ No: "1a" });
    expect(document.parties.map((party) => [party.name, party.kind])).toEqual(expect.arrayContaining([["Client", "client"], ["MSP", "provider"], ["MSSP", "provider"]]));
  });
  it("a table of courses is not taken for a matrix", async () => {
    const { report } = await read("rollout-in-three-tables");
    expect(report.sheets.map((sheet) => [sheet.name, sheet.used])).toEqual([["Trial: one desk", true], ["Roll-out: all desks", true], ["Day-to-day", false], ["Courses", false]]);
  });
  it("a list of duties beside a matrix is offered, not taken; asked for, its letters are asked about too", async () => {
    const { bytes, name } = await bytesOf("rollout-in-three-tables");
    const first = await importFile(bytes, name);
    expect(first.report.questions.map(({ id, chosen }) => [id, chosen])).toEqual([["sheet:Day-to-day", "leave-out"]]);
    const taken = await importFile(bytes, name, { "sheet:Day-to-day": "take" });
    expect(cellsOf(taken.document)).toEqual(expect.arrayContaining(["Read the feedback | Product Lead | R", "Sample the answers | CISO | R"]));
    expect(taken.report.questions.map(({ id }) => id)).toContain("duties:Day-to-day");
  });
  it("a blank area goes on from the row above", async () => {
    const { document } = await read("Service Owner RACI");
    expect(document.activities.map((row) => document.areas?.find((area) => area.id === row.area)?.name)).toEqual(["Planning", "Planning", "Planning", "People", "People", "People"]);
  });
  it("groups over roles are their parties; legend, total and hidden sheet are left out and said", async () => {
    const { document, report } = await read("grouped-roles");
    const partyOf = (name: string) => document.parties.find((party) => party.id === document.roles.find((role) => role.name === name)?.party)?.kind;
    expect(["CISO", "IT Manager", "SOC Analyst", "Service Manager"].map(partyOf)).toEqual(["client", "client", "provider", "provider"]);
    expect(document.activities.map((row) => row.id)).toEqual(["ID-1", "ID-2", "MON-1", "MON-2"]);
    expect(report.unread).toMatchObject([{ address: "E9", text: "V" }]);
    expect(report.questions.map((question) => question.id).sort()).toEqual(["letter:Matrix:S", "letter:Matrix:V", "marks:Matrix", "sheet:Old"]);
    expect(report.notes.some((note) => note.text.includes("totals"))).toBe(true);
  });
  it("the prose of a shared row becomes its split, and hidden columns are named", async () => {
    const { document, report } = await read("cloud-lanes");
    expect(document.activities[0]?.split?.parts.map((part) => part.does)).toEqual(["Runs the directory.", "Approves each account."]);
    expect(document.activities[1]?.split).toBeUndefined();
    expect(document.activities[1]?.columns?.["Customer Responsibilities"]).toBe("Tells the desk.");
    expect(document.activities[0]?.controls).toEqual(["nist-800-53-r5:AC-1"]);
    expect(report.notes.some((note) => note.text.includes("hidden columns"))).toBe(true);
    expect(report.questions).toMatchObject([{ id: "lane:Requirements:Azure", chosen: "vendor", assumed: true }]);
  });
  it("validation and evidence behind a name are no failover", async () => {
    const { document } = await read("two-owners");
    const [watch, patch, restore, audits] = document.activities;
    expect(watch).toMatchObject({ secondary: "client-security-lead", sla: [{ measure: "acknowledge", target: "PT15M", negotiated: true }] });
    expect(patch?.secondary).toBeUndefined();
    expect(restore).toMatchObject({ validation: { by: "client" }, cadence: { every: "P1M" }, note: "monthly restore test" });
    expect(audits).toMatchObject({ evidence: [{ producer: "msp" }] });
  });
  it("unfilled rows of a control sheet stay, with nobody", async () => {
    const { document } = await read("origin-marks");
    expect(document.activities.find((row) => row.title === "AC-3")?.assignments).toEqual([]);
    expect(document.activities[0]?.columns).toEqual({ Implemented: "X" });
  });
});
