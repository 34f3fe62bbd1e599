import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "critical-without-evidence",
  reads: "row",
  severity: "warning",
  summary: "Critical work that leaves no proof",
  because: "When the auditor or the insurer asks, the work was not done unless there is a record of it.",
  remedy: "Name the record that shows the work was done, who makes it and where it lies.",
  source: "product D1; T16 appendix: task, owner, SLA, evidence artifact",
  avoid: { rows: [{ title: "Deploy patches on servers", criticality: "critical", cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: {
    rows: [
      { title: "Deploy patches on servers", criticality: "critical", evidence: [{ artifact: "patch report" }], cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } },
    ],
  },
  column: {
    used: (row) => row.activity.evidence !== undefined && row.activity.evidence.length > 0,
    message: (rows) => `no row names its evidence, though ${rows === 1 ? "one is" : `${rows} are`} marked critical`,
    least: 2,
  },
  checkRow(row, _register, report) {
    if (!row.critical || (row.activity.evidence?.length ?? 0) > 0 || (row.activity.reports?.length ?? 0) > 0) return;
    report({ message: `${row.title} is critical, and nothing proves that it was done`, field: "evidence" });
  },
} satisfies RowRule;
