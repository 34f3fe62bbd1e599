import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import { applyEdits } from "#core/model/edit.ts";
import { decidedEdits } from "./decided-edit.ts";

const document = drawn({ rows: [{ title: "Watch alerts", cells: { "Security Lead (client)": "A C", "SOC Analyst (provider)": "R", "Service Engineer (vendor)": "R" } }] });
const after = (letter: "A" | "R", role: string) => applyEdits(document, decidedEdits(document, { activity: "a1", letter, role })).activities[0]?.assignments.map((one) => `${one.role} ${one.letter}`).sort();

test("a letter goes to one role, and nobody else keeps it; their other letters stay", () => {
  expect(after("A", "soc-analyst")).toEqual(["security-lead C", "service-engineer R", "soc-analyst A", "soc-analyst R"]);
  expect(after("R", "soc-analyst")).toEqual(["security-lead A", "security-lead C", "soc-analyst R"]);
});
test("what stands so already changes nothing, and neither does a row that is gone", () => {
  expect(decidedEdits(document, { activity: "a1", letter: "A", role: "security-lead" })).toEqual([]);
  expect(decidedEdits(document, { activity: "gone", letter: "A", role: "security-lead" })).toEqual([]);
});
