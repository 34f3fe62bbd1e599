import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "critical-without-escalation",
  reads: "row",
  severity: "warning",
  summary: "Critical work that cannot be escalated",
  because: "When it gets stuck, the engineer does not know whom to wake, and the manager learns of it the next morning.",
  remedy: "Write to whom the row is escalated, and after which time.",
  source: "product D1: missing escalation on critical rows; T12 escalation path",
  avoid: { rows: [{ title: "Restore the order database", criticality: "critical", cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: {
    rows: [
      {
        title: "Restore the order database",
        criticality: "critical",
        escalation: { to: "infrastructure-manager", after: "PT2H" },
        cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" },
      },
    ],
  },
  column: {
    used: (row) => row.activity.escalation !== undefined,
    message: (rows) => `no row says how it is escalated, though ${rows === 1 ? "one is" : `${rows} are`} marked critical`,
    least: 2,
  },
  checkRow(row, register, report) {
    if (!row.critical || row.activity.escalation !== undefined || row.activity.handOff?.escalateAfter !== undefined) return;
    const { kind, stage } = row.activity;
    if (kind === "governance" || kind === "compliance") return;
    if (stage !== undefined) {
      const of = register.stages.get(stage);
      if (of?.escalation !== undefined || of?.escalateAfter !== undefined) return;
    }
    // Incidents have paths of their own, by event and severity.
    if (kind === "incident" && (register.document.escalationPaths?.length ?? 0) > 0) return;
    report({ message: `${row.title} is critical, and nobody is named to escalate to`, field: "escalation" });
  },
} satisfies RowRule;
