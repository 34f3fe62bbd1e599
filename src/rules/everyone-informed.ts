import type { RowRule } from "#core/lint/rule.ts";

/** From here on a message is a circular that nobody reads. */
const CROWD = 9;

export default {
  id: "everyone-informed",
  reads: "row",
  severity: "note",
  summary: "Too many are told",
  because: "A message to everybody is read by nobody, and the one who has to act on it misses it.",
  remedy: "Keep the I of those who do something differently once they know; give the others a report.",
  source: "T2: I must be updated after a decision or change",
  avoid: {
    rows: [
      {
        title: "Update antivirus signatures",
        cells: {
          "Endpoint Engineer (provider)": "R", "Infrastructure Manager": "A", "Security Lead": "I", "Compliance Officer": "I", "General Counsel": "I", "HR Manager": "I",
          "Finance Director": "I", "Application Owner": "I", "Plant Manager": "I", "Sales Director": "I", "Managing Director": "I",
        },
      },
    ],
  },
  prefer: { rows: [{ title: "Update antivirus signatures", cells: { "Endpoint Engineer (provider)": "R", "Infrastructure Manager": "A", "Security Lead": "I" } }] },
  checkRow(row, _register, report) {
    if (row.informed.length < CROWD) return;
    report({ message: `${row.informed.length} roles are told of ${row.title}: few of them will act on it`, field: "assignments" });
  },
} satisfies RowRule;
