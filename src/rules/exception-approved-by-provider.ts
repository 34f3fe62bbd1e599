import type { RowRule } from "#core/lint/rule.ts";

const GRANTS = /\b(approv\w*|grant\w*|authori[sz]\w*|allow\w*) (\S+ ){0,4}(exceptions?|exemptions?|waivers?)\b|\b(exceptions?|exemptions?|waivers?) (\S+ ){0,2}(approvals?|requests?|management|handling)\b/;

export default {
  id: "exception-approved-by-provider",
  reads: "row",
  severity: "warning",
  summary: "The provider approves exceptions from the client's rules",
  because: "Each exception is a hole in the client's own rules. Who profits from a shortcut should not be the one who grants it.",
  remedy: "Give the A to a role of the client, and an end date to each exception.",
  source: "product C2: exceptions are approved by the client and expire; T15: password policy exceptions",
  avoid: { rows: [{ title: "Approve password policy exceptions", cells: { "Service Desk Manager (provider)": "A R", "Security Lead": "I" } }] },
  prefer: { rows: [{ title: "Approve password policy exceptions", cells: { "Service Desk Manager (provider)": "R", "Security Lead": "A" } }] },
  checkRow(row, register, report) {
    if (!register.hasClient || row.accountable[0]?.side !== "provider" || row.accountable.length > 1) return;
    if (row.activity.decision !== "exception.approve" && (row.words.length > 160 || !GRANTS.test(row.words))) return;
    // A mandatory approval by the client keeps the decision where it belongs.
    if (row.activity.approvers?.some((id) => register.roles.get(id)?.side === "client")) return;
    report({ message: `${row.accountable[0].name} of the provider's side answers for ${row.title}, though the rules are the client's`, field: "assignments" });
  },
} satisfies RowRule;
