import { callees, sayEach, waysTo } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "called-without-contact",
  reads: "register",
  severity: "warning",
  summary: "An escalation path calls somebody without a number",
  because: "The path looks staffed, and whoever works through it at night finds a name and nothing to dial.",
  remedy: "Write down how the person is reached, and verify it.",
  source: "T6 critical events: real contact; T16 checklist; NIST SP 800-61r2 3.1.1",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Incident Manager (provider)"] },
    matrix: {
      escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["incident-manager", "security-lead"] }] }],
      directory: { contacts: [{ id: "c1", person: "ana-ortiz", kind: "voice", value: "+1 555 0100" }] },
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Incident Manager (provider)"] },
    matrix: {
      escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["incident-manager", "security-lead"] }] }],
      directory: { contacts: [{ id: "c1", person: "ana-ortiz", kind: "voice", value: "+1 555 0100" }, { id: "c2", person: "ben-okafor", kind: "voice", value: "+1 555 0199" }] },
    },
  },
  checkRegister(register, report) {
    // Where nobody's numbers are kept here, they are kept elsewhere.
    if (register.contactsOf.size === 0) return;
    const called = callees(register);
    // Somebody behind a shared inbox has a finding of their own.
    const without = [...called.keys()].filter((human) => waysTo(register, human).length === 0 && (register.contactsOf.get(human)?.length ?? 0) === 0);
    sayEach(register, without, report, (name, id) => `\`${called.get(id)?.name ?? ""}\` calls ${name}, and no number or address is known`, (names) => `the escalation paths call people of whom no number or address is known: ${names}`);
  },
} satisfies RegisterRule;
