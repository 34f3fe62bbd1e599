import { describe, expect, it } from "vitest";
import { importFile } from "../import-file.ts";
import { readSla } from "./service-levels.ts";

const said = (text: string, header = "SLA", title = "") => (readSla(text, header, title).sla ?? []).map(({ measure, target, note }) => `${measure} ${target}${note === undefined ? "" : ` (${note})`}`).join(", ");

describe("the times in an SLA cell", () => {
  it.each([
    ["30 min", "respond PT30M"], ["72h", "respond PT72H"], ["5 working days", "respond P5D (5 working days)"], ["1 hour", "respond PT1H"], ["< 1 hour", "respond PT1H"], ["1 business day", "respond P1D (1 business day)"],
    ["Critical: 14 days, High: 30 days", "respond P14D (Critical), respond P30D (High)"],
    ["Critical: 14 days, High 30 days", "respond P14D (Critical), respond P30D (High)"],
    ["Critical and high: 14 days", "respond P14D (Critical and high)"],
    ["P1: 15 min; P2: 1h", "respond PT15M (P1), respond PT1H (P2)"],
    ["Standard 2d, emergency 4h", "respond P2D (Standard), respond PT4H (emergency)"],
    ["Ack 15 min / triage 30 min", "acknowledge PT15M, acknowledge PT30M (triage)"],
    ["ack 15 min resolve 4 h", "acknowledge PT15M, restore PT4H"],
    ["RPO 24h / RTO 8h", "rpo PT24H, rto PT8H"],
    ["RPO 24h/RTO 8h", "rpo PT24H, rto PT8H"],
    ["respond 15 min, day and night", "respond PT15M (day and night)"],
    ["completed within 1.5 hours", "complete PT90M"],
    ["every 4 hours", ""], ["99.5%", ""], ["4h/8h", "respond PT4H, respond PT8H"], ["as soon as possible", ""], ["24x7", ""],
  ])("%s", (text, expected) => expect(said(text)).toBe(expected));
  it("measure what the words say, else the header, else the row", () => {
    expect(said("ack 5 min", "Time to restore", "Notify the regulator")).toBe("acknowledge PT5M");
    expect(said("72h", "Time to restore", "Notify the regulator")).toBe("restore PT72H");
    expect(said("72h", "SLA", "Notify the regulator")).toBe("notify PT72H");
  });
  it("are the sheet's own: no samples, and what is done in time is not called a response", () => {
    expect(readSla("30 min", "SLA", "Isolate an infected host").sla).toEqual([{ measure: "contain", target: "PT30M", negotiated: true }]);
    expect(readSla("14 days", "SLA", "Patch servers").sla).toEqual([{ measure: "complete", target: "P14D", negotiated: true }]);
  });
  it("leave words over that promise no time", () => {
    expect(readSla("99.5%, 4 h", "SLA")).toMatchObject({ sla: [{ target: "PT4H" }], rest: { text: "99.5%" } });
    expect(readSla("as soon as possible", "SLA").rest?.why).toContain("no length of time");
    expect(readSla("quarterly", "SLA")).toEqual({ cadence: { every: "P3M", text: "quarterly" } });
  });
});

describe("a column of SLAs", () => {
  const read = (text: string) => importFile(new TextEncoder().encode(text), "m.csv");
  const rows = "Activity,CISO,MSP,SLA\nAnswer,A,R,1 hour\nPatch,A,R,99.5%\nScan,A,R,as soon as possible\nRestore,A,R,TBD\nCount,A,R,N/A\n";
  it("becomes targets, and what is none is listed and kept", async () => {
    const { document, report } = await read(rows);
    expect(document.activities.map(({ sla, columns, note }) => [sla?.[0]?.target, columns?.["SLA"], note])).toEqual([
      ["PT1H", undefined, undefined], [undefined, "99.5%", undefined], [undefined, "as soon as possible", undefined], [undefined, "TBD", undefined], [undefined, undefined, undefined],
    ]);
    expect(report.unread.map(({ address }) => address)).toEqual(["D3", "D4", "D5"]);
  });
  it("takes a limit out of a column of frequencies", async () => {
    const { document } = await read("Activity,CISO,MSP,Frequency\nAnswer,A,R,<1 hour\nScan,A,R,weekly\nCount,A,R,3 months\n");
    expect(document.activities.map(({ sla, cadence }) => [sla?.[0]?.target, cadence?.every])).toEqual([["PT1H", undefined], [undefined, "P1W"], [undefined, "P3M"]]);
  });
});

describe("a column of evidence and comments", () => {
  it("holds artifacts, and remarks that are none", async () => {
    const { document } = await importFile(new TextEncoder().encode("Activity,CISO,MSP,Evidence / Comments\nWatch,A,R,Monthly SOC report; 2 years\nKeep logs,A,R,13 months\nCut off,A,R,Who decides at night? TBD\nLeave,A,R,to be discussed with procurement\n"), "m.csv");
    expect(document.activities.map(({ evidence, note }) => [evidence?.[0]?.artifact, note])).toEqual([
      ["Monthly SOC report", "2 years"], [undefined, "13 months"], [undefined, "Who decides at night? TBD"], [undefined, "to be discussed with procurement"],
    ]);
  });
});
