import { behind, mayDecide } from "#core/lint/callees.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "quorum-out-of-reach",
  reads: "register",
  severity: "error",
  summary: "More people must decide together than there are",
  because: "The decision can never be made as agreed, so it is made by somebody who was not meant to.",
  remedy: "Ask for fewer, or give the right to more people.",
  source: "semantics: a quorum counts persons",
  avoid: { people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Business Owner"] }, matrix: { decisionRights: [{ id: "a", verb: "containment.authorise", role: "security-lead", mode: "n-of-m", n: 3 }, { id: "b", verb: "containment.authorise", role: "business-owner", mode: "n-of-m", n: 3 }] } },
  prefer: { people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Business Owner"] }, matrix: { decisionRights: [{ id: "a", verb: "containment.authorise", role: "security-lead", mode: "n-of-m", n: 2 }, { id: "b", verb: "containment.authorise", role: "business-owner", mode: "n-of-m", n: 2 }] } },
  checkRegister(register, report) {
    if (!register.hasHolders) return;
    const common = (register.document.decisionRights ?? []).filter(({ mode, deny }) => mode === "n-of-m" && deny !== true);
    for (const [verb, rights] of Map.groupBy(common, (one) => one.verb)) {
      const asked = Math.max(...rights.map(({ n }) => n ?? 1));
      const [first] = rights;
      const there = mayDecide(register, verb, ({ mode }) => mode === "n-of-m").length;
      // One human in several posts is another matter, said elsewhere.
      const posts = new Set(rights.flatMap(({ role, person }) => [...(role === undefined ? [] : behind(register, role).map((human) => `${role} ${human}`)), ...(person === undefined ? [] : [person])])).size;
      if (first !== undefined && there > 0 && there < asked && posts < asked) report({ message: `${asked} people must ${VERB_WORDS[verb]} together, and ${there === 1 ? "one has" : `${there} have`} the right`, at: { kind: "decision-right", id: first.id, field: "n" } });
    }
  },
} satisfies RegisterRule;
