import { sayActivities } from "#core/lint/say.ts";
import type { GroupRule } from "#core/lint/rule.ts";

const none: readonly string[] = [];

export default {
  id: "own-backup",
  reads: "groups",
  severity: "warning",
  summary: "A role is its own secondary owner",
  because: "A secondary owner who is away together with the owner is none.",
  remedy: "Name another role as secondary owner.",
  source: "product C3: a secondary owner is failover; T15: secondary owner for every critical task",
  avoid: { rows: [{ title: "Restore a database", cells: { "Backup Administrator (provider)": "R", "Infrastructure Manager": "A" }, secondary: "backup-administrator" }] },
  prefer: { rows: [{ title: "Restore a database", cells: { "Backup Administrator (provider)": "R", "Infrastructure Manager": "A" }, secondary: "infrastructure-manager" }] },
  // A role with several holders may stand in for itself: that is how a team covers its shifts.
  keysOf: ({ primary, secondary }) => (primary !== undefined && primary === secondary && primary.humans.length < 2 ? [primary.id] : none),
  checkGroup(key, rows, register, report) {
    const role = register.roles.get(key);
    const [row] = rows;
    if (!role || !row) return;
    report({
      message: `${role.name} is its own secondary owner for ${rows.length === 1 ? row.title : sayActivities(rows.length)}`,
      at: rows.length === 1 ? { kind: "activity", id: row.id, field: "secondary" } : { kind: "role", id: key },
    });
  },
} satisfies GroupRule;
