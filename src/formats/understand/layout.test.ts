import { describe, expect, it } from "vitest";
import { importFile } from "../import-file.ts";

const read = (text: string, name = "m.csv") => importFile(new TextEncoder().encode(text), name);

describe("the rows of a legend", () => {
  const sheet = "Ref,Activity,CISO,MSP\n1,Patch,A,R\n2,Keep evidence,X,R\n3,Ask,Q,R\n\nLegend,,,\nR,Responsible - does the work,,\nA,Accountable,,\nX,to be clarified,,\nQ,quarrels about it,,\n";
  it("are no activities, whatever letter they explain", async () => {
    const { document } = await read(sheet);
    expect(document.activities.map(({ title }) => title)).toEqual(["Patch", "Keep evidence", "Ask"]);
  });
  it("say how a mark is read: what is to be clarified is nobody's yet", async () => {
    const { document, report } = await read(sheet);
    expect(document.activities[1]).toMatchObject({ assignments: [{ role: "msp", letter: "R" }], columns: { CISO: "X (to be decided)" } });
    expect(report.questions.find(({ id }) => id === "marks:m")).toMatchObject({ chosen: "open", assumed: true });
    expect(report.unread.map(({ address }) => address)).toEqual(["C3", "C4"]);
    expect((await read(sheet, "m.csv")).report.unread).toHaveLength(2);
    const told = await importFile(new TextEncoder().encode(sheet), "m.csv", { "marks:m": "A" });
    expect(told.document.activities[1]?.assignments).toEqual([{ role: "ciso", letter: "A" }, { role: "msp", letter: "R" }]);
  });
  it("may stand in one cell", async () => {
    const { document } = await read("R = Responsible; X = to be decided,,\nActivity,CISO,MSP\nPatch,X,R\nScan,A,R\n");
    expect(document.activities[0]?.columns).toEqual({ CISO: "X (to be decided)" });
  });
});

describe("headings that stand in the column of numbers", () => {
  it("are areas of the rows below, without a merge", async () => {
    const { document, report } = await read("Ref,Activity,CISO (Client),SOC Manager (MSSP)\n1. Monitoring,,,\n1.1,Watch SIEM alerts,A,R\nResponse,,,\n2.1,Isolate host,A,R\n2.2,,A,R\n");
    expect(document.areas?.map(({ name }) => name)).toEqual(["1. Monitoring", "Response"]);
    expect(document.activities.map(({ title, area }) => [title, area])).toEqual([["Watch SIEM alerts", "1-monitoring"], ["Isolate host", "response"]]);
    expect(report.unread.map(({ address }) => address)).toEqual(["A6", "C6", "D6"]);
  });
});

describe("a number and a title above rows that go on counting from it", () => {
  it("is a heading; an activity that nobody does is none", async () => {
    const { document } = await read("No,Activity,CISO,MSP\n1,Monitoring,,\n1.1,Watch,A,R\n1.2,Hand over,,\n2,Response,,\n2.1,Isolate,A,R\n");
    expect(document.areas?.map(({ name }) => name)).toEqual(["Monitoring", "Response"]);
    expect(document.activities.map(({ title }) => title)).toEqual(["Watch", "Hand over", "Isolate"]);
  });
});

describe("the title above a matrix", () => {
  it("is the title of the matrix", async () => {
    const { document, report } = await read("Harbour Foods – IT Security RACI,,\n,,\nActivity,CISO,MSP\nPatch,A,R\n", "raci_v7.csv");
    expect(document.title).toBe("Harbour Foods – IT Security RACI");
    expect(report.notes).toEqual([]);
  });
  it.each(["Version 3", "Last changed: 12/05/2026", "DRAFT", "Legend", "Please fill in the letters and send the sheet back to us before Friday.", "Client = Kestrel"])("%s is none", async (text) => {
    const { document } = await read(`${text},,\nActivity,CISO,MSP\nPatch,A,R\n`, "raci_v7.csv");
    expect(document.title).toBe("raci v7");
  });
});
