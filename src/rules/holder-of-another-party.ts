import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "holder-of-another-party",
  reads: "register",
  severity: "warning",
  summary: "A role of one party is held by a person of another",
  because: "The person obeys one company and acts for the other: whose decision it was is then a matter of dispute.",
  remedy: "Let somebody of the role's own party hold it, or move the role to the other party.",
  source: "product B2, B3",
  avoid: {
    people: { "Ben Okafor": ["Security Lead"] },
    matrix: { people: [{ id: "ben-okafor", name: "Ben Okafor", party: "provider" }] },
  },
  prefer: { people: { "Ben Okafor": ["Security Lead"] } },
  checkRegister(register, report) {
    for (const role of register.roles.values())
      for (const id of role.holders ?? []) {
        const person = register.people.get(id);
        const home = person && register.parties.get(person.party);
        const party = register.parties.get(role.party);
        if (person && home && party && home !== party)
          report({ message: `${person.name} of ${home.name} holds ${role.name}, a role of ${party.name}`, at: { kind: "role", id: role.id, field: "holders" } });
      }
  },
} satisfies RegisterRule;
