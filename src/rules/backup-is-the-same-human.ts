import { sayActivities } from "#core/lint/say.ts";
import type { GroupRule } from "#core/lint/rule.ts";

const none: readonly string[] = [];

export default {
  id: "backup-is-the-same-human",
  reads: "groups",
  severity: "warning",
  summary: "The secondary owner is the same human as the primary one",
  because: "When this person is ill or asleep, both owners are away together.",
  remedy: "Let a second person hold the role of the secondary owner. In a company of one, accept it on purpose with a waiver.",
  source: "product B3; semantics: a backup is a different human",
  avoid: {
    rows: [{ title: "Restore a database", cells: { "Backup Administrator": "R", "Infrastructure Manager": "A" }, secondary: "system-administrator" }],
    people: { "Ana Ortiz": ["Backup Administrator", "System Administrator"], "Ben Okafor": ["Infrastructure Manager"] },
  },
  prefer: {
    rows: [{ title: "Restore a database", cells: { "Backup Administrator": "R", "Infrastructure Manager": "A" }, secondary: "system-administrator" }],
    people: { "Ana Ortiz": ["Backup Administrator"], "Cleo Marsh": ["System Administrator"], "Ben Okafor": ["Infrastructure Manager"] },
  },
  keysOf({ primary, secondary }) {
    if (!primary || !secondary || primary === secondary || primary.humans.length === 0 || secondary.humans.length === 0) return none;
    return secondary.humans.every((human) => primary.humans.includes(human)) ? [`${primary.id} ${secondary.id}`] : none;
  },
  checkGroup(_key, rows, register, report) {
    const [row] = rows;
    if (!row?.primary || !row.secondary) return;
    const who = row.secondary.humans.map((id) => register.people.get(id)?.name ?? id).join(" and ");
    report({
      message: `${who} is both primary and secondary owner (${row.primary.name}, ${row.secondary.name}) of ${rows.length === 1 ? row.title : sayActivities(rows.length)}`,
      at: { kind: "role", id: row.secondary.id, field: "holders" },
    });
  },
} satisfies GroupRule;
