import { casesOf } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "critical-step-by-email",
  reads: "register",
  severity: "warning",
  summary: "A step for the most severe incidents is sent by e-mail only",
  because: "The step costs its waiting time and reaches nobody: an e-mail does not count as a call for the most severe level.",
  remedy: "Let the step call or send a message to the phone.",
  source: "semantics: S1 needs an interactive method",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      events: [{ id: "malware", name: "Malware" }],
      severities: [{ id: "s1", name: "S1 critical", rank: 1 }],
      escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"], channels: ["email"] }] }],
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      events: [{ id: "malware", name: "Malware" }],
      severities: [{ id: "s1", name: "S1 critical", rank: 1 }],
      escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"], channels: ["voice", "email"] }] }],
    },
  },
  checkRegister(register, report) {
    for (const path of new Set(casesOf(register).filter(({ severity }) => severity.rank === 1).flatMap(({ path }) => path ?? []))) {
      const number = path.steps.findIndex(({ channels }) => channels !== undefined && channels.length > 0 && channels.every((channel) => channel === "email")) + 1;
      if (number > 0) report({ message: `step ${number} of \`${path.name}\` serves the most severe incidents and goes out by e-mail only`, at: { kind: "path", id: path.id, field: "steps" } });
    }
  },
} satisfies RegisterRule;
