import type { RegisterRule } from "#core/lint/rule.ts";
import { roughMinutes, sayDuration } from "#core/model/measure.ts";

export default {
  id: "provider-notice-too-late",
  reads: "register",
  severity: "error",
  summary: "The provider may tell the client later than the client must tell the regulator",
  because: "The client hears of the incident when its own deadline is already over, and the provider has kept the contract.",
  remedy: "Agree on a contractual notice that leaves the client time to determine and to write: a few hours.",
  source: "T16 clauses: contractual detection window; GDPR 33(2); 23 NYCRR 500.17",
  avoid: {
    people: { "Ana Ortiz": ["Legal Counsel"], "Ben Okafor": ["Incident Manager (provider)"] },
    matrix: {
      clocks: [
        { id: "tell-client", name: "Provider tells the client", kind: "contract", anchor: "confirmation", limit: "PT72H", submitter: "incident-manager" },
        { id: "dpa", name: "Notice to the data protection authority", kind: "regulatory", anchor: "awareness of a personal data breach", limit: "PT72H", determiner: "legal-counsel", submitter: "legal-counsel" },
      ],
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Legal Counsel"], "Ben Okafor": ["Incident Manager (provider)"] },
    matrix: {
      clocks: [
        { id: "tell-client", name: "Provider tells the client", kind: "contract", anchor: "confirmation", limit: "PT4H", submitter: "incident-manager" },
        { id: "dpa", name: "Notice to the data protection authority", kind: "regulatory", anchor: "awareness of a personal data breach", limit: "PT72H", determiner: "legal-counsel", submitter: "legal-counsel" },
      ],
    },
  },
  checkRegister({ document, roles }, report) {
    const clocks = document.clocks ?? [];
    // A clock that waits for another one's submission runs later anyway.
    const regulators = clocks.filter(({ kind, limit, after }) => kind === "regulatory" && limit !== undefined && after === undefined).sort((a, b) => roughMinutes(a.limit ?? "") - roughMinutes(b.limit ?? ""));
    for (const clock of clocks) {
      if (clock.kind !== "contract" || clock.limit === undefined || roles.get(clock.submitter ?? clock.determiner ?? "")?.side !== "provider") continue;
      const events = clock.events ?? [];
      const limit = roughMinutes(clock.limit);
      const first = regulators.find((other) => (events.length === 0 || (other.events?.length ?? 0) === 0 || events.some((event) => other.events?.includes(event))) && roughMinutes(other.limit ?? "") <= limit);
      if (first !== undefined) report({ message: `\`${clock.name}\` allows ${sayDuration(clock.limit)}, and \`${first.name}\` is due after ${sayDuration(first.limit ?? "")}`, at: { kind: "clock", id: clock.id, field: "limit" } });
    }
  },
} satisfies RegisterRule;
