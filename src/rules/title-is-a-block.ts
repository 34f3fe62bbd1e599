import type { RowRule } from "#core/lint/rule.ts";

const BLOCKS = new Set(
  "implementation security cybersecurity operations operation support infrastructure compliance governance network networking it maintenance administration management delivery launch service services project projects other others miscellaneous misc general procurement installation configuration integration deployment onboarding transition training documentation monitoring servers applications cloud backup backups testing planning".split(" "),
);

export default {
  id: "title-is-a-block",
  reads: "row",
  severity: "note",
  summary: "The title is a whole field of work, not an activity",
  because: "Under one word like this hide twenty tasks with different owners. Nobody can say when it is done.",
  remedy: "Say what is done to what: `Install the servers at the head office`.",
  source: "T12 building order: each stage into specific tasks; product D1",
  avoid: { rows: [{ title: "Implementation", cells: { "Project Manager (integrator)": "R", "CIO": "A" } }] },
  prefer: { rows: [{ title: "Install the servers at the head office", cells: { "Project Manager (integrator)": "R", "CIO": "A" } }] },
  checkRow(row, _register, report) {
    if (row.words.length > 20 || row.activity.controls !== undefined) return;
    // With words about goal, result or the parts, the title is only a heading.
    if (row.activity.goal !== undefined || row.activity.result !== undefined || row.activity.split !== undefined) return;
    if (BLOCKS.has(row.words.trim())) report({ message: `\`${row.title.trim()}\` is a field of work; say what is done to what`, field: "title" });
  },
} satisfies RowRule;
