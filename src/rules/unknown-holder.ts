import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "unknown-holder",
  reads: "register",
  severity: "error",
  summary: "A role is held by a person that the matrix does not know",
  because: "There is no name to call and nobody to sign, though the role looks filled.",
  remedy: "Add the person, or name another holder.",
  source: "product B2",
  avoid: { matrix: { roles: [{ id: "security-lead", name: "Security Lead", party: "client", holders: ["ana-ortiz"] }] } },
  prefer: { people: { "Ana Ortiz": ["Security Lead"] } },
  checkRegister(register, report) {
    for (const role of register.roles.values())
      for (const holder of role.holders ?? [])
        if (!register.people.has(holder)) report({ message: `\`${holder}\` holds ${role.name}, but is not a person of this matrix`, at: { kind: "role", id: role.id, field: "holders" } });
  },
} satisfies RegisterRule;
