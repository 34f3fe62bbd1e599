import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "only-one-role",
  reads: "register",
  severity: "warning",
  summary: "The matrix knows a single role",
  because: "A list of one role's letters shows nobody else's: whether each activity has a performer and an owner cannot be told from it.",
  remedy: "Add the other roles that take part.",
  source: "product C1; T10: delivery participants",
  avoid: { rows: [{ title: "Refine the requirements", cells: { "Project Manager": "A" } }] },
  prefer: { rows: [{ title: "Refine the requirements", cells: { "Project Manager": "A", "Business Analyst": "R" } }] },
  checkRegister(register, report) {
    if (register.roles.size !== 1) return;
    for (const role of register.roles.values()) report({ message: `${role.name} is the only role: the letters of everybody else are missing`, at: { kind: "role", id: role.id } });
  },
} satisfies RegisterRule;
