import { sayNames } from "#core/lint/say.ts";
import type { TallyRule } from "#core/lint/rule.ts";

export default {
  id: "co-managed-failover-missing",
  reads: "tally",
  severity: "warning",
  summary: "An area of a co-managed matrix has no secondary owner",
  because: "In a co-managed setting the other side is the natural failover, but only if it knows that it is.",
  remedy: "Name a primary and a secondary owner for the area; its rows inherit them.",
  source: "T15: each category has a primary owner and a secondary owner for failover",
  avoid: {
    rows: [{ title: "Run backups", area: "backups", cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }],
    matrix: { covers: ["co-managed"], areas: [{ id: "backups", name: "Backups" }] },
  },
  prefer: {
    rows: [{ title: "Run backups", area: "backups", cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }],
    matrix: { covers: ["co-managed"], areas: [{ id: "backups", name: "Backups", primary: "backup-engineer", secondary: "infrastructure-manager" }] },
  },
  tally(row, register, add) {
    const { area } = row.activity;
    if (area !== undefined && register.covers.has("co-managed")) add(row.primary && row.secondary ? `owned ${area}` : area);
  },
  checkTally(counts, register, report) {
    if (!register.covers.has("co-managed")) return;
    const open = [...register.areas.values()].filter(({ id }) => counts.has(id) && !counts.has(`owned ${id}`));
    if (open.length > 0) report({ message: `no activity of ${sayNames(open, 6)} has both a primary and a secondary owner` });
  },
} satisfies TallyRule;
