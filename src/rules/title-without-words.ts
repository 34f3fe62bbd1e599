import { sayActivities } from "#core/lint/say.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "title-without-words",
  reads: "row",
  severity: "note",
  summary: "The title is only a number",
  because: "Nobody but its author knows what the number stands for, and the author will not be there.",
  remedy: "Write what is done, and keep the number as the row's control.",
  source: "T12: an outsider understands within a minute",
  avoid: { rows: [{ title: "AC-2(3)(a)", cells: { "Security Lead": "A", "System Administrator (provider)": "R" } }] },
  prefer: { rows: [{ title: "Disable unused accounts", controls: ["nist-800-53r5:AC-2(3)"], cells: { "Security Lead": "A", "System Administrator (provider)": "R" } }] },
  column: {
    used: (row) => row.words.length > 16 || /\p{L}{3}/u.test(row.words),
    message: (rows) => `the titles of ${sayActivities(rows)} are only ids: nobody can see from them what is to be done`,
  },
  checkRow(row, _register, report) {
    if (row.words.length <= 16 && /\d/.test(row.words) && !/\p{L}{3}/u.test(row.words)) report({ message: `\`${row.title}\` does not say what is to be done`, field: "title" });
  },
} satisfies RowRule;
