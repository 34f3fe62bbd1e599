import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "no-performer",
  reads: "row",
  severity: "error",
  summary: "Nobody performs it and nobody answers for it",
  because: "Everybody is asked or told, and nobody does the work: it will not happen.",
  remedy: "Give one role the R and one the A.",
  source: "product C1; T1: a clear performer",
  avoid: { rows: [{ title: "Train the operators", cells: { "Security Lead": "C", "Infrastructure Manager": "I" } }] },
  prefer: { rows: [{ title: "Train the operators", cells: { "Security Lead": "C", "Infrastructure Manager": "R A" } }] },
  checkRow(row, register, report) {
    if (row.responsible.length > 0 || row.accountable.length > 0 || register.roles.size === 1) return;
    if (row.activity.assignments.length === 0) return;
    if (row.unknown.some(({ letter }) => letter === "R" || letter === "A")) return;
    report({ message: `nobody performs ${row.title} and nobody answers for it: its roles are only asked or told`, field: "assignments" });
  },
} satisfies RowRule;
