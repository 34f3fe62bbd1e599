import { behind, callees, humanOf, nameOfPerson } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";
import { dayOf, minuteOf } from "#core/time/minute.ts";

export default {
  id: "absence-uncovered",
  reads: "register",
  severity: "warning",
  summary: "The only holder of a post on a path is away, and nobody takes the calls",
  because: "The calls of those days go nowhere, although the days are known.",
  remedy: "Name who takes the calls while the person is away.",
  source: "semantics: absent differs from silent, the substitute steps in; T6 backup contact",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Internal IT Manager"] },
    matrix: {
      escalationPaths: [{ id: "all", name: "All incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }] }],
      directory: { absences: [{ id: "a1", person: "ana-ortiz", from: "2026-12-20T00:00Z", until: "2027-01-04T00:00Z" }] },
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Internal IT Manager"] },
    matrix: {
      escalationPaths: [{ id: "all", name: "All incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }] }],
      directory: { absences: [{ id: "a1", person: "ana-ortiz", from: "2026-12-20T00:00Z", until: "2027-01-04T00:00Z", substitute: "ben-okafor" }] },
    },
  },
  checkRegister(register, report) {
    const absences = register.document.directory?.absences ?? [];
    if (absences.length === 0) return;
    const today = dayOf(register.today);
    const called = callees(register, (register.document.escalationPaths ?? []).map(({ lastResort: _, ...path }) => path));
    const onPaths = new Set((register.document.escalationPaths ?? []).flatMap(({ steps }) => steps.flatMap(({ roles }) => roles as readonly string[])));
    for (const { id, person, from, until, substitute = register.people.get(person)?.substitute } of absences) {
      const human = humanOf(register, person);
      if (substitute !== undefined || minuteOf(until) <= today || !called.has(human)) continue;
      const alone = [...onPaths].filter((role) => behind(register, role).length === 1 && behind(register, role)[0] === human).map((role) => register.roles.get(role)?.name ?? role);
      if (alone.length > 0) report({ message: `${nameOfPerson(register, person)} is away from ${from.slice(0, 10)}, is the only ${alone.join(" and ")}, and nobody takes the calls`, at: { kind: "absence", id, field: "substitute" } });
    }
  },
} satisfies RegisterRule;
