import { sameHands } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "escalates-to-performer",
  reads: "row",
  severity: "warning",
  summary: "The row is escalated to the one who is stuck",
  because: "An escalation has to reach somebody with more authority or other means; here it comes back to the same desk.",
  remedy: "Escalate to a role that does not do the work.",
  source: "T12 escalation path for urgent and contentious situations",
  avoid: {
    rows: [{ title: "Restore the order database", escalation: { to: "backup-engineer", after: "PT2H" }, cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }],
  },
  prefer: {
    rows: [{ title: "Restore the order database", escalation: { to: "infrastructure-manager", after: "PT2H" }, cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }],
  },
  checkRow(row, register, report) {
    const to = row.activity.escalation?.to;
    if (to === undefined || row.responsible.length === 0) return;
    const above = register.roles.get(to);
    if (!above || !row.responsible.every((performer) => sameHands(performer, above))) return;
    report({ message: `${row.title} is escalated to ${above.name}, who does the work`, field: "escalation" });
  },
} satisfies RowRule;
