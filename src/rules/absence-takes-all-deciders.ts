import { humanOf, mayDecide } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";

export default {
  id: "absence-takes-all-deciders",
  reads: "register",
  severity: "warning",
  summary: "Everybody who may decide something can be missing together",
  because: "Two people with the right are no backup for each other when both sit in the same building or on the same flight.",
  remedy: "Give the right to one person outside the group, or pre-authorise what cannot wait.",
  source: "semantics: correlated absence, k = 2 of three approvers of whom two share a flight",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Business Owner"], "Cleo Marsh": ["Executive Sponsor"] },
    matrix: {
      events: [{ id: "malware", name: "Malware", verbs: ["containment.authorise"] }],
      decisionRights: [{ id: "a", verb: "containment.authorise", role: "security-lead" }, { id: "b", verb: "containment.authorise", role: "business-owner" }],
      correlatedAbsences: [{ id: "flight", name: "The flight to the trade fair", people: ["ana-ortiz", "ben-okafor"] }],
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Business Owner"], "Cleo Marsh": ["Executive Sponsor"] },
    matrix: {
      events: [{ id: "malware", name: "Malware", verbs: ["containment.authorise"] }],
      decisionRights: [{ id: "a", verb: "containment.authorise", role: "security-lead" }, { id: "b", verb: "containment.authorise", role: "executive-sponsor" }],
      correlatedAbsences: [{ id: "flight", name: "The flight to the trade fair", people: ["ana-ortiz", "ben-okafor"] }],
    },
  },
  checkRegister(register, report) {
    const { correlatedAbsences = [], events = [], preAuthorisations = [] } = register.document;
    if (correlatedAbsences.length === 0) return;
    const asked = [...new Set(events.flatMap(({ verbs }) => verbs ?? []))].filter((verb) => !preAuthorisations.some((grant) => grant.verb === verb));
    for (const { id, name, people } of correlatedAbsences) {
      const gone = new Set((people ?? []).map((person) => humanOf(register, person)));
      const lost = asked.filter((verb) => {
        const may = mayDecide(register, verb);
        return may.length > 1 && may.every((human) => gone.has(human));
      });
      if (lost.length > 0) report({ message: `\`${name}\` takes everybody who may ${lost.map((verb) => VERB_WORDS[verb]).join(" or ")}`, at: { kind: "correlated-absence", id } });
    }
  },
} satisfies RegisterRule;
