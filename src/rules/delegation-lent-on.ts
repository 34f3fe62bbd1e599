import { behind, humanOf, nameOfPerson } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "delegation-lent-on",
  reads: "register",
  severity: "error",
  summary: "A delegated right is delegated on",
  because: "After two hops nobody knows who stands for the decision. A right that was lent is never lent on.",
  remedy: "Let the one who has the right delegate it directly.",
  source: "semantics: delegation has depth 1",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Internal IT Manager"], "Cleo Marsh": ["Business Owner"] },
    matrix: {
      decisionRights: [{ id: "contain", verb: "containment.authorise", role: "security-lead", delegable: true }],
      directory: {
        delegations: [
          { id: "d1", from: "ana-ortiz", to: "ben-okafor", verbs: ["containment.authorise"], starts: "2026-12-20T00:00Z", ends: "2027-01-04T00:00Z" },
          { id: "d2", from: "ben-okafor", to: "cleo-marsh", verbs: ["containment.authorise"], starts: "2026-12-24T00:00Z", ends: "2026-12-28T00:00Z" },
        ],
      },
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Internal IT Manager"], "Cleo Marsh": ["Business Owner"] },
    matrix: {
      decisionRights: [{ id: "contain", verb: "containment.authorise", role: "security-lead", delegable: true }],
      directory: {
        delegations: [
          { id: "d1", from: "ana-ortiz", to: "ben-okafor", verbs: ["containment.authorise"], starts: "2026-12-20T00:00Z", ends: "2026-12-24T00:00Z" },
          { id: "d2", from: "ana-ortiz", to: "cleo-marsh", verbs: ["containment.authorise"], starts: "2026-12-24T00:00Z", ends: "2026-12-28T00:00Z" },
        ],
      },
    },
  },
  checkRegister(register, report) {
    const { decisionRights = [], directory } = register.document;
    const all = directory?.delegations ?? [];
    for (const one of all) {
      const human = humanOf(register, one.from);
      const own = (verb: string) => decisionRights.some((right) => right.verb === verb && right.deny !== true && (humanOf(register, right.person ?? "") === human || (right.role !== undefined && behind(register, right.role).includes(human))));
      const lender = all.find((other) => other !== one && humanOf(register, other.to) === human && other.starts < one.ends && one.starts < other.ends && other.verbs.some((verb) => one.verbs.includes(verb) && !own(verb)));
      if (lender !== undefined) report({ message: `${nameOfPerson(register, one.from)} lends on to ${nameOfPerson(register, one.to)} what ${nameOfPerson(register, lender.from)} lent`, at: { kind: "delegation", id: one.id } });
    }
  },
} satisfies RegisterRule;
