import { behind, humanOf, nameOfPerson } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";

export default {
  id: "delegation-not-allowed",
  reads: "register",
  severity: "error",
  summary: "A right is delegated that may not be delegated",
  because: "The delegation is on record and has no effect. On the night it is needed, nobody may decide.",
  remedy: "Mark the right as one that may be delegated, if both parties want that, or take the delegation out.",
  source: "semantics: grant, delegable",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Internal IT Manager"] },
    matrix: {
      decisionRights: [{ id: "contain", verb: "containment.authorise", role: "security-lead" }],
      directory: { delegations: [{ id: "d1", from: "ana-ortiz", to: "ben-okafor", verbs: ["containment.authorise"], starts: "2026-12-20T00:00Z", ends: "2027-01-04T00:00Z" }] },
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
      const barred = verbs.filter((verb) => {
        const own = decisionRights.filter((right) => right.verb === verb && right.deny !== true && (humanOf(register, right.person ?? "") === human || (right.role !== undefined && behind(register, right.role).includes(human))));
        return own.length > 0 && own.every(({ delegable }) => delegable !== true);
      });
      if (barred.length > 0) report({ message: `${nameOfPerson(register, from)} delegates to ${nameOfPerson(register, to)} the right to ${barred.map((verb) => VERB_WORDS[verb]).join(" and to ")}, which may not be delegated`, at: { kind: "delegation", id } });
    }
  },
} satisfies RegisterRule;
