import { behind, humanOf, nameOfPerson } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";

export default {
  id: "delegation-without-right",
  reads: "register",
  severity: "error",
  summary: "Somebody delegates a right they do not have",
  because: "The delegate believes they may decide. What they decide has no ground.",
  remedy: "Let the one who has the right delegate it, or give the right first.",
  source: "semantics: a delegation is a subset of the delegator's grant",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Internal IT Manager"] },
    matrix: {
      decisionRights: [{ id: "contain", verb: "containment.authorise", role: "security-lead", delegable: true }],
      directory: { delegations: [{ id: "d1", from: "ben-okafor", to: "ana-ortiz", verbs: ["containment.authorise"], starts: "2026-12-20T00:00Z", ends: "2027-01-04T00:00Z" }] },
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Internal IT Manager"] },
    matrix: {
      decisionRights: [{ id: "contain", verb: "containment.authorise", role: "security-lead", delegable: true }],
      directory: { delegations: [{ id: "d1", from: "ana-ortiz", to: "ben-okafor", verbs: ["containment.authorise"], starts: "2026-12-20T00:00Z", ends: "2027-01-04T00:00Z" }] },
    },
  },
  checkRegister(register, report) {
    const { decisionRights = [], directory } = register.document;
    for (const { id, from, to, verbs } of directory?.delegations ?? []) {
      const human = humanOf(register, from);
      const lacking = verbs.filter((verb) => !decisionRights.some((right) => right.verb === verb && right.deny !== true && (humanOf(register, right.person ?? "") === human || (right.role !== undefined && behind(register, right.role).includes(human)))));
      // What was lent and is lent on is another finding.
      const own = lacking.filter((verb) => !(directory?.delegations ?? []).some((other) => humanOf(register, other.to) === human && other.verbs.includes(verb)));
      if (own[0] !== undefined) report({ message: `${nameOfPerson(register, from)} delegates to ${nameOfPerson(register, to)} the right to ${own.map((verb) => VERB_WORDS[verb]).join(" and to ")}, and has no such right`, at: { kind: "delegation", id } });
    }
  },
} satisfies RegisterRule;
