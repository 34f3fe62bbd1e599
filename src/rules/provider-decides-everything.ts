import { about, TOPIC } from "#core/lint/topics.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const GOVERNING = /\bapprov|\bpolic(?:y|ies)\b|\bdecid|\bdecision|\bauthori[sz]|\bgovern|\bexceptions?\b|\brisk (?:accept|assess|manag)/;

export default {
  id: "provider-decides-everything",
  reads: "tally",
  severity: "warning",
  summary: "The provider decides everything, and nobody on the client's side governs it",
  because: "Work can be handed over, risk cannot: the client stands before its customers and its regulator with decisions it never made.",
  remedy: "Give approvals, policies and risk decisions to a role of the client.",
  source: "product D2, C2 the kept list",
  avoid: {
    rows: [
      { title: "Approve access requests", cells: { "Service Manager (provider)": "R A" } },
      { title: "Set the security policy", cells: { "Security Manager (provider)": "R A" } },
      { title: "Authorise emergency changes", cells: { "Service Manager (provider)": "R A" } },
      { title: "Run backups", cells: { "Backup Engineer (provider)": "R A" } },
    ],
  },
  prefer: {
    rows: [
      { title: "Approve access requests", cells: { "Business System Owner (client)": "R A" } },
      { title: "Set the security policy", cells: { "Security Manager (provider)": "R", "Security Lead (client)": "A" } },
      { title: "Authorise emergency changes", cells: { "Infrastructure Manager (client)": "R A", "Service Manager (provider)": "C" } },
      { title: "Run backups", cells: { "Backup Engineer (provider)": "R A" } },
    ],
  },
  tally(row, register, add) {
    if (row.accountable.length === 0) return;
    const governing = row.activity.decision !== undefined || GOVERNING.test(row.words) || about(row, TOPIC.riskAcceptance);
    if (!governing) return;
    const approved = row.activity.approvers?.some((id) => register.roles.get(id)?.side === "client") ?? false;
    add(approved || row.accountable.some(({ side }) => side !== "provider") || row.responsible.some(({ side }) => side !== "provider") ? "client's" : "provider's");
  },
  checkTally(counts, register, report) {
    const decided = counts.get("provider's") ?? 0;
    if (decided < 3 || counts.has("client's") || !register.hasClient) return;
    report({ message: `all ${decided} approvals, policies and decisions in this matrix are the provider's alone` });
  },
} satisfies TallyRule;
