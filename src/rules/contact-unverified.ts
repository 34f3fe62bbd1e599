import { callees, sayEach, waysTo } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "contact-unverified",
  reads: "register",
  severity: "warning",
  summary: "Nobody ever checked the number that an escalation path would call",
  because: "A wrong digit is found in the first minutes of an incident, when there is no time to ask for the right one.",
  remedy: "Call the person or send a test message, and write down the day on which it worked.",
  source: "T7 review checks: escalation contacts accurate; semantics: reach",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }] }],
      directory: { contacts: [{ id: "c1", person: "ana-ortiz", kind: "voice", value: "+1 555 0100" }] },
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }] }],
      directory: { contacts: [{ id: "c1", person: "ana-ortiz", kind: "voice", value: "+1 555 0100", verifiedAt: "2026-10-01T09:00Z" }] },
    },
  },
  checkRegister(register, report) {
    const unverified = [...callees(register).keys()].filter((human) => {
      const ways = waysTo(register, human);
      return ways.length > 0 && ways.every(({ verifiedAt }) => verifiedAt === undefined);
    });
    sayEach(register, unverified, report, (name) => `no way to reach ${name} was ever verified, and an escalation path relies on it`, (names) => `the escalation paths rely on people no contact of whom was ever verified: ${names}`);
  },
} satisfies RegisterRule;
