import { about, TOPIC } from "#core/lint/topics.ts";
import type { TallyRule } from "#core/lint/rule.ts";

export default {
  id: "patching-by-nobody",
  reads: "tally",
  severity: "error",
  summary: "Patching is talked about, but nobody does it",
  because: "Both sides read the row, both see that they are consulted, and the systems stay as they are.",
  remedy: "Give one role of one side the R for deploying patches.",
  source: "T15 red flags: each side assumes the other patches critical systems",
  avoid: { rows: [{ title: "Patch servers", cells: { "Systems Engineer (provider)": "C", "Infrastructure Manager (client)": "I" } }] },
  prefer: { rows: [{ title: "Patch servers", cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  tally(row, _register, add) {
    if (!about(row, TOPIC.patching) || row.activity.assignments.length === 0) return;
    // Many sheets mean "does and answers" by a lone A.
    add(row.lane !== "nobody" || row.accountable.length > 0 || row.unknown.length > 0 ? "done" : "asked");
  },
  checkTally(counts, _register, report) {
    if (counts.has("asked") && !counts.has("done")) report({ message: "both sides are asked or told about patching, and nobody deploys the patches" });
  },
} satisfies TallyRule;
