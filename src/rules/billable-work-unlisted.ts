import { about, TOPIC } from "#core/lint/topics.ts";
import type { TallyRule } from "#core/lint/rule.ts";

export default {
  id: "billable-work-unlisted",
  reads: "tally",
  severity: "note",
  summary: "Warranty is listed, paid work is not",
  because: "Where the list ends, each side draws the line itself: relocation and reconfiguration are free for one and billable for the other.",
  remedy: "Add the paid work as rows of its own and mark them billable.",
  source: "T12 warranty mixed with billable: reconfiguration, relocation",
  avoid: { rows: [{ title: "Run the warranty case", cells: { "Service Engineer (vendor)": "R", "Infrastructure Manager (client)": "A" } }], matrix: { covers: ["delivery"] } },
  prefer: {
    rows: [
      { title: "Run the warranty case", cells: { "Service Engineer (vendor)": "R", "Infrastructure Manager (client)": "A" } },
      { title: "Relocate equipment", cost: "billable", cells: { "Service Engineer (vendor)": "R", "Infrastructure Manager (client)": "A" } },
    ],
    matrix: { covers: ["delivery"] },
  },
  tally(row, { covers }, add) {
    if (!covers.has("delivery")) return;
    if (row.activity.cost === "billable" || /\b(?:billable|chargeable|paid|out[- ]of[- ]warranty)\b/.test(row.words)) add("paid");
    else if (row.activity.cost === "warranty" || about(row, TOPIC.warranty)) add("warranty");
  },
  checkTally(counts, _register, report) {
    if (counts.has("warranty") && !counts.has("paid")) report({ message: "warranty work is listed, but no row says what is billed apart" });
  },
} satisfies TallyRule;
