import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "regulatory-clock-of-provider",
  reads: "register",
  severity: "warning",
  summary: "The provider determines when the client's legal deadline starts",
  because: "The authority asks the client. A provider that hesitates, or is itself the cause, decides about the client's lateness.",
  remedy: "Let a role of the client determine it; the provider supplies the facts within its own, shorter clock.",
  source: "GDPR 33; T14 client approves legal notice; semantics: provider determines but the client must notify",
  avoid: {
    people: { "Ana Ortiz": ["Legal Counsel"], "Ben Okafor": ["Incident Manager (provider)"] },
    matrix: { clocks: [{ id: "dpa", name: "Notice to the data protection authority", kind: "regulatory", anchor: "awareness of a personal data breach", limit: "PT72H", determiner: "incident-manager", submitter: "legal-counsel" }] },
  },
  prefer: {
    people: { "Ana Ortiz": ["Legal Counsel"], "Ben Okafor": ["Incident Manager (provider)"] },
    matrix: { clocks: [{ id: "dpa", name: "Notice to the data protection authority", kind: "regulatory", anchor: "awareness of a personal data breach", limit: "PT72H", determiner: "legal-counsel", submitter: "legal-counsel" }] },
  },
  checkRegister({ document, roles, hasClient }, report) {
    if (!hasClient) return;
    for (const { id, kind, name, determiner, party } of document.clocks ?? []) {
      const role = roles.get(determiner ?? "");
      if (kind === "regulatory" && role?.side === "provider" && party !== role.party) report({ message: `${role.name} of the provider's side determines when \`${name}\` starts to run for the client`, at: { kind: "clock", id, field: "determiner" } });
    }
  },
} satisfies RegisterRule;
