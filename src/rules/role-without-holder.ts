import { sayActivities } from "#core/lint/say.ts";
import type { TallyRule } from "#core/lint/rule.ts";

export default {
  id: "role-without-holder",
  reads: "tally",
  severity: "warning",
  summary: "A role that has to act is held by nobody",
  because: "Other roles have people; this one is an empty chair, and its activities will wait for somebody to sit down.",
  remedy: "Name at least one person who holds the role.",
  source: "product B2, B3",
  avoid: {
    rows: [{ title: "Review firewall rules", cells: { "Network Engineer (provider)": "R", "Security Lead": "A" } }],
    people: { "Ana Ortiz": ["Security Lead"] },
  },
  prefer: {
    rows: [{ title: "Review firewall rules", cells: { "Network Engineer (provider)": "R", "Security Lead": "A" } }],
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Network Engineer"] },
  },
  tally(row, register, add) {
    if (!register.hasHolders) return;
    for (const role of row.accountable) if (role.humans.length === 0) add(role.id);
    for (const role of row.responsible) if (role.humans.length === 0 && !row.accountable.includes(role)) add(role.id);
  },
  checkTally(counts, register, report) {
    if (counts.size === 0) return;
    const onDuty = new Set((register.document.rotations ?? []).map(({ role }) => role));
    for (const role of register.roles.values()) {
      const rows = counts.get(role.id);
      if (rows !== undefined && !onDuty.has(role.id))
        report({ message: `nobody holds ${role.name}, which performs or answers for ${sayActivities(rows)}`, at: { kind: "role", id: role.id, field: "holders" } });
    }
  },
} satisfies TallyRule;
