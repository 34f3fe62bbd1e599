import { about, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "risk-accepted-by-provider",
  reads: "row",
  severity: "error",
  summary: "Risks are accepted by somebody who does not bear them",
  because: "Whoever accepts a risk says that the business can live with the damage; only the business can say that.",
  remedy: "Make a business owner of the client accountable; the provider recommends.",
  source: "T5 risk acceptance by a designated business stakeholder; product C2",
  avoid: { rows: [{ title: "Accept risks of open findings", cells: { "Security Manager (provider)": "R A" } }] },
  prefer: { rows: [{ title: "Accept risks of open findings", cells: { "Security Manager (provider)": "C", "Business Risk Owner (client)": "R A" } }] },
  checkRow(row, register, report) {
    // Where the bearer of the risk is named, it is compared with the accountable party elsewhere.
    if (row.accountable.length === 0 || row.activity.riskOwner !== undefined || !register.hasClient) return;
    if (row.activity.decision !== "risk.accept" && !about(row, TOPIC.riskAcceptance)) return;
    // Keeping the register of exceptions is clerk's work.
    if (/\b(?:track|register|record|document|recommend|report|review|log)\w*\b/.test(row.words) && row.activity.decision === undefined) return;
    const owner = row.accountable.find(({ side }) => side === "provider");
    if (owner) report({ message: `${owner.name} accepts risks for the client in ${row.title}`, field: `assignments/${owner.id}` });
  },
} satisfies RowRule;
