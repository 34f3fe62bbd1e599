import { about, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "restore-report-unsigned",
  reads: "row",
  severity: "note",
  summary: "Nobody signs the report of the restore test",
  because: "An unsigned report shows that a program ran; a signed one shows that a person saw the data come back.",
  remedy: "Mark the report as signed, and name who produces it.",
  source: "T15 signed results; T16 who produces signed restore reports",
  avoid: { rows: [{ title: "Test a restore", evidence: [{ artifact: "restore test report" }], cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: {
    rows: [{ title: "Test a restore", evidence: [{ artifact: "restore test report", signed: true }], cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }],
  },
  column: {
    used: (row) => row.activity.evidence?.some(({ signed }) => signed !== undefined) ?? false,
    message: () => "nothing says who signs the reports of restore tests",
    least: 1,
  },
  checkRow(row, _register, report) {
    const { evidence } = row.activity;
    if (evidence === undefined || evidence.length === 0 || !about(row, TOPIC.restoreTest)) return;
    if (evidence.some(({ signed, artifact }) => signed === true || /\bsign/i.test(artifact))) return;
    report({ message: `the report of ${row.title} is not signed by anybody`, field: "evidence" });
  },
} satisfies RowRule;
