import { describe, expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import { applyEdits } from "#core/model/edit.ts";
import { matrixDigest } from "#core/model/canonical.ts";
import { locator, readYaml } from "./read.ts";
import { rewriteYaml, writeYaml } from "./write.ts";

const document = drawn({
  rows: [
    { title: "Isolate a host", cells: { "Security Lead (client)": "A", "SOC Analyst (provider)": "R", "Legal Counsel (client)": "C if customer data is affected" }, sla: [{ measure: "contain", target: "PT30M", negotiated: true }] },
    { title: "Review: firewall # rules", cells: { "Network Engineer (provider)": "R A" }, note: "two\nlines", columns: { "Where it applies": "HQ" } },
  ],
  people: { "Ana Ortiz": ["Security Lead"] },
});

const problems = (text: string) => {
  const read = readYaml(text);
  return read.ok ? [] : read.problems;
};

describe("a matrix file", () => {
  test("comes back as it was written", () => {
    const read = readYaml(writeYaml(document));
    expect(read.ok && read.document).toEqual(document);
  });

  test("may be JSON", () => {
    const read = readYaml(JSON.stringify(document));
    expect(read.ok && matrixDigest(read.document)).toBe(matrixDigest(document));
  });

  test("keeps comments, order and style of what a person wrote when one letter changes", () => {
    const text = "# our agreement\nremit: 1\ntitle: A with B # short\n\nroles:\n  # theirs\n  - {id: soc, name: SOC Analyst, party: b}\n  - id: lead\n    party: a # ours\n    name: Security Lead\nparties:\n  - {id: b, name: B, kind: provider}\n  - {id: a, name: A, kind: client}\nactivities:\n  - id: a1\n    # the hard one\n    title: Isolate a host\n    assignments:\n      - {role: soc, letter: R} # on rota\n";
    const read = readYaml(text);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const after = rewriteYaml(text, applyEdits(read.document, [{ do: "assign", activity: "a1", role: "lead", letter: "A" }]));
    for (const comment of ["# our agreement", "# short", "# theirs", "# ours", "# the hard one", "# on rota"]) expect(after).toContain(comment);
    expect(after.indexOf("SOC Analyst")).toBeLessThan(after.indexOf("Security Lead"));
    expect(after.indexOf("roles:")).toBeLessThan(after.indexOf("parties:"));
    const again = readYaml(after);
    expect(again.ok && again.document.activities[0]?.assignments).toEqual([{ role: "soc", letter: "R" }, { role: "lead", letter: "A" }]);
  });

  test("written again without a change is the same text", () => {
    const text = writeYaml(document);
    expect(rewriteYaml(text, document)).toBe(text);
  });

  test("of format 0 is upgraded", () => {
    const read = readYaml('remit: 0\ntitle: Old\nparties: []\nroles: []\nactivities:\n  - { id: a1, title: Patch, raci: { lead: "A/R" } }\n');
    expect(read.ok && read.upgradedFrom).toBe(0);
    expect(read.ok && read.document.activities[0]?.assignments).toEqual([{ role: "lead", letter: "A" }, { role: "lead", letter: "R" }]);
  });
});

describe("a matrix file with a mistake", () => {
  test("names the unknown field, its line and the field that was meant", () => {
    expect(problems("remit: 1\ntitle: X\nparties: []\nroles: []\nactivities:\n  - id: a1\n    titel: Patch\n    title: Patch\n    assignments: []\n")).toEqual([
      { message: "unknown field `titel`", remedy: "did you mean `title`?", place: "activities › `a1` › titel", line: 7, column: 5 },
    ]);
  });
  test("names a repeated key", () => {
    expect(problems("remit: 1\ntitle: X\ntitle: Y\n")[0]).toMatchObject({ message: "this key stands twice in the same mapping", line: 3 });
  });
  test("names a repeated key in JSON too", () => {
    expect(problems('{"remit":1,"title":"X","title":"Y"}')[0]).toMatchObject({ message: "this key stands twice in the same mapping" });
  });
  test("names a wrong letter with the letters there are", () => {
    const text = "remit: 1\ntitle: X\nparties: []\nroles: []\nactivities:\n  - { id: a1, title: P, assignments: [{ role: x, letter: Q }] }\n";
    expect(problems(text)[0]).toMatchObject({ message: "`Q` is not one of `R`, `A`, `C`, `I`, `S`", line: 6 });
  });
  test("names an id that is used twice", () => {
    expect(problems("remit: 1\ntitle: X\nparties: []\nroles:\n  - { id: x, name: X, party: p }\n  - { id: x, name: Y, party: p }\nactivities: []\n")[0]).toMatchObject({ message: "the id `x` is used twice", line: 6 });
  });
  test.each([
    ["nothing", "", "this file is empty"],
    ["a list", "- a\n", "this is not a Matrix document: it should be a mapping that starts with `remit: 1`"],
    ["another file", "name: x\n", "the format version is missing"],
    ["a newer format", "remit: 99\n", "this file has format version 99, and this Remit reads up to 1"],
  ])("says so for %s", (_, text, message) => {
    expect(problems(text)[0]?.message).toBe(message);
  });
  test.each([
    ["lists in YAML", `remit: 1\ntitle: ${"[".repeat(40_000)}${"]".repeat(40_000)}\n`],
    ["blocks in YAML", `remit: 1\na:\n${Array.from({ length: 3_000 }, (_, depth) => `${" ".repeat(depth)}-`).join("\n")}\n`],
    ["JSON", `{"remit":1,"title":${"[".repeat(90_000)}${"]".repeat(90_000)}}`],
    ["an alias of itself", "remit: 1\ntitle: &a [*a]\n"],
  ])("that nests without end (%s) is told so", (_, text) => {
    expect(problems(text)[0]?.message).toMatch(/nests its lists and mappings deeper than 60 levels/);
  });
  test("that is one very long quoted text is read", () => {
    const long = '\\"x\\n'.repeat(500_000);
    expect(problems(`remit: 1\ntitle: "${long}"\nparties: []\nroles: []\nactivities: []\n`)[0]?.message).toContain("longer than 1,000 characters");
    expect(problems(`{"remit":1,"title":"${long}","parties":[],"roles":[],"activities":[]}`)[0]?.message).toContain("longer than 1,000 characters");
  });
  test("with forty thousand keys is answered at once", () => {
    const started = performance.now();
    expect(problems(`{"remit":1,"title":"x","parties":[],"roles":[],"activities":[],${Array.from({ length: 40_000 }, (_, n) => `"k${n}":1`).join(",")}}`)).toHaveLength(50);
    expect(problems(`remit: &a 1\n${Array.from({ length: 40_000 }, (_, n) => `k${n}: 1`).join("\n")}\nk7: 2\n`)[0]).toMatchObject({ message: "this key stands twice in the same mapping", line: 40_002 });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
  test("names a key of three thousand letters shortly", () => {
    expect(JSON.stringify(problems(`remit: 1\n${"k".repeat(3_000)}: 1\n`)).length).toBeLessThan(1_000);
  });
  test("that is an alias bomb is refused quickly", () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]", ..."bcdefghi".split("").map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghi"[i]}`).join(",")}]`)].join("\n");
    const started = performance.now();
    expect(problems(`remit: 1\n${bomb}\n`)[0]?.message).toMatch(/aliases/);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

test("an item of the matrix or of its directory has a line, and so has its field", () => {
  const text = "remit: 1\ntitle: A\nroles:\n  - { id: lead, name: Lead, party: client }\ndirectory:\n  delegations:\n    - id: d1\n      from: ana\n      to: ben\n";
  const find = locator(text);
  expect(find(["roles"], "lead", "name")?.line).toBe(4);
  expect(find(["directory", "delegations"], "d1")?.line).toBe(7);
  expect(find(["directory", "delegations"], "d1", "to")?.line).toBe(9);
  expect(find(["directory", "absences"], "d1")).toBeUndefined();
  expect(find([], undefined, "title")?.line).toBe(2);
});
