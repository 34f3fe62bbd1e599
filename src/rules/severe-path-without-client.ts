import { casesOf } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "severe-path-without-client",
  reads: "register",
  severity: "warning",
  summary: "The most severe incidents never reach the client",
  because: "The provider's people call each other, and the company whose plant stands still is not on the list.",
  remedy: "Let a step call the client's security lead or business owner.",
  source: "T6 contact to business stakeholders; T17 responsible communication contact defined",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["SOC Analyst (provider)"] },
    matrix: {
      events: [{ id: "malware", name: "Malware" }],
      severities: [{ id: "s1", name: "S1 critical", rank: 1 }],
      escalationPaths: [{ id: "all", name: "All incidents", steps: [{ after: "PT0M", roles: ["soc-analyst"] }] }],
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["SOC Analyst (provider)"] },
    matrix: {
      events: [{ id: "malware", name: "Malware" }],
      severities: [{ id: "s1", name: "S1 critical", rank: 1 }],
      escalationPaths: [{ id: "all", name: "All incidents", steps: [{ after: "PT0M", roles: ["soc-analyst"] }, { after: "PT15M", roles: ["security-lead"] }] }],
    },
  },
  checkRegister(register, report) {
    if (!register.hasClient || !register.hasProvider || ![...register.roles.values()].some(({ side }) => side === "client")) return;
    for (const path of new Set(casesOf(register).filter(({ severity }) => severity.rank === 1).flatMap(({ path }) => path ?? []))) {
      const sides = path.steps.flatMap(({ roles }) => roles).map((role) => register.roles.get(role)?.side);
      if (sides.length > 0 && path.then === undefined && sides.every((side) => side === "provider")) report({ message: `\`${path.name}\` serves the most severe incidents and calls nobody of the client`, at: { kind: "path", id: path.id, field: "steps" } });
    }
  },
} satisfies RegisterRule;
