import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "dispute-decider-missing",
  reads: "row",
  severity: "note",
  summary: "Nobody decides when the two sides disagree",
  because: "Shared and critical work is where opinions differ, and without a decider the disagreement lasts as long as the outage.",
  remedy: "Name the role that decides disputes.",
  source: "T10 four questions: who initiates, performs, accepts the result, decides disputes; product C4",
  avoid: {
    rows: [{ title: "Fail over to the second site", criticality: "critical", cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "R A" } }],
  },
  prefer: {
    rows: [
      { title: "Fail over to the second site", criticality: "critical", disputes: "infrastructure-manager", cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "R A" } },
    ],
  },
  column: {
    used: (row) => row.activity.disputes !== undefined,
    message: (rows) => `nobody is named to decide disputes, though ${rows === 1 ? "one row is" : `${rows} rows are`} a decision or critical and shared`,
    least: 2,
  },
  checkRow(row, register, report) {
    if (row.activity.disputes !== undefined) return;
    const decision = row.activity.decision !== undefined;
    if (!decision && !(row.critical && row.lane === "shared")) return;
    if (row.activity.decision === "dispute.decide" || register.document.decisionRights?.some(({ verb }) => verb === "dispute.decide")) return;
    report({ message: `${row.title} is ${decision ? "a decision" : "critical and shared"}, and nobody is named to decide a dispute over it`, field: "disputes" });
  },
} satisfies RowRule;
