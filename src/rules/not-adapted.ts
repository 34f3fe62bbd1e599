import { sayActivities } from "#core/lint/say.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "not-adapted",
  reads: "row",
  severity: "note",
  summary: "The row is still the template's",
  because: "A template describes some company. Signed without a look it promises things that nobody here does.",
  remedy: "Read the row, change what does not hold here, and clear the mark.",
  source: "product D1: template text not adapted; T1: adapt to five things",
  avoid: { rows: [{ title: "Review privileged accounts", notYetAdapted: true, cells: { "Security Analyst (provider)": "R", "Security Lead": "A" } }] },
  prefer: { rows: [{ title: "Review privileged accounts", cells: { "Security Analyst (provider)": "R", "Security Lead": "A" } }] },
  column: {
    // A row that was confirmed, or came later, says nothing of the others: they stay one sentence, and each has its mark.
    used: () => false,
    message: (rows) => `${sayActivities(rows)} are still the template's words: nobody has confirmed that they hold here`,
  },
  checkRow(row, _register, report) {
    if (row.activity.notYetAdapted === true) report({ message: `${row.title} is still the template's row: nobody has confirmed that it holds here`, field: "notYetAdapted" });
  },
} satisfies RowRule;
