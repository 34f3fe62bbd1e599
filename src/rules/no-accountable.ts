import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "no-accountable",
  reads: "row",
  severity: "error",
  summary: "Nobody is accountable",
  because: "When the result is questioned, nobody has to answer for it, and a dispute over this activity has no end.",
  remedy: "Give exactly one role the A.",
  source: "product C1; T1: one accountable owner for each task",
  avoid: { rows: [{ title: "Isolate a host", cells: { "SOC Analyst (provider)": "R" } }] },
  prefer: { rows: [{ title: "Isolate a host", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } }] },
  checkRow(row, register, report) {
    if (row.accountable.length > 0 || row.unknown.some((assignment) => assignment.letter === "A")) return;
    const only = row.responsible.length === 1 ? row.responsible[0] : undefined;
    report({
      message: `nobody is accountable for ${row.title}`,
      field: "assignments",
      // Certain only where one role of the party that owns the risk does all of it alone.
      ...(only?.side === "client" && register.roles.size > 0
        ? { fix: { label: `Make ${only.name} accountable`, edits: [{ do: "assign", activity: row.id, role: only.id, letter: "A" }] } }
        : {}),
    });
  },
} satisfies RowRule;
