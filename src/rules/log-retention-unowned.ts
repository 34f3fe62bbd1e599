import { about, mentions, TOPIC } from "#core/lint/topics.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const KEPT = /\bretention\b|\bretain|\barchiv|\bpreserv|\b(?:stor|keep|kept)\w*\b.*\b(?:days?|months?|years?)\b/;

export default {
  id: "log-retention-unowned",
  reads: "tally",
  severity: "warning",
  summary: "Logs are collected, but nobody owns how long they are kept",
  because: "After an incident the investigator asks for last quarter's logs, and it turns out that they were overwritten after 30 days.",
  remedy: "Add an activity that sets the retention periods and one role accountable for them.",
  source: "T15 red flags: nobody owns log retention; SIEM retention: provider implements, client confirms periods",
  avoid: { rows: [{ title: "Collect security logs", cells: { "SOC Engineer (provider)": "R", "Security Lead (client)": "A" } }] },
  prefer: {
    rows: [
      { title: "Collect security logs", cells: { "SOC Engineer (provider)": "R", "Security Lead (client)": "A" } },
      { title: "Set log retention periods", cells: { "SOC Engineer (provider)": "R", "Compliance Officer (client)": "A" } },
    ],
  },
  tally(row, _register, add) {
    // Retention of any records counts: a general retention row usually means the logs as well.
    if (about(row, TOPIC.retention)) add("kept");
    else if (row.lane !== "nobody" && about(row, TOPIC.logs)) add(row.activity.evidence?.some((e) => e.retention !== undefined) || mentions(row, KEPT) ? "kept" : "collected");
  },
  checkTally(counts, _register, report) {
    if (counts.has("collected") && !counts.has("kept")) report({ message: "logs are collected or reviewed here, but no activity says who decides how long they are kept" });
  },
} satisfies TallyRule;
