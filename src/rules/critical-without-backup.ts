import { sayActivities } from "#core/lint/say.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "critical-without-backup",
  reads: "row",
  severity: "warning",
  summary: "A critical activity has no secondary owner",
  because: "The one person who does it will be on holiday on the day it matters.",
  remedy: "Name a secondary owner, or a second holder for the role that performs it.",
  source: "T15: secondary owner for every critical task; product C3",
  avoid: { rows: [{ title: "Restore core databases", cells: { "Backup Administrator (provider)": "R", "Infrastructure Manager": "A" }, criticality: "critical" }] },
  prefer: {
    rows: [{ title: "Restore core databases", cells: { "Backup Administrator (provider)": "R", "Infrastructure Manager": "A" }, criticality: "critical", secondary: "infrastructure-manager" }],
  },
  column: {
    used: (row) => row.activity.secondary !== undefined || (row.primary?.humans.length ?? 0) > 1,
    message: (rows) => `none of ${sayActivities(rows)} that are critical has a secondary owner`,
  },
  checkRow(row, _register, report) {
    if (!row.important || row.secondary !== undefined || row.activity.secondary !== undefined || row.responsible.length !== 1) return;
    const [performer] = row.responsible;
    // A team that is on duty in turn is its own backup; a single holder is not.
    if (!performer || performer.humans.length > 1) return;
    report({ message: `nobody stands in when ${performer.name} cannot do ${row.title}, which is critical`, field: "secondary" });
  },
} satisfies RowRule;
