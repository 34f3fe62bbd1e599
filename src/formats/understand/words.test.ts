import { describe, expect, it } from "vitest";
import { controlKey, readControls } from "./controls.ts";
import { legendEntries } from "./legend.ts";
import { readNames } from "./names.ts";
import { readLane, sideOfHeader } from "./sides.ts";
import { readSla } from "./service-levels.ts";
import { readCadence, readSpan } from "./spans.ts";

describe("control ids", () => {
  it.each([
    ["AC-2(1)", "", "nist-800-53-r5:AC-2(1)"], ["IA-2 (12)", "Control ID", "nist-800-53-r5:IA-2(12)"], ["PR.AA-05", "", "nist-csf-2.0:PR.AA-05"], ["12.8.5", "PCI DSS", "pci-dss-4.0.1:12.8.5"],
    ["A.5.19", "", "iso-27001-2022:A.5.19"], ["3.1.1", "Control", "nist-800-171-r2:3.1.1"], ["164.308(a)(1)", "", "hipaa:164.308(a)(1)"], ["AC.L2-3.1.1", "", "cmmc-l2:AC.L2-3.1.1"],
    ["500.17(a)", "", "nycrr-500:500.17(a)"], ["2.H", "", "cisa-cpg-2.0:2.H"], ["PCI DSS 12.8.5; PR.AA-05", "Controls", "pci-dss-4.0.1:12.8.5 nist-csf-2.0:PR.AA-05"],
  ])("%s under `%s` is %s", (cell, header, expected) => expect((readControls(cell, header) ?? []).map(controlKey).join(" ")).toBe(expected));
  it.each(["Patch servers", "AC-2 and others", "8.1", ""])("%j is no list of controls", (cell) => expect(readControls(cell, "Notes")).toBeUndefined());
});

describe("lane words", () => {
  it.each([
    ["Client", "client"], ["Customer Responsibility", "client"], ["Internal", "client"], ["Agency", "client"], ["Tenant", "client"], ["Us", "client"],
    ["MSP", "provider"], ["MSSP", "provider"], ["Service provider", "provider"], ["Them", "provider"], ["Inherited", "provider"], ["Provider-managed", "provider"],
    ["CSP", "vendor"], ["Vendor", "vendor"], ["Supplier", "supplier"], ["Configured by Customer (own system)", "client"],
  ])("%s is on the side of the %s", (word, kind) => expect(readLane(word).sides.map((side) => side.kind)).toEqual([kind]));
  it.each(["Shared", "Both", "Joint", "Hybrid", "Client/Provider", "Client + MSP", "Shared (MSP leads)", "Customer and CSP"])("%s is shared", (word) => expect(readLane(word).shared).toBe(true));
  it("words nobody knows stay unknown", () => expect(readLane("Contoso").unknown).toEqual(["Contoso"]));
});

describe("headers of roles", () => {
  it.each([
    ["MSP", "MSP", "provider"], ["Analyst (MSSP)", "Analyst", "provider"], ["Security Lead - Client", "Security Lead", "client"], ["MSP Engineer", "MSP Engineer", "provider"], ["Azure", "Azure", "vendor"],
    ["Vendor Manager", "Vendor Manager", undefined], ["Customer Success Manager", "Customer Success Manager", undefined], ["CISO", "CISO", undefined], ["Client: CISO", "CISO", "client"],
  ])("%s names `%s`, side %s", (header, name, kind) => {
    const read = sideOfHeader(header);
    expect([read.name, read.side?.kind]).toEqual([name, kind]);
  });
});

describe("names in a cell", () => {
  it.each([
    ["Legal; CISO", "Legal|CISO"], ["Legal, CISO / CIO", "Legal|CISO|CIO"], ["CISO and CIO", "CISO|CIO"], ["Ops & Security", "Ops|Security"], ["n/a", ""],
    ["application owner if affected", "application owner<if affected>"], ["CISO (if it spreads, and lasts)", "CISO<if it spreads, and lasts>"], ["IT or desk", "IT?|desk?"], ["SOC L1/L2 lead", "SOC L1/L2 lead"],
  ])("%s", (cell, expected) =>
    expect(readNames(cell).map(({ name, condition, alternative }) => name + (condition ? `<${condition}>` : "") + (alternative ? "?" : "")).join("|")).toBe(expected));
});

describe("times", () => {
  it.each([["15 min", "PT15M"], ["4h", "PT4H"], ["1 business day", "P1D"], ["2 weeks", "P2W"], ["24x7", undefined], ["1.5 hours", "PT90M"], ["2-4 hours", "PT4H"], ["0.3 months", undefined], ["soon", undefined]])("%s", (text, span) => expect(readSpan(text)).toBe(span));
  it("an SLA needs a length of time and what it measures", () => {
    expect(readSla("acknowledge in 15 min; restore within 4 h", "SLA").sla).toEqual([
      { measure: "acknowledge", target: "PT15M", negotiated: true },
      { measure: "restore", target: "PT4H", negotiated: true },
    ]);
    expect(readSla("15 min", "Response time").sla).toMatchObject([{ measure: "respond", target: "PT15M" }]);
    expect(readSla("15 min", "SLA").sla).toEqual([{ measure: "respond", target: "PT15M", negotiated: true }]);
  });
  it("a cadence keeps its words", () => {
    expect(readCadence("every 2 weeks")).toEqual({ every: "P2W", text: "every 2 weeks" });
    expect(readCadence("as needed")).toEqual({ text: "as needed" });
  });
});

describe("legends", () => {
  it.each([["R = Responsible, A = Accountable", "R:R A:A"], ["(S) Sign-off; V - Verifies", "S:approver V:C"], ["P: Performs", "P:R"], ["A - Z list", ""], ["Patch servers", ""]])("%s", (text, expected) =>
    expect([...legendEntries(text)].map((entry) => entry.join(":")).sort().join(" ")).toBe(expected.split(" ").sort().join(" ")));
});
