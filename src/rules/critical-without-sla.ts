import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "critical-without-sla",
  reads: "row",
  severity: "warning",
  summary: "Critical work without an agreed time",
  because: "Without a time nobody is ever late, and in the dispute afterwards each side has its own idea of soon.",
  remedy: "Agree a time to detect, respond or restore, and the hours in which it counts.",
  source: "product C7, D1; T16 SLAs for detection, containment, restore, helpdesk response",
  avoid: { rows: [{ title: "Restore the order database", criticality: "critical", cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: {
    rows: [
      {
        title: "Restore the order database",
        criticality: "critical",
        sla: [{ measure: "restore", target: "PT6H", calendar: "always", negotiated: true }],
        cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" },
      },
    ],
    matrix: { calendars: [{ id: "always", name: "24x7", always: true }] },
  },
  column: {
    used: (row) => row.activity.sla !== undefined && row.activity.sla.length > 0,
    message: (rows) => `no row has an agreed time, though ${rows === 1 ? "one is" : `${rows} are`} marked critical`,
    least: 2,
  },
  checkRow(row, register, report) {
    if (!row.critical || (row.activity.sla?.length ?? 0) > 0 || !register.hasProvider) return;
    // Times are owed for work on the clock; governance and decisions have a date, and the client's own work no contract.
    const { kind, decision, stage } = row.activity;
    if (row.lane === "client" || decision !== undefined || stage !== undefined || kind === "governance" || kind === "decision" || kind === "compliance") return;
    report({ message: `${row.title} is critical, and no time is agreed for it`, field: "sla" });
  },
} satisfies RowRule;
