import { cell } from "#core/lint/row.ts";
import type { RowRule } from "#core/lint/rule.ts";

const EMPTY = /^(as|if|when|where|whenever)?\s*(and when )?(needed|required|necessary|appropriate|applicable|possible|available|time permits)\.?$|^(sometimes|occasionally|partly|maybe|tb[dc]|best effort)\.?$/i;

export default {
  id: "performs-as-needed",
  reads: "row",
  severity: "warning",
  summary: "The duty holds only `as needed`",
  because: "Nobody decides when it is needed, so the one who should act may always say that it was not.",
  remedy: "Name the event that starts the work, or the one who calls for it.",
  source: "T12: an outsider understands within a minute who performs",
  avoid: { rows: [{ title: "Support the restore", cells: { "Infrastructure Manager": "A", "Backup Administrator (provider)": "R as needed" } }] },
  prefer: { rows: [{ title: "Support the restore", cells: { "Infrastructure Manager": "A", "Backup Administrator (provider)": "R within 4 h of a restore request" } }] },
  checkRow(row, register, report) {
    for (const { role, letter, condition = "" } of row.conditional) {
      if ((letter !== "R" && letter !== "A") || !EMPTY.test(condition.trim())) continue;
      const name = register.roles.get(role)?.name;
      if (name) report({ message: `${name} ${letter === "R" ? "performs" : "answers for"} ${row.title} only \`${condition}\`, and nothing says when that is`, field: cell(role) });
    }
  },
} satisfies RowRule;
