import { about, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "log-review-without-evidence",
  reads: "row",
  severity: "warning",
  summary: "Logs are reviewed, but nobody owns the proof of it",
  because: "It is the auditor's favourite question: who looked at the logs last month, and where does it say so.",
  remedy: "Name the record of the review and who keeps it.",
  source: "T8: auditors ask who owns log review and its evidence",
  avoid: { rows: [{ title: "Review security logs", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } }] },
  prefer: {
    rows: [{ title: "Review security logs", evidence: [{ artifact: "weekly review record", collector: "soc-analyst" }], cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } }],
  },
  column: {
    used: (row) => row.activity.evidence !== undefined && row.activity.evidence.length > 0,
    message: (rows) => `logs are reviewed in ${rows === 1 ? "one row" : `${rows} rows`}, and no evidence is named anywhere`,
    least: 1,
  },
  checkRow(row, register, report) {
    if ((row.activity.evidence?.length ?? 0) > 0 || (row.activity.reports?.length ?? 0) > 0 || !register.hasClient || !register.hasProvider) return;
    // A critical row without evidence has been told so already.
    if (row.critical || !about(row, TOPIC.logs) || !/\breview|\bcheck|\banaly[sz]/.test(row.words)) return;
    report({ message: `${row.title} leaves no record that somebody looked`, field: "evidence" });
  },
} satisfies RowRule;
