import { cell } from "#core/lint/row.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "unknown-role",
  reads: "row",
  severity: "error",
  summary: "A letter belongs to a role that the matrix does not have",
  because: "Nobody holds a role that does not exist, so this letter calls nobody.",
  remedy: "Add the role, or give the letter to one of the roles of the matrix.",
  source: "product C1",
  avoid: {
    rows: [
      {
        title: "Review firewall rules",
        cells: { "Security Lead": "A", "Network Engineer (provider)": "R" },
      },
    ],
    matrix: {
      roles: [{ id: "security-lead", name: "Security Lead", party: "client" }],
    },
  },
  prefer: { rows: [{ title: "Review firewall rules", cells: { "Security Lead": "A", "Network Engineer (provider)": "R" } }] },
  checkRow(row, _register, report) {
    for (const { role, letter } of row.unknown)
      report({ message: `\`${role}\` has the ${letter} for ${row.title}, but is not a role of this matrix`, field: cell(role) });
  },
} satisfies RowRule;
