import { about, TOPIC } from "#core/lint/topics.ts";
import type { TallyRule } from "#core/lint/rule.ts";

export default {
  id: "provider-cannot-act",
  reads: "tally",
  severity: "warning",
  summary: "The provider watches, but may never act",
  because: "The provider sees the attack at three in the morning and has to wait until somebody at the client wakes up.",
  remedy: "Allow named actions in advance under conditions (an emergency class or a pre-authorisation).",
  source: "product D2, E3; T6 when the provider may act at once",
  avoid: {
    rows: [
      { title: "Monitor security alerts", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } },
      { title: "Isolate infected hosts", approval: { class: "formal" }, cells: { "Security Lead (client)": "R A", "SOC Analyst (provider)": "I" } },
    ],
  },
  prefer: {
    rows: [
      { title: "Monitor security alerts", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } },
      { title: "Isolate infected hosts", approval: { class: "emergency", conditions: "confirmed ransomware", documentWithin: "P1D" }, cells: { "Security Lead (client)": "A", "SOC Analyst (provider)": "R" } },
    ],
  },
  tally(row, register, add) {
    if (row.activity.approval?.class === "emergency") add("may act");
    if (row.lane !== "client" && about(row, TOPIC.alert)) add("watches");
    if (!about(row, TOPIC.containment)) return;
    const acts = row.lane !== "client" || row.accountable.some(({ side }) => side === "provider") || row.consulted.some(({ side }) => side === "provider");
    if (acts) add("may act");
    else if (row.activity.approval?.class === "formal" || register.covers.has("incident-authority")) add("may not act");
  },
  checkTally(counts, register, report) {
    if (!register.hasProvider || !counts.has("watches") || !counts.has("may not act") || counts.has("may act")) return;
    if ((register.document.preAuthorisations?.length ?? 0) > 0) return;
    report({ message: "the provider watches the alerts, but may not contain anything, not even in an emergency" });
  },
} satisfies TallyRule;
