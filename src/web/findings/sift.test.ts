import { expect, test } from "vitest";
import { lint } from "#core/lint/linter.ts";
import { drawn } from "#core/lint/sketch.ts";
import type { Finding } from "#core/lint/finding.ts";
import noAccountable from "#rules/no-accountable.ts";
import twoRows from "#rules/two-rows-one-title.ts";
import { grouped, keyed, sift } from "./sift.ts";

const document = drawn({
  rows: [
    { title: "Isolate a host", cells: { "SOC Analyst (provider)": "R" }, area: "secops" },
    { title: "Isolate a host", cells: { "SOC Analyst (provider)": "R" }, area: "secops" },
    { title: "Order laptops", cells: { "Buyer (client)": "R" } },
  ],
  matrix: { areas: [{ id: "secops", name: "Security operations" }] },
});
const all = keyed(lint(document, [noAccountable, twoRows], "2026-01-01"), document);

test("every finding has a key of its own", () => {
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  const same: Finding = { rule: "r", severity: "note", message: "m", at: { kind: "matrix" }, title: "t" };
  expect(keyed([same, same], document).map(({ key }) => key)).toEqual(["r@matrix", "r@matrix~2"]);
});

test("filters narrow together, and no filter hides nothing", () => {
  expect(sift(all, { severities: [], search: "" })).toHaveLength(all.length);
  expect(sift(all, { severities: ["warning"], search: "" }).map(({ finding }) => finding.rule)).toEqual(["two-rows-one-title"]);
  expect(sift(all, { severities: ["error"], area: "Security operations", search: "" })).toHaveLength(2);
  expect(sift(all, { severities: [], search: "LAPTOPS order" })).toHaveLength(1);
  expect(sift(all, { severities: [], rule: "no-accountable", search: "" })).toHaveLength(3);
});

test("the worst comes first, and what was accepted is left out", () => {
  const [first, second] = grouped(all, { "no-accountable": { headline: "Nobody is accountable", because: "b", remedy: "r" } });
  expect([first?.rule, first?.members.length, first?.text.headline]).toEqual(["no-accountable", 3, "Nobody is accountable"]);
  expect(second?.rule).toBe("two-rows-one-title");
  const accepted = all.map((item) => ({ ...item, finding: { ...item.finding, waived: { by: "Ana", until: "2027-01-01", reason: "known" } } }));
  expect(grouped(accepted, {})).toEqual([]);
});
