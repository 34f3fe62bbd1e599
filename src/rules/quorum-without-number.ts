import { VERB_WORDS } from "#core/model/verb-words.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "quorum-without-number",
  reads: "register",
  severity: "warning",
  summary: "Several decide together, and how many is not said",
  because: "One alone is enough then, which is not what deciding together was meant to be.",
  remedy: "Say how many of them it takes: two at least.",
  source: "semantics: n-of-m",
  avoid: { people: { "Ana Ortiz": ["Security Lead"] }, matrix: { decisionRights: [{ id: "a", verb: "exception.approve", role: "security-lead", mode: "n-of-m" }] } },
  prefer: { people: { "Ana Ortiz": ["Security Lead"] }, matrix: { decisionRights: [{ id: "a", verb: "exception.approve", role: "security-lead", mode: "n-of-m", n: 2 }] } },
  checkRegister({ document }, report) {
    const common = (document.decisionRights ?? []).filter(({ mode, deny }) => mode === "n-of-m" && deny !== true);
    for (const [verb, rights] of Map.groupBy(common, (one) => one.verb)) {
      const [first] = rights;
      if (first !== undefined && rights.every(({ n }) => (n ?? 1) < 2)) report({ message: `several people ${VERB_WORDS[verb]} together, and how many it takes is not said`, at: { kind: "decision-right", id: first.id, field: "n" } });
    }
  },
} satisfies RegisterRule;
