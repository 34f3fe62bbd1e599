import { about, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "shared-patching-without-validation",
  reads: "row",
  severity: "warning",
  summary: "Patching is shared, but nobody signs off the result",
  because: "Each side has done its half, and nobody has looked whether the application still runs and the hole is closed.",
  remedy: "Name who validates after patching and how: test window, report, sign-off per application, then the broad rollout.",
  source: "T15 red flags: shared patching without a validation flow",
  avoid: { rows: [{ title: "Patch servers", cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "R A" } }] },
  prefer: {
    rows: [
      {
        title: "Patch servers",
        cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "R A" },
        validation: { by: "infrastructure-manager", how: "sign-off per application after the test window" },
      },
    ],
  },
  checkRow(row, _register, report) {
    if (row.lane !== "shared" || !about(row, TOPIC.patching)) return;
    const { validation, split, acceptor, approvers } = row.activity;
    if (validation || split?.validator || split?.validation || acceptor || approvers?.length) return;
    // "R (validates)" in a cell is a validation flow, said shortly.
    if (row.conditional.some(({ condition }) => /validat|sign|approv|test|verif/i.test(condition ?? ""))) return;
    report({ message: `${row.title} is shared by both sides, and nobody validates the result`, field: "validation" });
  },
} satisfies RowRule;
