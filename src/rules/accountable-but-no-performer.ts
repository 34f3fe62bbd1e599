import type { RowRule } from "#core/lint/rule.ts";
import { sayActivities, sayNames } from "#core/lint/say.ts";

export default {
  id: "accountable-but-no-performer",
  reads: "row",
  severity: "warning",
  summary: "Somebody answers for it, but nobody performs it",
  because: "To own a result is not to do the work. The accountable role believes that somebody else has been told to do it.",
  remedy: "Give a role the R; if the accountable role does the work itself, write both letters.",
  source: "product C1; T10: owner of the result, performer and approver are three questions",
  avoid: { rows: [{ title: "Write the status report", cells: { "Service Delivery Manager (provider)": "A", "Infrastructure Manager": "C" } }] },
  prefer: { rows: [{ title: "Write the status report", cells: { "Service Delivery Manager (provider)": "R A", "Infrastructure Manager": "C" } }] },
  column: {
    used: (row) => row.responsible.length > 0,
    message: (rows) => `no activity has an R: for ${sayActivities(rows)} the matrix says who answers, and never who does the work`,
  },
  checkRow(row, register, report) {
    if (row.responsible.length > 0 || row.accountable.length === 0 || register.roles.size === 1) return;
    if (row.unknown.some(({ letter }) => letter === "R")) return;
    // Words behind the A (`hands-on`, `deploys`) say what the accountable role does.
    if (row.conditional.some(({ letter, condition = "" }) => letter === "A" && !/^(if|when|unless)\b/i.test(condition))) return;
    const [owner] = row.accountable;
    const alone = owner !== undefined && row.activity.assignments.length === 1;
    report({
      message: `nobody performs ${row.title}; ${alone ? `${owner.name} stands alone in the row` : `say whether ${sayNames(row.accountable)} does the work too`}`,
      field: "assignments",
    });
  },
} satisfies RowRule;
