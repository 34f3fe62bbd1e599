import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "role-of-unknown-party",
  reads: "register",
  severity: "error",
  summary: "A role belongs to a party that the matrix does not have",
  because: "Nobody can say on whose side the role stands, so neither the lane nor the signature is right.",
  remedy: "Add the party, or put the role where it belongs.",
  source: "product B1",
  avoid: { rows: [], matrix: { roles: [{ id: "security-lead", name: "Security Lead", party: "northwind" }] } },
  prefer: { rows: [], matrix: { roles: [{ id: "security-lead", name: "Security Lead", party: "client" }] } },
  checkRegister(register, report) {
    for (const role of register.roles.values())
      if (!register.parties.has(role.party)) report({ message: `${role.name} belongs to \`${role.party}\`, which is not a party of this matrix`, at: { kind: "role", id: role.id, field: "party" } });
  },
} satisfies RegisterRule;
