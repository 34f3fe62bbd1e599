import { casesOf } from "#core/lint/callees.ts";
import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "severity-without-path",
  reads: "register",
  severity: "error",
  summary: "A severity for which no escalation path is there",
  because: "The incident is graded, and then nobody knows whom to call for that grade.",
  remedy: "Add the severity to a path, or take its limit away.",
  source: "T6 first notification; T17 escalation thresholds predefined",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      events: [{ id: "malware", name: "Malware" }],
      severities: [{ id: "s1", name: "S1 critical", rank: 1 }, { id: "s2", name: "S2 high", rank: 2 }],
      escalationPaths: [{ id: "severe", name: "Severe incidents", severities: ["s1"], steps: [{ after: "PT0M", roles: ["security-lead"] }] }],
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      events: [{ id: "malware", name: "Malware" }],
      severities: [{ id: "s1", name: "S1 critical", rank: 1 }, { id: "s2", name: "S2 high", rank: 2 }],
      escalationPaths: [{ id: "severe", name: "Severe incidents", severities: ["s1", "s2"], steps: [{ after: "PT0M", roles: ["security-lead"] }] }],
    },
  },
  checkRegister(register, report) {
    const { escalationPaths = [], severities = [], events = [] } = register.document;
    if (escalationPaths.length === 0 || events.length === 0) return;
    const served = new Set(casesOf(register).filter(({ path }) => path !== undefined).map(({ severity }) => severity.id));
    const open = severities.filter(({ id }) => !served.has(id));
    const [first] = open;
    if (first !== undefined) report({ message: `no escalation path serves ${sayNames(open.map(({ name }) => ({ name: `\`${name}\`` })))}, whatever the event`, at: { kind: "severity", id: first.id } });
  },
} satisfies RegisterRule;
