import type { RowRule } from "#core/lint/rule.ts";

/** More voices than fit around one call. */
const CROWD = 6;

export default {
  id: "everyone-consulted",
  reads: "row",
  severity: "note",
  summary: "Too many have to be asked first",
  because: "Consulted means asked before anything happens. With so many voices the work waits for the slowest of them.",
  remedy: "Keep the C of those whose answer can change what is done; tell the others afterwards (I).",
  source: "T2: C gives input before the action",
  avoid: {
    rows: [
      {
        title: "Block a malicious address",
        cells: {
          "Security Lead": "A", "SOC Analyst (provider)": "R", "Infrastructure Manager": "C", "Compliance Officer": "C", "General Counsel": "C",
          "Application Owner": "C", "Finance Director": "C", "HR Manager": "C",
        },
      },
    ],
  },
  prefer: {
    rows: [
      {
        title: "Block a malicious address",
        cells: { "Security Lead": "A", "SOC Analyst (provider)": "R", "Infrastructure Manager": "C", "Application Owner": "C", "Compliance Officer": "I" },
      },
    ],
  },
  checkRow(row, _register, report) {
    if (row.consulted.length < CROWD) return;
    report({ message: `${row.consulted.length} roles have to be asked before ${row.title} can happen`, field: "assignments" });
  },
} satisfies RowRule;
