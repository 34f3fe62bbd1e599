import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "one-person-on-both-sides",
  reads: "register",
  severity: "warning",
  summary: "One person acts for both sides",
  because: "Who works for the provider and decides for the client checks himself, and his signature on both sides is one signature.",
  remedy: "Let another person hold one of the roles, or accept it on purpose with a waiver.",
  source: "product B3; semantics: a person on both parties",
  avoid: { people: { "Ana Ortiz": ["Security Lead (client)", "SOC Analyst (provider)"] } },
  prefer: { people: { "Ana Ortiz": ["Security Lead (client)"], "Ben Okafor": ["SOC Analyst (provider)"] } },
  checkRegister(register, report) {
    if (!register.hasHolders) return;
    const client = new Map<string, string>();
    const provider = new Map<string, string>();
    for (const role of register.roles.values())
      for (const human of role.humans) {
        if (role.side === "client") client.set(human, client.get(human) ?? role.name);
        else if (role.side === "provider") provider.set(human, provider.get(human) ?? role.name);
      }
    for (const [human, role] of client) {
      const other = provider.get(human);
      const person = register.people.get(human);
      if (other !== undefined && person)
        report({ message: `${person.name} holds ${role} for the client and ${other} on the provider's side`, at: { kind: "person", id: human } });
    }
  },
} satisfies RegisterRule;
