import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "pre-authorisation-without-holder",
  reads: "register",
  severity: "warning",
  summary: "An emergency action is allowed in advance by nobody in particular",
  because: "Nobody is told within the quarter of an hour, and nobody ratifies or reverses what was done.",
  remedy: "Name the role whose authority is used in advance.",
  source: "semantics: tell the authority holder; T6 approval of emergency changes",
  avoid: { people: { "Ben Okafor": ["SOC Analyst (provider)"] }, matrix: { preAuthorisations: [{ id: "isolate", verb: "containment.authorise", actions: ["isolate one workstation"], trigger: "malware confirmed", performers: ["soc-analyst"], when: "always" }] } },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["SOC Analyst (provider)"] },
    matrix: { preAuthorisations: [{ id: "isolate", verb: "containment.authorise", actions: ["isolate one workstation"], trigger: "malware confirmed", performers: ["soc-analyst"], when: "always", authorityHolder: "security-lead" }] },
  },
  checkRegister({ document }, report) {
    for (const { id, actions, authorityHolder } of document.preAuthorisations ?? [])
      if (authorityHolder === undefined) report({ message: `nobody's authority stands behind the permission to ${actions[0] ?? id}`, at: { kind: "pre-authorisation", id, field: "authorityHolder" } });
  },
} satisfies RegisterRule;
