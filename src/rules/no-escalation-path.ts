import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "no-escalation-path",
  reads: "register",
  severity: "warning",
  summary: "Events are listed, but no path says whom to call",
  because: "Everybody knows what may happen, and nobody whom to wake when it does.",
  remedy: "Write one path for severe incidents and one for the rest: who first, who next, after how long.",
  source: "T6 first notification; T12 incident path; PCI DSS 12.10.1",
  avoid: { matrix: { events: [{ id: "ransomware", name: "Ransomware" }], severities: [{ id: "s1", name: "S1 critical", rank: 1 }] } },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      events: [{ id: "ransomware", name: "Ransomware" }],
      severities: [{ id: "s1", name: "S1 critical", rank: 1 }],
      escalationPaths: [{ id: "all", name: "All incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }] }],
    },
  },
  checkRegister({ document }, report) {
    if ((document.escalationPaths?.length ?? 0) > 0) return;
    const open = (document.events ?? []).filter(({ route }) => (route?.length ?? 0) === 0).length;
    if (open > 0) report({ message: `${open === 1 ? "one event is" : `${open} events are`} listed, and no escalation path says whom to call` });
  },
} satisfies RegisterRule;
