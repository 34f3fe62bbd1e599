import { about, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "production-patch-without-window",
  reads: "row",
  severity: "warning",
  summary: "Servers are patched without an agreed window",
  because: "The reboot comes in the middle of the month-end closing, and both sides were within their rights.",
  remedy: "Write the change window in which the work may be done.",
  source: "T15 documented change window; T4 maintenance windows",
  avoid: { rows: [{ title: "Patch production servers", approval: { class: "formal" }, cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: {
    rows: [{ title: "Patch production servers", approval: { class: "formal", window: "Sunday 02:00 to 05:00" }, cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }],
  },
  checkRow(row, _register, report) {
    const { approval } = row.activity;
    if (approval === undefined || approval.window !== undefined || approval.class !== "formal" || !about(row, TOPIC.patching)) return;
    if (!(about(row, TOPIC.production) || /\bservers?\b|\bdatabases?\b/.test(row.words)) || about(row, TOPIC.review) || /\bapprov|\btest\b/.test(row.words)) return;
    report({ message: `${row.title} has no change window`, field: "approval" });
  },
} satisfies RowRule;
