import { callees, casesOf, sayEach, waysTo } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "critical-call-by-email-only",
  reads: "register",
  severity: "error",
  summary: "Somebody called for the most severe incidents has only e-mail",
  because: "Mail is read in the morning. Nobody knows whether it was seen, and the step before it has already given up.",
  remedy: "Add a number for calls or messages to the phone.",
  source: "semantics: S1 needs an interactive method; T6 real contact",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      events: [{ id: "malware", name: "Malware" }],
      severities: [{ id: "s1", name: "S1 critical", rank: 1 }],
      escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }] }],
      directory: { contacts: [{ id: "c1", person: "ana-ortiz", kind: "email", value: "ana.ortiz@client.example" }] },
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      events: [{ id: "malware", name: "Malware" }],
      severities: [{ id: "s1", name: "S1 critical", rank: 1 }],
      escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }] }],
      directory: { contacts: [{ id: "c1", person: "ana-ortiz", kind: "email", value: "ana.ortiz@client.example" }, { id: "c2", person: "ana-ortiz", kind: "voice", value: "+1 555 0100" }] },
    },
  },
  checkRegister(register, report) {
    const paths = new Set(casesOf(register).filter(({ severity }) => severity.rank === 1).flatMap(({ path }) => path ?? []));
    const mailed = [...callees(register, [...paths]).keys()].filter((human) => {
      const ways = waysTo(register, human);
      return ways.length > 0 && ways.every(({ kind }) => kind === "email");
    });
    sayEach(register, mailed, report, (name) => `${name} is called for the most severe incidents and can be reached by e-mail only`, (names) => `for the most severe incidents people are called who can be reached by e-mail only: ${names}`);
  },
} satisfies RegisterRule;
