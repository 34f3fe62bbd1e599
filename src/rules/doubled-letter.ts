import { cell } from "#core/lint/row.ts";
import type { RowRule } from "#core/lint/rule.ts";
import type { Assignment } from "#core/model/activity.ts";

export default {
  id: "doubled-letter",
  reads: "row",
  severity: "note",
  summary: "A role has the same letter twice",
  because: "One of the two is a leftover; when somebody takes the letter away, the other one stays.",
  remedy: "Keep one of them.",
  source: "product C1",
  avoid: {
    rows: [{ title: "Rotate backup tapes", cells: { "Backup Administrator (provider)": "R R", "Infrastructure Manager": "A" } }],
  },
  prefer: { rows: [{ title: "Rotate backup tapes", cells: { "Backup Administrator (provider)": "R", "Infrastructure Manager": "A" } }] },
  checkRow(row, register, report) {
    const { assignments } = row.activity;
    if (!repeats(row.accountable) && !repeats(row.responsible) && !repeats(row.consulted) && !repeats(row.informed)) return;
    assignments.forEach((one, index) => {
      const other = assignments.findIndex((assignment) => same(assignment, one));
      // The third of three is reported with the second.
      if (other === index || assignments.slice(other + 1, index).some((assignment) => same(assignment, one))) return;
      const role = register.roles.get(one.role);
      if (!role) return;
      const twins = assignments.filter((assignment) => same(assignment, one));
      const { condition } = one;
      const alike = twins.every((twin) => twin.condition === condition && twin.alternative === one.alternative);
      report({
        message: `${role.name} has the ${one.letter} ${twins.length === 2 ? "twice" : `${twins.length} times`} in ${row.title}`,
        field: cell(one.role),
        ...(alike && one.alternative === undefined
          ? {
              fix: {
                label: `Keep one ${one.letter}`,
                edits: [
                  { do: "unassign", activity: row.id, role: one.role, letter: one.letter },
                  { do: "assign", activity: row.id, role: one.role, letter: one.letter, ...(condition === undefined ? {} : { condition }) },
                ],
              },
            }
          : {}),
      });
    });
  },
} satisfies RowRule;

const same = (a: Assignment, b: Assignment): boolean => a.role === b.role && a.letter === b.letter;

/** Rows have few letters of a kind: looking at pairs beats building a set. */
function repeats(roles: readonly object[]): boolean {
  for (let i = 1; i < roles.length; i++) if (roles.indexOf(roles[i] as object) < i) return true;
  return false;
}
