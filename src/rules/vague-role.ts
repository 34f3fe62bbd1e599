import { sayActivities } from "#core/lint/say.ts";
import { body, postFor } from "#core/lint/vague.ts";
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
    for (const role of row.responsible) if (role.vague) add(role.id);
    // A board may answer for a result; it cannot do the work.
    for (const role of row.accountable) if (role.vague && !body(role.name) && !row.responsible.includes(role)) add(role.id);
  },
  checkTally(counts, register, report) {
    for (const role of register.roles.values()) {
      const rows = counts.get(role.id);
      // Nobody can name a post inside a vendor, and where only sides are named another rule says so once.
      if (rows === undefined || role.inbox || role.several || role.partyKind === "vendor" || (role.whole && register.sidesOnly)) continue;
      report({
        message: body(role.name)
          ? `\`${role.name}\` is to perform ${sayActivities(rows)}: a body decides and does not do the work; name the post that does it`
          : `\`${role.name}\` performs or answers for ${sayActivities(rows)} and is ${role.whole ? "a whole organisation" : "no post"}; name the post that is meant, such as \`${postFor(role.name)}\``,
        at: { kind: "role", id: role.id, field: "name" },
      });
    }
  },
} satisfies TallyRule;
