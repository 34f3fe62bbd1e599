import { describe, expect, it } from "vitest";
import type { MatrixDocument } from "#core/model/document.ts";
import { readDocument } from "#core/model/read.ts";
import { mergeInto } from "./merge.ts";
import { understand } from "./understand/understand.ts";

const sheet = (rows: readonly (readonly (string | null)[])[]): MatrixDocument =>
  understand({ kind: "csv", sheets: [{ name: "m", rows, hidden: false, hiddenRows: new Set(), hiddenColumns: new Set(), merges: [], formulas: new Set(), shown: new Map() }] }, "m.csv").document;
const head = ["Activity", "CISO", "MSP"];
const old = sheet([head, ["Patch servers", "A", "R"], ["Review firewall rules", "A", "R"], ["Test restores", "A", "R"]]);

describe("a newer sheet over a matrix", () => {
  it("that is the same sheet changes nothing", () => {
    expect(mergeInto(old, old)).toEqual({ document: old, changes: [] });
  });
  it("says which letters change, which rows are new, and which are missing but kept", () => {
    const { document, changes } = mergeInto(old, sheet([head, ["Test restores", "A", "R (monthly)"], ["Patch servers", "C", "A/R"], ["Rotate keys", "A", "R"]]));
    expect(document.activities.map((row) => row.title)).toEqual(["Patch servers", "Review firewall rules", "Test restores", "Rotate keys"]);
    expect(changes).toEqual([
      { kind: "changed", title: "Patch servers", details: ["`CISO` goes from A to C", "`MSP` goes from R to A/R"] },
      { kind: "missing", title: "Review firewall rules", details: ["the newer sheet does not have this row; it was kept"] },
      { kind: "changed", title: "Test restores", details: ["`MSP` goes from R to R (monthly)"] },
      { kind: "added", title: "Rotate keys", details: ["`CISO` gets A", "`MSP` gets R"] },
    ]);
  });
  it("knows a row by its own number where its title was written anew, and by nothing where numbers merely moved on", () => {
    const numbered = ["Ref", ...head];
    const before = sheet([numbered, ["1.1", "Patch servers", "A", "R"], ["1.2", "Tune use cases of the SIEM", "A", "R"]]);
    const after = sheet([numbered, ["1.1", "Patch servers", "A", "R"], ["1.2", "Something else entirely", "A", "R"]]);
    expect(mergeInto(before, after).document.activities).toHaveLength(2);
    const moved = sheet([numbered, ["1.1", "Brand new work", "A", "R"], ["1.2", "Patch servers", "A", "R"], ["1.3", "Tune use cases of the SIEM", "A", "R"]]);
    expect(mergeInto(before, moved).document.activities.map(({ title }) => title).sort()).toEqual(["Brand new work", "Patch servers", "Tune use cases of the SIEM"]);
  });
  it("keeps what the matrix has gathered since", () => {
    const grown: MatrixDocument = { ...old, activities: old.activities.map((row, i) => (i === 0 ? { ...row, riskOwner: "client", evidence: [{ artifact: "report" }], sla: [{ measure: "respond", target: "PT4H", calendar: "always", negotiated: true, note: "on site" }] } : row)) };
    const { document } = mergeInto(grown, sheet([["Activity", "CISO", "MSP", "SLA"], ["Patch servers", "R", "A", "respond in 4 h"]]));
    expect(document.activities[0]).toMatchObject({ riskOwner: "client", evidence: [{ artifact: "report" }], sla: [{ target: "PT4H", calendar: "always", note: "on site" }], assignments: [{ role: "ciso", letter: "R" }, { role: "msp", letter: "A" }] });
  });
  it("says what a target was and what it becomes, and takes no agreed target back to a sample", () => {
    const agreed: MatrixDocument = { ...old, activities: old.activities.map((row, i) => (i === 0 ? { ...row, sla: [{ measure: "respond", target: "PT4H", negotiated: true }] } : row)) };
    const slow = mergeInto(agreed, sheet([["Activity", "CISO", "MSP", "SLA"], ["Patch servers", "A", "R", "respond in 8 h"]]));
    expect(slow.changes[0]?.details).toEqual(["SLA: `respond: 4 h` → `respond: 8 h`"]);
    const sample: MatrixDocument = { ...agreed, activities: agreed.activities.map((row, i) => (i === 0 ? { ...row, sla: [{ measure: "respond", target: "PT1H", negotiated: false }] } : row)) };
    expect(mergeInto(agreed, sample)).toEqual({ document: agreed, changes: [] });
  });
  it("leaves letters alone for which it has no column", () => {
    const grown: MatrixDocument = { ...old, roles: [...old.roles, { id: "dpo", name: "DPO", party: old.parties[0]?.id ?? "" }], activities: old.activities.map((row) => ({ ...row, assignments: [...row.assignments, { role: "dpo", letter: "I" }] })) };
    expect(mergeInto(grown, old)).toEqual({ document: grown, changes: [] });
  });
  it("recognises a reworded row, and does not confuse alike titles of other areas", () => {
    const { changes } = mergeInto(old, sheet([head, ["Reviewing of the firewall rules", "A", "R"], ["Patch servers", "A", "R"], ["Test restores", "A", "R"]]));
    expect(changes).toEqual([{ kind: "changed", title: "Review firewall rules", details: ["title becomes `Reviewing of the firewall rules`"] }]);
    const areas = sheet([["Area", ...head], ["Cloud", "Review access", "A", "R"], ["Plant", "Review access", "A", "C"]]);
    expect(mergeInto(areas, sheet([["Area", ...head], ["Plant", "Review access", "A", "C"], ["Cloud", "Review access", "A", "R"]])).changes).toEqual([]);
  });
  it("follows the sheet's own ids through a new title", () => {
    const before = sheet([["ID", ...head], ["IAM-01", "Create accounts", "A", "R"], ["IAM-02", "Delete accounts", "A", "R"]]);
    const after = sheet([["ID", ...head], ["IAM-02", "Remove leavers", "A", "R"], ["IAM-01", "Create accounts", "A", "R"]]);
    expect(mergeInto(before, after).changes).toMatchObject([{ kind: "changed", title: "Delete accounts" }]);
  });
  it("takes new roles and parties along and stays a valid matrix", () => {
    const { document } = mergeInto(old, sheet([["Activity", "CISO", "Integrator", "Cost"], ["Patch servers", "A", "R", "4711"], ["Move the rack", null, "R", null]]));
    expect(document.roles.map((role) => role.name)).toEqual(["CISO", "MSP", "Integrator"]);
    expect(readDocument(JSON.parse(JSON.stringify(document)))).toMatchObject({ ok: true });
    expect(document.activities[0]?.columns).toEqual({ Cost: "4711" });
  });
});
