import type { KnownRole } from "#core/lint/register.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "four-eyes-by-one-human",
  reads: "row",
  severity: "warning",
  summary: "Who does the work also approves it",
  because: "A second look by the same person finds what the first look found. An auditor counts it as no control at all.",
  remedy: "Let another person approve, accept or validate.",
  source: "product B3: four-eyes by one human is no four-eyes",
  avoid: { rows: [{ title: "Restore test", cells: { "Backup Administrator (provider)": "R", "Infrastructure Manager": "A" }, validation: { by: "backup-administrator" } }] },
  prefer: { rows: [{ title: "Restore test", cells: { "Backup Administrator (provider)": "R", "Infrastructure Manager": "A" }, validation: { by: "infrastructure-manager" } }] },
  checkRow(row, register, report) {
    const { approvers, acceptor, validation, split } = row.activity;
    if (approvers === undefined && acceptor === undefined && validation === undefined && split === undefined) return;
    if (row.responsible.length === 0) return;
    const check = (id: string | undefined, field: string, does: string): void => {
      const judge = id === undefined ? undefined : register.roles.get(id);
      if (judge && alone(row.responsible, judge)) {
        const human = judge.humans[0];
        const who = row.responsible.includes(judge) || human === undefined ? judge.name : (register.people.get(human)?.name ?? judge.name);
        report({ message: `${who} performs ${row.title} and ${does} it as well`, field });
      }
    };
    // One other approver is enough for four eyes.
    if (approvers !== undefined && approvers.every((id) => alone(row.responsible, register.roles.get(id)))) check(approvers[0], "approvers", "approves");
    check(acceptor, "acceptor", "accepts");
    check(validation?.by, "validation", "validates");
    if (validation?.by === undefined) check(split?.validator, "split", "validates");
  },
} satisfies RowRule;

/** Whether performers and judge together are one human, or one role of which no two holders are known. */
function alone(performers: readonly KnownRole[], judge: KnownRole | undefined): boolean {
  const [first] = performers;
  if (!judge || !first) return false;
  if (performers.some((role) => role !== judge && role.humans.length === 0)) return false;
  const humans = new Set([...performers.flatMap((role) => role.humans), ...judge.humans]);
  if (judge.humans.length === 0) return performers.length === 1 && first === judge;
  return humans.size === 1;
}
