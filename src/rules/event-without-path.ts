import { casesOf } from "#core/lint/callees.ts";
import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "event-without-path",
  reads: "register",
  severity: "error",
  summary: "An event for which no escalation path is there",
  because: "It happens, it is recognised, and then there is nobody to call.",
  remedy: "Let a path serve the event: one without limits serves every event.",
  source: "T6: each question answered per event type",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      events: [{ id: "malware", name: "Malware" }, { id: "vpn-down", name: "VPN stops working" }],
      severities: [{ id: "s1", name: "S1 critical", rank: 1 }],
      escalationPaths: [{ id: "attack", name: "Attacks", events: ["malware"], steps: [{ after: "PT0M", roles: ["security-lead"] }] }],
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      events: [{ id: "malware", name: "Malware" }, { id: "vpn-down", name: "VPN stops working" }],
      severities: [{ id: "s1", name: "S1 critical", rank: 1 }],
      escalationPaths: [{ id: "all", name: "All incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }] }],
    },
  },
  checkRegister(register, report) {
    if ((register.document.escalationPaths?.length ?? 0) === 0) return;
    const cases = casesOf(register);
    // A severity that no path serves is said once, for all events.
    const served = new Set(cases.filter(({ path }) => path !== undefined).map(({ severity }) => severity.id));
    for (const event of register.document.events ?? []) {
      if ((event.route?.length ?? 0) > 0) continue;
      const open = cases.filter((one) => one.event === event && one.path === undefined && served.has(one.severity.id)).map(({ severity }) => severity);
      if (open.length > 0) report({ message: `no escalation path serves \`${event.name}\`${open.length === served.size ? "" : ` at ${sayNames(open)}`}`, at: { kind: "event", id: event.id } });
    }
  },
} satisfies RegisterRule;
