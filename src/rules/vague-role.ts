import { sayActivities } from "#core/lint/say.ts";
import { postFor } from "#core/lint/vague.ts";
import type { TallyRule } from "#core/lint/rule.ts";

export default {
  id: "vague-role",
  reads: "tally",
  severity: "warning",
  summary: "A role that has to act is a department or a company, not a post",
  because: "A department does not pick up the phone. Everybody in it may think that a colleague was meant.",
  remedy: "Name the post that acts, and let people hold it; one person may hold several.",
  source: "product B2; T2: vague labels",
  avoid: { rows: [{ title: "Disable leavers' accounts", cells: { "IT team": "R", "HR Manager": "A" } }] },
  prefer: { rows: [{ title: "Disable leavers' accounts", cells: { "Service Desk Manager": "R", "HR Manager": "A" } }] },
  tally(row, _register, add) {
    for (const role of row.accountable) if (role.vague) add(role.id);
    for (const role of row.responsible) if (role.vague && !row.accountable.includes(role)) add(role.id);
  },
  checkTally(counts, register, report) {
    for (const role of register.roles.values()) {
      const rows = counts.get(role.id);
      if (rows === undefined || role.inbox || role.several) continue;
      report({
        message: `\`${role.name}\` performs or answers for ${sayActivities(rows)}, but does not say who that is; name a post, such as \`${postFor(role.name)}\``,
        at: { kind: "role", id: role.id, field: "name" },
      });
    }
  },
} satisfies TallyRule;
