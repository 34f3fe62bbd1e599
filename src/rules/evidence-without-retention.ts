import { about, mentions, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "evidence-without-retention",
  reads: "row",
  severity: "note",
  summary: "Records of logs or incidents without a time to keep them",
  because: "The record is deleted in the yearly clean-up, and the claim or the regulator comes in the second year.",
  remedy: "Write how long the record is kept.",
  source: "T17 evidence retention requirements; T15 client confirms retention periods",
  avoid: { rows: [{ title: "Document security incidents", evidence: [{ artifact: "incident record" }], cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } }] },
  prefer: {
    rows: [
      { title: "Document security incidents", evidence: [{ artifact: "incident record", retention: "P3Y" }], cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } },
    ],
  },
  column: {
    used: (row) => row.activity.evidence?.some(({ retention }) => retention !== undefined) ?? false,
    message: (rows) => `${rows === 1 ? "one row keeps" : `${rows} rows keep`} records of logs or incidents, and none says for how long`,
    least: 1,
  },
  checkRow(row, register, report) {
    const { evidence } = row.activity;
    if (evidence === undefined || evidence.length === 0 || evidence.some(({ retention }) => retention !== undefined)) return;
    if (register.document.events?.some(({ recordRetention }) => recordRetention !== undefined) && about(row, TOPIC.incident)) return;
    if (!about(row, TOPIC.incident) && !about(row, TOPIC.logs)) return;
    // A sheet may say it in words of its own: `kept 13 months`.
    if (mentions(row, KEPT)) return;
    report({ message: `the records of ${row.title} have no time for which they are kept`, field: "evidence" });
  },
} satisfies RowRule;

const KEPT = /\b(?:kept|keep|retain\w*|retention|stored?|archiv\w*)\b[^.;]{0,40}\b\d+ ?(?:days?|months?|years?)|\b\d+ ?(?:months?|years?)\b/;
