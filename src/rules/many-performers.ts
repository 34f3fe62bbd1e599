import { sayNames } from "#core/lint/say.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "many-performers",
  reads: "row",
  severity: "warning",
  summary: "Three or more perform it, and nothing says who does which part",
  because: "Work that belongs to three belongs to nobody in particular: each does the part that he thinks is his.",
  remedy: "Leave the R with the one who leads, cut the activity into several, or write behind each R which part it is.",
  source: "product C1, C3; T1: a clear performer",
  avoid: {
    rows: [{ title: "Patch the servers", cells: { "Infrastructure Manager": "A", "System Administrator": "R", "Database Administrator": "R", "Application Administrator": "R" } }],
  },
  prefer: {
    rows: [{ title: "Patch the servers", cells: { "Infrastructure Manager": "A", "System Administrator": "R operating system", "Database Administrator": "R databases", "Application Administrator": "R applications" } }],
  },
  checkRow(row, _register, report) {
    // On a shared row the missing split is the complaint, and another rule makes it.
    if (row.responsible.length < 3 || row.lane === "shared" || row.activity.split !== undefined || row.alternatives.length > 0) return;
    const explained = row.conditional.filter(({ letter }) => letter === "R").length;
    if (row.responsible.length - explained < 3 && explained > 0) return;
    report({ message: `${sayNames(row.responsible)} all perform ${row.title}, and nothing says who does which part`, field: "assignments" });
  },
} satisfies RowRule;
