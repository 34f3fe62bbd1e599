import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "unknown-role-in-field",
  reads: "row",
  severity: "error",
  summary: "A duty beside the letters belongs to a role that the matrix does not have",
  because: "The row looks complete, but the backup, the approver or the validator it names does not exist.",
  remedy: "Add the role, or name one of the roles of the matrix.",
  source: "product C3, C4",
  avoid: { rows: [{ title: "Restore a database", cells: { "Backup Administrator": "R A" }, secondary: "night-operator" }] },
  prefer: { rows: [{ title: "Restore a database", cells: { "Backup Administrator": "R A", "Night Operator": "I" }, secondary: "night-operator" }] },
  checkRow(row, register, report) {
    const { activity } = row;
    if (activity.secondary !== undefined) check(activity.secondary, "secondary owner", "secondary");
    if (activity.initiator !== undefined) check(activity.initiator, "one who starts", "initiator");
    if (activity.acceptor !== undefined) check(activity.acceptor, "one who accepts", "acceptor");
    if (activity.disputes !== undefined) check(activity.disputes, "one who decides disputes", "disputes");
    if (activity.approvers !== undefined) for (const id of activity.approvers) check(id, "approver", "approvers");
    if (activity.validation?.by !== undefined) check(activity.validation.by, "validator", "validation");
    if (activity.handOff?.to !== undefined) check(activity.handOff.to, "next owner", "handOff");
    if (activity.escalation?.to !== undefined) check(activity.escalation.to, "role to escalate to", "escalation");
    if (activity.split !== undefined) {
      if (activity.split.validator !== undefined) check(activity.split.validator, "validator", "split");
      for (const { responsible } of activity.split.parts) if (responsible !== undefined) check(responsible, "responsible role of a part", "split");
    }
    if (activity.evidence !== undefined)
      for (const { producer, collector } of activity.evidence) {
        if (producer !== undefined) check(producer, "producer of evidence", "evidence");
        if (collector !== undefined) check(collector, "collector of evidence", "evidence");
      }
    function check(id: string, duty: string, field: string): void {
      if (!register.roles.has(id)) report({ message: `the ${duty} of ${row.title} is \`${id}\`, which is not a role of this matrix`, field });
    }
  },
} satisfies RowRule;
