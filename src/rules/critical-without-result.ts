import { sayActivities } from "#core/lint/say.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "critical-without-result",
  reads: "row",
  severity: "note",
  summary: "A critical activity does not say what is there when it is done",
  because: "Without a visible outcome one side calls it done and the other one does not.",
  remedy: "Write the result, such as `restored database, checked by the application owner`.",
  source: "T9: each task one owner, one clear result; product D1",
  avoid: { rows: [{ title: "Restore core databases", criticality: "critical", cells: { "Backup Administrator (provider)": "R", "Infrastructure Manager": "A" } }] },
  prefer: {
    rows: [
      { title: "Restore core databases", criticality: "critical", result: "Database restored, checked by the application owner", cells: { "Backup Administrator (provider)": "R", "Infrastructure Manager": "A" } },
    ],
  },
  column: {
    used: ({ activity }) => activity.result !== undefined || activity.goal !== undefined,
    message: (rows) => `none of ${sayActivities(rows)} that are critical says what is there when it is done`,
  },
  checkRow(row, _register, report) {
    if (row.important && row.activity.result === undefined && row.activity.goal === undefined)
      report({ message: `${row.title} is critical, and nothing says what is there when it is done`, field: "result" });
  },
} satisfies RowRule;
