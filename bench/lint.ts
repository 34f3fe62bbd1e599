import { Linter } from "../src/core/lint/linter.ts";
import { catalogue } from "../src/rules/catalogue.ts";
import { duel, judge } from "./harness.ts";
import { benchMatrix, random } from "./inputs.ts";

const DAY = "2026-11-21";
const large = benchMatrix(10_000, 40);
const small = benchMatrix(300, 12);
const text = JSON.stringify(large);
const linter = new Linter(large, catalogue, DAY);
console.log(`${catalogue.length} rules; 10,000 x 40 is ${(text.length / 1e6).toFixed(1)} MB of JSON with ${linter.findings().length} findings, 300 x 12 has ${new Linter(small, catalogue, DAY).findings().length}`);

// Each edit turns one letter or one field of a random row; titles change too, so that groups are re-judged.
const draw = random(7);
const EDITS = 2_000;
const edits = Array.from({ length: EDITS }, (_, i) => {
  const row = large.activities[Math.floor(draw() * large.activities.length)] ?? large.activities[0];
  if (!row) throw new Error("the benchmark has rows");
  if (i % 3 === 0) return { ...row, title: `${row.title} again` };
  if (i % 3 === 1) return { ...row, assignments: row.assignments.slice(1) };
  return { ...row, sla: [] };
});

const times = await duel("lint", [
  { name: "JSON.parse of 10,000 x 40", run: () => JSON.parse(text) as unknown },
  { name: "lint of 10,000 x 40, all rules, findings listed", run: () => new Linter(large, catalogue, DAY).findings().length },
  { name: "one edit of 10,000 x 40, all that read it", run: () => edits.forEach((row) => linter.edit(row.id, row)), inner: EDITS },
  { name: "lint of 300 x 12, all rules, findings listed", run: () => new Linter(small, catalogue, DAY).findings().length },
]);
const at = (name: string) => [...times].find(([key]) => key.startsWith(name))?.[1] ?? Number.NaN;

const good = judge([
  { what: "full lint against JSON.parse of the same document", ratio: at("lint of 10,000") / at("JSON.parse"), limit: 3, unit: "x" },
  { what: "one edit against the full run", ratio: at("one edit") / at("lint of 10,000"), limit: 1 / 500, unit: "x" },
  { what: "300 rows within one frame", ratio: at("lint of 300"), limit: 16, unit: "ms" },
]);
process.exitCode = good ? 0 : 1;
