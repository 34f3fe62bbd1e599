import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "unused-person",
  reads: "register",
  severity: "note",
  summary: "A person holds no role",
  because: "Somebody wrote the name down for a reason; without a role this person is never called.",
  remedy: "Give the person a role, or take the name out.",
  source: "product B2, B3",
  avoid: { people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": [] } },
  prefer: { people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["SOC Analyst (provider)"] } },
  checkRegister(register, report) {
    if (!register.hasHolders) return;
    const { document } = register;
    const busy = new Set<string | undefined>([
      ...[...register.roles.values()].flatMap(({ holders, humans }) => [...(holders ?? []), ...humans]),
      ...(document.rotations ?? []).flatMap(({ layers }) => layers.flatMap(({ people }) => people)),
      ...(document.waivers ?? []).map(({ by }) => by),
      ...(document.decisionRights ?? []).map(({ person }) => person),
      ...(document.escalationPaths ?? []).flatMap(({ lastResort }) => lastResort ?? []),
      ...(document.directory?.absences ?? []).map(({ substitute }) => substitute),
      ...(document.directory?.delegations ?? []).map(({ to }) => to),
    ]);
    for (const person of register.people.values())
      if (!busy.has(person.id) && (person.sameHumanAs === undefined || !busy.has(person.sameHumanAs))) report({ message: `${person.name} holds no role`, at: { kind: "person", id: person.id } });
  },
} satisfies RegisterRule;
