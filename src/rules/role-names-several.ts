import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "role-names-several",
  reads: "register",
  severity: "warning",
  summary: "One role name stands for several roles",
  because: "Each of the two may believe that the other one was meant, in every activity that the role is named in.",
  remedy: "Make them two roles, and decide in each row which of the two it is.",
  source: "product B2, C1; T1: four rows say `X or Y` for R",
  avoid: { rows: [{ title: "Approve access requests", cells: { "Internal IT or provider service desk": "R", "Business System Owner": "A" } }] },
  prefer: { rows: [{ title: "Approve access requests", cells: { "Service Desk Manager (provider)": "R", "Business System Owner": "A" } }] },
  checkRegister(register, report) {
    for (const role of register.roles.values()) {
      const parts = role.inbox ? undefined : role.several;
      if (parts) report({ message: `\`${role.name}\` names ${parts.length} roles in one: ${parts.map((part) => `\`${part}\``).join(", ")}; make them roles of their own`, at: { kind: "role", id: role.id, field: "name" } });
    }
  },
} satisfies RegisterRule;
