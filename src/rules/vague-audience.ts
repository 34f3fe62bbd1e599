import { sayActivities } from "#core/lint/say.ts";
import { body, controlFunction, postFor } from "#core/lint/vague.ts";
import type { TallyRule } from "#core/lint/rule.ts";

export default {
  id: "vague-audience",
  reads: "tally",
  severity: "note",
  summary: "Those to be asked or told are a department, not a post",
  because: "A question to a whole department is answered by nobody, and a notice to it is proof of nothing.",
  remedy: "Name the post that gives the input or has to know.",
  source: "product B2, C1; T2: vague labels",
  avoid: { rows: [{ title: "Change a firewall rule", cells: { "Network Engineer (provider)": "R", "Security Lead": "A", "Operations team": "I" } }] },
  prefer: { rows: [{ title: "Change a firewall rule", cells: { "Network Engineer (provider)": "R", "Security Lead": "A", "Operations Manager": "I" } }] },
  tally(row, _register, add) {
    for (const role of row.consulted) if (role.vague) add(role.id);
    for (const role of row.informed) if (role.vague && !row.consulted.includes(role)) add(role.id);
    // A role that also acts somewhere is named by the rule about acting roles.
    for (const role of row.responsible) if (role.vague) add(`${role.id} acts`);
    for (const role of row.accountable) if (role.vague) add(`${role.id} acts`);
  },
  checkTally(counts, register, report) {
    for (const role of register.roles.values()) {
      const rows = counts.get(role.id);
      // A board or an audit function is fit to be asked or told as a whole.
      if (rows === undefined || role.inbox || role.several || counts.has(`${role.id} acts`) || body(role.name) || controlFunction(role.name) || role.partyKind === "vendor" || (role.whole && register.sidesOnly)) continue;
      report({
        message: `\`${role.name}\` is asked or told in ${sayActivities(rows)} and is ${role.whole ? "a whole organisation" : "no post"}; name the post that is meant, such as \`${postFor(role.name)}\``,
        at: { kind: "role", id: role.id, field: "name" },
      });
    }
  },
} satisfies TallyRule;
