import type { Place } from "#core/lint/finding.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "unknown-owner",
  reads: "register",
  severity: "error",
  summary: "An area, a stage or a system is owned by a role that the matrix does not have",
  because: "All rows that inherit this owner have none.",
  remedy: "Add the role, or name one of the roles of the matrix.",
  source: "product A2, C3, G2",
  avoid: { matrix: { areas: [{ id: "backups", name: "Backups", primary: "backup-administrator" }] } },
  prefer: {
    rows: [{ title: "Restore a database", cells: { "Backup Administrator": "R A" }, area: "backups" }],
    matrix: { areas: [{ id: "backups", name: "Backups", primary: "backup-administrator" }] },
  },
  checkRegister(register, report) {
    const check = (role: string | undefined, name: string, duty: string, at: Place): void => {
      if (role !== undefined && !register.roles.has(role)) report({ message: `the ${duty} of ${name} is \`${role}\`, which is not a role of this matrix`, at });
    };
    for (const { id, name, primary, secondary } of register.areas.values()) {
      check(primary, name, "primary owner", { kind: "area", id, field: "primary" });
      check(secondary, name, "secondary owner", { kind: "area", id, field: "secondary" });
    }
    for (const { id, name, owner, acceptor } of register.stages.values()) {
      check(owner, name, "owner", { kind: "stage", id, field: "owner" });
      check(acceptor, name, "acceptor", { kind: "stage", id, field: "acceptor" });
    }
    for (const { id, name, owner } of register.scope.values()) check(owner, name, "owner", { kind: "scope", id, field: "owner" });
  },
} satisfies RegisterRule;
