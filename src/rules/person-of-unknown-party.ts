import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "person-of-unknown-party",
  reads: "register",
  severity: "error",
  summary: "A person belongs to a party that the matrix does not have",
  because: "Nobody can say for whom this person acts or signs.",
  remedy: "Add the party, or correct the person's.",
  source: "product B1",
  avoid: { people: { "Ana Ortiz": ["Security Lead"] }, matrix: { people: [{ id: "ana-ortiz", name: "Ana Ortiz", party: "northwind" }] } },
  prefer: { people: { "Ana Ortiz": ["Security Lead"] } },
  checkRegister(register, report) {
    for (const person of register.people.values())
      if (!register.parties.has(person.party))
        report({ message: `${person.name} belongs to \`${person.party}\`, which is not a party of this matrix`, at: { kind: "person", id: person.id, field: "party" } });
  },
} satisfies RegisterRule;
