import type { RowRule } from "#core/lint/rule.ts";
import { sayActivities } from "#core/lint/say.ts";

export default {
  id: "no-letters",
  reads: "row",
  severity: "error",
  summary: "Nobody at all is named",
  because: "An activity without any role is a wish: nobody will do it, and nobody will notice.",
  remedy: "Say who performs it and who answers for it, or take the row out.",
  source: "T12 building order: check for tasks without owner",
  avoid: { rows: [{ title: "Renew certificates", cells: {} }] },
  prefer: { rows: [{ title: "Renew certificates", cells: { "Network Engineer (provider)": "R", "Infrastructure Manager": "A" } }] },
  column: {
    used: (row) => row.activity.assignments.length > 0,
    message: (rows) => `none of ${sayActivities(rows)} names anybody: the matrix has rows, and no letters`,
  },
  checkRow(row, _register, report) {
    if (row.activity.assignments.length === 0) report({ message: `nobody is named for ${row.title}`, field: "assignments" });
  },
} satisfies RowRule;
