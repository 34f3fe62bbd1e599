import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyDocument } from "#formats/remit-sheet/any-document.test-world.ts";
import { drawn, type SketchRow } from "../lint/sketch.ts";
import type { Activity } from "../model/activity.ts";
import type { MatrixDocument } from "../model/document.ts";
import { compare } from "./compare.ts";
import { isNothing } from "./comparison.ts";
import { drawComparison, markdownComparison } from "./draw.ts";
import { changedFor } from "./for-whom.ts";
import { RISKS } from "./risk.ts";
import { sentencesOf } from "./sentences.ts";

const CELLS = { "SOC Analyst (provider)": "R", "Security Lead (client)": "A", "CIO (client)": "C" };
const PEOPLE = { "Ana Ortiz": ["Security Lead"], "Ben Adu": ["Security Lead"], "Cy Rao": ["SOC Analyst (provider)"], "Di Kim": ["CIO"] };
const before = (row: Partial<SketchRow> = {}, matrix: Partial<MatrixDocument> = {}): MatrixDocument => drawn({ rows: [{ title: "Restore a server", cells: CELLS, ...row }], people: PEOPLE, matrix });
const told = (a: MatrixDocument, b: MatrixDocument): string[] => sentencesOf(compare(a, b)).map(({ risk, sentence }) => `${risk}: ${sentence}`);
const row = (with_: Partial<Activity>): readonly [MatrixDocument, MatrixDocument] => {
  const a = before();
  return [a, { ...a, activities: a.activities.map((one) => ({ ...one, ...with_ })) }];
};
const letters = (cells: Readonly<Record<string, string>>): readonly [MatrixDocument, MatrixDocument] => [before(), before({ cells })];
const list = (kind: keyof MatrixDocument, was: readonly object[], is: readonly object[]): readonly [MatrixDocument, MatrixDocument] => [before({}, { [kind]: was } as never), before({}, { [kind]: is } as never)];
const both = (was: Partial<Activity>, is: Partial<Activity>): readonly [MatrixDocument, MatrixDocument] => [row(was)[1], row(is)[1]];
const SLA = { measure: "respond", target: "PT4H", negotiated: true } as const;
const PATH = { id: "p", name: "Severe", steps: [{ after: "PT0M", roles: ["soc-analyst"] }, { after: "PT15M", roles: ["cio", "security-lead"] }], lastResort: ["di-kim"] };
const RIGHT = { id: "r", verb: "containment.authorise", role: "security-lead" };
const OFFICE = { id: "office", name: "Office", timeZone: "Europe/London", hours: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", until: "17:00" }] };
const HEAD = "`Restore a server`";

describe("each change is told in a sentence, with what it puts at risk", () => {
  test.each<[string, readonly [MatrixDocument, MatrixDocument], string[]]>([
    ["authority that passes to another role", letters({ "SOC Analyst (provider)": "R", "Security Lead (client)": "C", "CIO (client)": "A" }), [`authority: ${HEAD}: Client's Security Lead no longer owns the result; Client's CIO does`, `duty: ${HEAD}: Client's CIO is no longer asked before it is done; Client's Security Lead is`]],
    ["authority that passes to the other party", letters({ ...CELLS, "SOC Analyst (provider)": "A R", "Security Lead (client)": "I" }), [`authority: ${HEAD}: Client's Security Lead no longer owns the result; Provider's SOC Analyst does`, `duty: ${HEAD}: Client's Security Lead is now told after it is done`]],
    ["a letter that holds under a condition only", letters({ ...CELLS, "Security Lead (client)": "A if production" }), [`authority: ${HEAD}: Client's Security Lead owns the result only \`if production\``]],
    ["an approver gone, and nobody instead", both({ approvers: ["cio"] }, {}), [`authority: ${HEAD}: Client's CIO no longer approves, and nobody else does`]],
    ["an approver instead of another", both({ approvers: ["cio"] }, { approvers: ["security-lead"] }), [`authority: ${HEAD}: Client's CIO no longer approves; Client's Security Lead does`]],
    ["a weaker approval", both({ approval: { class: "formal" } }, { approval: { class: "standard" } }), [`authority: ${HEAD}: approval, class is \`standard\` instead of \`formal\``]],
    ["a backup gone", both({ secondary: "cio" }, {}), [`backup: ${HEAD}: Client's CIO is no longer the backup, and nobody else is`]],
    ["another backup", both({ secondary: "cio" }, { secondary: "security-lead" }), [`duty: ${HEAD}: Client's CIO is no longer the backup; Client's Security Lead is`]],
    ["a longer target", both({ sla: [SLA] }, { sla: [{ ...SLA, target: "PT8H" }] }), [`deadline: ${HEAD}: the time to respond is \`8 h\`, longer than \`4 h\``]],
    ["a shorter target", both({ sla: [SLA] }, { sla: [{ ...SLA, target: "PT1H" }] }), [`terms: ${HEAD}: the time to respond is \`1 h\`, shorter than \`4 h\``]],
    ["no target any more", both({ sla: [SLA] }, {}), [`deadline: ${HEAD}: the time to respond: \`4 h\` is gone`]],
    ["a target counted in fewer hours", [before({ sla: [SLA] }, { calendars: [OFFICE] } as never), before({ sla: [{ ...SLA, calendar: "office" }] }, { calendars: [OFFICE] } as never)], [`deadline: ${HEAD}: the calendar of the time to respond: \`Office\` is new`]],
    ["a calendar with fewer hours", list("calendars", [OFFICE], [{ ...OFFICE, hours: [{ ...OFFICE.hours[0], until: "15:00" }] }]), ["deadline: The calendar `Office`: hours, 1, until is `15:00` instead of `17:00`"]],
    ["a rarer cadence", both({ cadence: { every: "P1M" } }, { cadence: { every: "P3M" } }), [`deadline: ${HEAD}: how often it is done is \`3 months\`, longer than \`1 month\``]],
    ["evidence gone", both({ evidence: [{ artifact: "report" }] }, {}), [`proof: ${HEAD}: evidence: \`report\` is gone`]],
    ["evidence kept for less time", both({ evidence: [{ artifact: "report", retention: "P1Y" }] }, { evidence: [{ artifact: "report", retention: "P3M" }] }), [`proof: ${HEAD}: evidence, report, retention is \`3 months\`, shorter than \`1 year\``]],
    ["validation gone", both({ validation: { by: "cio", every: "P1M" } }, {}), [`deadline: ${HEAD}: validation, every: \`1 month\` is gone`, `proof: ${HEAD}: Client's CIO no longer validates it, and nobody else does`]],
    ["a new title", row({ title: "Restore one server" }), [`words: ${HEAD} is now called \`Restore one server\``]],
    ["a right that passes", list("decisionRights", [RIGHT], [{ ...RIGHT, role: "soc-analyst" }]), ["authority: Client's Security Lead may no longer authorise containment; Provider's SOC Analyst may"]],
    ["a right gone", list("decisionRights", [RIGHT], []), ["authority: Client's Security Lead may no longer authorise containment"]],
    ["a right denied no longer", list("decisionRights", [{ ...RIGHT, deny: true }], []), ["authority: Client's Security Lead is no longer forbidden to authorise containment"]],
    ["a right with another mode", list("decisionRights", [{ ...RIGHT, mode: "n-of-m", n: 2 }], [{ ...RIGHT, mode: "sole" }]), ["authority: The right to authorise containment: mode is `sole` instead of `n-of-m`", "authority: The right to authorise containment: n: `2` is gone"]],
    ["what may be done at once", list("preAuthorisations", [], [{ id: "x", verb: "containment.authorise", actions: ["isolate a host"], trigger: "ransomware", performers: ["soc-analyst"], when: "always" }]), ["authority: Provider's SOC Analyst may now act without asking: isolate a host"]],
    ["a step of a path with one less on it", list("escalationPaths", [PATH], [{ ...PATH, steps: [PATH.steps[0], { after: "PT15M", roles: ["cio"] }] }]), ["backup: The escalation path `Severe`: Client's Security Lead is no longer called"]],
    ["somebody called at another step", list("escalationPaths", [PATH], [{ ...PATH, steps: [{ after: "PT0M", roles: ["soc-analyst", "cio"] }, { after: "PT15M", roles: ["security-lead"] }] }]), ["terms: The escalation path `Severe`: steps, PT0M, roles: `Client's CIO` is new", "terms: The escalation path `Severe`: steps, PT15M, roles: `Client's CIO` is gone"]],
    ["a clock with a later end", list("clocks", [{ id: "c", name: "Notice", kind: "regulatory", anchor: "awareness", limit: "PT72H" }], [{ id: "c", name: "Notice", kind: "regulatory", anchor: "awareness", limit: "PT96H" }]), ["deadline: The clock `Notice`: limit is `96 h`, longer than `72 h`"]],
  ])("%s", (_, pair, wanted) => {
    expect(told(...pair)).toEqual(wanted);
  });

  test("another person in a role that decides is authority that moved; one less in it is a backup lost", () => {
    const a = before();
    const held = (holders: readonly string[]): MatrixDocument => ({ ...a, roles: a.roles.map((role) => (role.id === "security-lead" ? { ...role, holders: [...holders] } : role)) });
    expect(told(a, held(["di-kim", "ben-adu"]))).toEqual(["authority: The role `Client's Security Lead`: Ana Ortiz no longer holds the role; Di Kim does"]);
    expect(told(a, held(["ana-ortiz"]))).toEqual(["backup: The role `Client's Security Lead`: Ben Adu no longer holds the role"]);
  });

  test("a row that came or went says whose it was", () => {
    const a = before();
    expect(told(a, { ...a, activities: [] })).toEqual([`duty: ${HEAD} is gone (owned by Client's Security Lead, performed by Provider's SOC Analyst)`]);
    expect(told({ ...a, activities: [] }, a)).toEqual([`duty: ${HEAD} is new (owned by Client's Security Lead, performed by Provider's SOC Analyst)`]);
  });

  test("what one part of a split row no longer has, and the other has, nobody lost", () => {
    const rows = (...list_: SketchRow[]): MatrixDocument => drawn({ rows: list_ });
    const a = rows({ title: "Restore backups", cells: CELLS });
    const b = rows({ title: "Restore backups", cells: { "SOC Analyst (provider)": "R" } }, { title: "Approve to restore", cells: { "Security Lead (client)": "A", "CIO (client)": "C" } });
    expect(told(a, { ...b, roles: a.roles })).toEqual(["duty: `Restore backups` became `Restore backups` and `Approve to restore`"]);
  });
});

describe("whatever differs is told", () => {
  test("of any two matrices, and never a thing that does not differ", () => {
    fc.assert(fc.property(anyDocument, anyDocument, (a, b) => {
      const comparison = compare(a, b);
      const all = sentencesOf(comparison);
      const about = new Set(all.map(({ item }) => `${item.kind}/${item.id}`));
      for (const { kind, changed, added, removed } of comparison.lists) for (const { id } of [...changed.map(({ after }) => after), ...added, ...removed]) expect(about).toContain(`${kind}/${id}`);
      for (const { field } of comparison.fields) expect(about).toContain(`matrix/${field}`);
      expect(all.map(({ risk }) => RISKS.indexOf(risk))).toEqual(all.map(({ risk }) => RISKS.indexOf(risk)).toSorted((x, y) => x - y));
      expect(sentencesOf(compare(a, a))).toEqual([]);
      expect(drawComparison(comparison, { before: "a", after: "b" }) === "a -> b\nnothing differs").toBe(isNothing(comparison));
    }), { numRuns: 300 });
  });
  test("names in Markdown cannot be markup", () => {
    const a = before({ title: "<img src=x> [here](http://x) `y`" });
    expect(markdownComparison(compare(a, { ...a, activities: [] }), { before: "a_b_c.yaml", after: "<b>" })).toBe("# a\\_b\\_c.yaml → \\<b\\>\n\n1 row gone.\n\n## Duties given or taken (1)\n\n- `<img src=x> [here](http://x) 'y'` is gone (owned by Client's Security Lead, performed by Provider's SOC Analyst)\n");
  });
});

describe("what changed for somebody is told to them", () => {
  const a = before({ secondary: "cio" });
  const b = { ...before({ cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "I", "CIO (client)": "A" }, sla: [SLA] }) };
  const for_ = (kind: "role" | "party" | "person", id: string, x = a, y = b): string[] => changedFor(compare(x, y), { kind, id }).map(({ change, sentence }) => `${change}: ${sentence}`);
  test("a role: what it lost, what it has now, and what else is new in its rows", () => {
    expect(for_("role", "cio")).toEqual([`lost: you are no longer the backup for ${HEAD}`, `lost: you are no longer asked before ${HEAD}`, `gained: you now own the result of ${HEAD}`, `other: ${HEAD}: the time to respond: \`4 h\` is new`]);
    expect(for_("role", "security-lead")).toEqual([`lost: you no longer own the result of ${HEAD}`, `gained: you are now told after ${HEAD}`, `other: ${HEAD}: the time to respond: \`4 h\` is new`]);
  });
  test("a person: through the roles they hold, those they came to hold first", () => {
    const moved = { ...a, roles: a.roles.map((role) => (role.id === "security-lead" ? { ...role, holders: ["di-kim"] } : role)) };
    expect(for_("person", "di-kim", a, moved)).toEqual(["gained: you now hold the role `Security Lead`", `gained: you now own the result of ${HEAD}`]);
    expect(for_("person", "ana-ortiz", a, moved)).toEqual(["lost: you no longer hold the role `Security Lead`", `lost: you no longer own the result of ${HEAD}`]);
    expect(for_("person", "cy-rao", a, moved)).toEqual([]);
  });
  test("a party: by the role that is meant", () => {
    expect(for_("party", "client")).toContain(`gained: you (CIO) now own the result of ${HEAD}`);
    expect(for_("party", "provider")).toEqual([`other: ${HEAD}: the time to respond: \`4 h\` is new`]);
  });
  test("nothing where only ids are new", () => {
    const renumbered = JSON.parse(JSON.stringify(a).replaceAll('"security-lead"', '"lead"').replaceAll('"a1"', '"row-1"')) as MatrixDocument;
    for (const [kind, id] of [["role", "lead"], ["person", "ana-ortiz"], ["party", "client"]] as const) expect(for_(kind, id, a, renumbered)).toEqual([]);
  });
  test("nothing changes for anybody between a matrix and itself", () => {
    fc.assert(fc.property(anyDocument, (one) => {
      for (const { id } of one.roles) expect(changedFor(compare(one, structuredClone(one)), { kind: "role", id })).toEqual([]);
    }), { numRuns: 50 });
  });
});
