import type { RowRule } from "#core/lint/rule.ts";
import { sayActivities } from "#core/lint/say.ts";

export default {
  id: "no-accountable",
  reads: "row",
  severity: "error",
  summary: "Nobody is accountable",
  because: "When the result is questioned, nobody has to answer for it, and a dispute over this activity has no end.",
  remedy: "Give exactly one role the A.",
  source: "product C1; T1: one accountable owner for each task",
  avoid: { rows: [{ title: "Isolate a host", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "I" } }] },
  prefer: { rows: [{ title: "Isolate a host", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } }] },
  column: {
    used: (row) => row.accountable.length > 0,
    message: (rows, { sidesOnly }) =>
      sidesOnly
        ? `${rows === 1 ? "one activity is" : `${rows} activities are`} shared between sides, and nobody answers for the whole of any of them`
        : `nobody is accountable for any of ${sayActivities(rows)}: the matrix says who works, and never who answers for the result`,
    // A list of sides was never meant to hold an A; it has to be said, not refused.
    severity: ({ sidesOnly }) => (sidesOnly ? "warning" : "error"),
  },
  checkRow(row, register, report) {
    if (row.accountable.length > 0) return;
    // A row in which nobody performs either has one complaint, of another rule, and so has a list of one role.
    if (row.responsible.length === 0 || register.roles.size === 1) return;
    // Where only sides are named, the one side that is named answers; a row of both has nobody.
    if (register.sidesOnly && row.lane !== "shared") return;
    if (row.unknown.some((assignment) => assignment.letter === "A")) return;
    const only = row.responsible.length === 1 ? row.responsible[0] : undefined;
    const alone = only !== undefined && row.consulted.length === 0 && row.informed.length === 0 && row.unknown.length === 0;
    report({
      message: `nobody is accountable for ${row.title}`,
      field: "assignments",
      // Certain only where one role of the party that owns the risk does all of it alone.
      ...(alone && only.side === "client"
        ? { fix: { label: `Make ${only.name} accountable`, edits: [{ do: "assign", activity: row.id, role: only.id, letter: "A" }] } }
        : {}),
    });
  },
} satisfies RowRule;
