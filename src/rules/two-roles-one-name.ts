import type { KnownRole } from "#core/lint/register.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "two-roles-one-name",
  reads: "register",
  severity: "warning",
  summary: "Two roles have the same name",
  because: "Who reads the name in a row or hears it on the phone cannot know which of the two was meant.",
  remedy: "Merge the two, or put into the names what tells them apart, such as the party.",
  source: "product B2: a specific, named post of one party",
  avoid: {
    matrix: {
      roles: [
        { id: "lead-1", name: "Security Lead", party: "client" },
        { id: "lead-2", name: "Security Lead", party: "provider" },
      ],
    },
  },
  prefer: {
    matrix: {
      roles: [
        { id: "lead-1", name: "Security Lead", party: "client" },
        { id: "lead-2", name: "Provider Security Lead", party: "provider" },
      ],
    },
  },
  checkRegister(register, report) {
    const seen = new Map<string, KnownRole>();
    for (const role of register.roles.values()) {
      const name = role.name.trim().toLowerCase();
      const first = seen.get(name);
      if (!first) seen.set(name, role);
      else
        report({
          message: first.party === role.party ? `two roles are called ${role.name}` : `${role.name} is a role of two parties under one name`,
          at: { kind: "role", id: role.id, field: "name" },
        });
    }
  },
} satisfies RegisterRule;
