import { humanOf, nameOfPerson } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";
import { dayOf, minuteOf } from "#core/time/minute.ts";

export default {
  id: "substitute-absent-too",
  reads: "register",
  severity: "warning",
  summary: "The substitute is away at the same time",
  because: "A substitute's substitute is not called. The two holidays were planned apart, and together they leave a hole.",
  remedy: "Name another substitute for this absence.",
  source: "semantics: absence with substitute, circular substitutes",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Internal IT Manager"] },
    matrix: {
      directory: {
        absences: [
          { id: "a1", person: "ana-ortiz", from: "2026-12-20T00:00Z", until: "2027-01-04T00:00Z", substitute: "ben-okafor" },
          { id: "a2", person: "ben-okafor", from: "2026-12-24T00:00Z", until: "2026-12-28T00:00Z" },
        ],
      },
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Internal IT Manager"] },
    matrix: {
      directory: {
        absences: [
          { id: "a1", person: "ana-ortiz", from: "2026-12-20T00:00Z", until: "2026-12-24T00:00Z", substitute: "ben-okafor" },
          { id: "a2", person: "ben-okafor", from: "2026-12-24T00:00Z", until: "2026-12-28T00:00Z" },
        ],
      },
    },
  },
  checkRegister(register, report) {
    const absences = register.document.directory?.absences ?? [];
    const today = dayOf(register.today);
    for (const { id, person, from, until, substitute = register.people.get(person)?.substitute } of absences) {
      if (substitute === undefined || minuteOf(until) <= today || humanOf(register, substitute) === humanOf(register, person)) continue;
      const other = absences.find((one) => humanOf(register, one.person) === humanOf(register, substitute) && minuteOf(one.from) < minuteOf(until) && minuteOf(from) < minuteOf(one.until) && minuteOf(one.until) > today);
      if (other === undefined) continue;
      const begins = [from, other.from].sort((a, b) => minuteOf(b) - minuteOf(a))[0] ?? from;
      report({ message: `${nameOfPerson(register, substitute)} stands in for ${nameOfPerson(register, person)} and is away as well, from ${begins.slice(0, 10)}`, at: { kind: "absence", id, field: "substitute" } });
    }
  },
} satisfies RegisterRule;
