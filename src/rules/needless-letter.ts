import { cell, type Row } from "#core/lint/row.ts";
import type { KnownRole } from "#core/lint/register.ts";
import type { Report, RowRule } from "#core/lint/rule.ts";

export default {
  id: "needless-letter",
  reads: "row",
  severity: "note",
  summary: "A role is to ask or tell itself",
  because: "Who does the work or answers for it already knows. The extra letter hides which of the two duties was meant.",
  remedy: "Take the C or the I away, or take the R or the A away if that was the slip.",
  source: "T2: C gives input before the action, I is told after it",
  avoid: { rows: [{ title: "Plan the sprint", cells: { "Service Delivery Manager (provider)": "R C", "Infrastructure Manager": "A" } }] },
  prefer: { rows: [{ title: "Plan the sprint", cells: { "Service Delivery Manager (provider)": "R", "Infrastructure Manager": "A" } }] },
  checkRow(row, _register, report) {
    const { consulted, informed } = row;
    if (consulted.length === 0 && informed.length === 0) return;
    for (const role of row.responsible) {
      if (consulted.includes(role)) say(row, role, "C", "performs", report);
      if (informed.includes(role)) say(row, role, "I", "performs", report);
    }
    for (const role of row.accountable) {
      if (row.responsible.includes(role)) continue;
      if (consulted.includes(role)) say(row, role, "C", "answers for", report);
      if (informed.includes(role)) say(row, role, "I", "answers for", report);
    }
  },
} satisfies RowRule;

function say(row: Row, role: KnownRole, letter: "C" | "I", does: string, report: Report): void {
  // Words behind one of the letters tell the two duties apart.
  if (row.conditional.some((assignment) => assignment.role === role.id)) return;
  report({
    message: `${role.name} ${does} ${row.title} and is to be ${letter === "C" ? "consulted about" : "informed of"} it as well`,
    field: cell(role.id),
    // Nobody has to be told of their own work. Whether the C or the R was the slip, only the author knows.
    ...(letter === "I" ? { fix: { label: `Take the I of ${role.name} away`, edits: [{ do: "unassign" as const, activity: row.id, role: role.id, letter }] } } : {}),
  });
}
