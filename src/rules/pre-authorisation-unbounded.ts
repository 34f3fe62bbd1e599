import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "pre-authorisation-unbounded",
  reads: "register",
  severity: "warning",
  summary: "An emergency action is allowed in advance without bounds",
  because: "What was meant for one laptop is done to a production server, lasts for a week, and nobody knows how to undo it.",
  remedy: "Write what it may not touch, how long it may last, and how it is undone.",
  source: "T6 emergency; T17 isolation operationally defined; semantics: pre-authorised emergency action",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["SOC Analyst (provider)"] },
    matrix: { preAuthorisations: [{ id: "isolate", verb: "containment.authorise", actions: ["isolate one workstation"], trigger: "malware confirmed", performers: ["soc-analyst"], when: "always", authorityHolder: "security-lead" }] },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["SOC Analyst (provider)"] },
    matrix: { preAuthorisations: [{ id: "isolate", verb: "containment.authorise", actions: ["isolate one workstation"], trigger: "malware confirmed", performers: ["soc-analyst"], when: "always", authorityHolder: "security-lead", limits: "Never a server", longest: "PT24H", rollback: "Release the workstation" }] },
  },
  checkRegister({ document }, report) {
    for (const { id, actions, limits, scope, longest, rollback } of document.preAuthorisations ?? []) {
      const lacks = [
        ...(limits === undefined && (scope?.length ?? 0) === 0 ? ["what it may touch"] : []),
        ...(longest === undefined ? ["how long it may last"] : []),
        ...(rollback === undefined ? ["how it is undone"] : []),
      ];
      if (lacks.length > 0) report({ message: `to ${actions[0] ?? id} is allowed in advance, but not said is ${lacks.join(", ").replace(/, ([^,]*)$/, " and $1")}`, at: { kind: "pre-authorisation", id } });
    }
  },
} satisfies RegisterRule;
