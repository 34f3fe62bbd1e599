import { describe, expect, it } from "vitest";
import { lint } from "#core/lint/linter.ts";
import { drawn } from "#core/lint/sketch.ts";
import stillToBeDecided from "#rules/still-to-be-decided.ts";
import { importFile } from "../import-file.ts";
import { isUndecided } from "./undecided.ts";

const read = (text: string) => importFile(new TextEncoder().encode(text), "m.csv");

describe("a cell that is still open", () => {
  it.each(["TBD", "tbc", "T.B.D.", "?", "???", "(TBD)", "to be decided", "To be agreed with Legal", "not yet defined", "TBD - ask Bob", "undecided", "who?"])("%s is", (text) => expect(isUndecided(text)).toBe(true));
  it.each(["N/A", "-", "R", "to be or not to be", "Is it?", "CISO", "pending tickets report", "open"])("%s is not", (text) => expect(isUndecided(text)).toBe(false));
});

describe("the rule about what is still to be decided", () => {
  const row = { title: "Keep the keys", cells: { "CISO (client)": "A", "Analyst (provider)": "R" } };
  it.each([
    ["its note", { note: "place TBD" }], ["its evidence", { evidence: [{ artifact: "to be agreed" }] }], ["its SLA", { sla: [{ measure: "respond" as const, target: "PT4H", negotiated: false, note: "4 h, tbc" }] }],
    ["its cadence", { cadence: { text: "TBD" } }], ["its procedure", { procedure: { steps: ["to be defined"] } }], ["under `CISO`", { columns: { CISO: "?" } }], ["under `Cost`", { columns: { Cost: "not yet known" } }],
  ])("looks at the words of every field and says which: %s", (where, field) => {
    const found = lint(drawn({ rows: [{ ...row, ...field }] }), [stillToBeDecided], "2026-11-21");
    expect(found.map(({ message }) => message.endsWith(where))).toEqual([true]);
  });
  it("leaves ordinary questions and words alone", () => {
    expect(lint(drawn({ rows: [{ ...row, note: "Is it done? See the list", columns: { Hint: "ask: to be or not to be?" } }] }), [stillToBeDecided], "2026-11-21")).toEqual([]);
  });
});

describe("what is still open in a sheet", () => {
  const letters = "Activity,CISO (Client),SOC Manager (MSSP)\nTell the press,TBD,I\nPatch servers,A,tbc\nRestore test,?,R\nRotate keys,N/A,R\nScan,-,R?\n";
  it("stays under its role, is listed, and the rule finds it; N/A and a dash are nothing", async () => {
    const { document, report } = await read(letters);
    expect(document.activities.map((row) => row.columns)).toEqual([{ "CISO (Client)": "TBD" }, { "SOC Manager (MSSP)": "tbc" }, { "CISO (Client)": "?" }, undefined, undefined]);
    expect(report.unread.map(({ address }) => address)).toEqual(["B2", "C3", "B4"]);
    expect(lint(document, [stillToBeDecided], "2026-11-21").map(({ at }) => at.id)).toEqual(["tell-the-press", "patch-servers", "restore-test"]);
    expect(document.activities[4]?.assignments).toEqual([{ role: "soc-manager", letter: "R", alternative: true }]);
  });
  it("does not cost a role its column", async () => {
    const { document } = await read(letters);
    expect(document.activities[1]?.assignments).toEqual([{ role: "ciso", letter: "A" }]);
    const all = await read("Activity,MSP,CISO,Legal\nPatch,R,A,TBD\nScan,R,A,TBD\n");
    expect(all.document.roles.map(({ name }) => name)).toEqual(["MSP", "CISO", "Legal"]);
  });
  it("stays where a name should stand, beside the names that are there", async () => {
    const { document, report } = await read("Activity,Responsible,Accountable\nPatch servers,TBD,CISO\nScan,TBD / SOC Analyst,to be agreed\nPlan,CISO?,n/a\n");
    expect(document.activities.map(({ assignments, columns }) => [assignments.map(({ role, letter, condition }) => [role, letter, condition]), columns])).toEqual([
      [[["ciso", "A", undefined]], { Responsible: "TBD" }],
      [[["soc-analyst", "R", undefined]], { Responsible: "TBD / SOC Analyst", Accountable: "to be agreed" }],
      [[["ciso", "R", "?"]], undefined],
    ]);
    expect(report.unread.map(({ address }) => address)).toEqual(["B2", "B3", "C3"]);
    expect(lint(document, [stillToBeDecided], "2026-11-21")).toHaveLength(4);
  });
});
