import type { RowRule } from "#core/lint/rule.ts";

// Rule sets of a tool are called policies too, and those a provider may well own.
const POLICY = /\b(approv\w*|sign\w*|own\w*|adopt\w*|issue) (\S+ ){0,4}polic(y|ies)\b|\bpolic(y|ies) (\S+ ){0,2}(approval|ownership|sign-?off|adoption)\b/;
const OF_A_TOOL = /\b(firewall|anti-?virus|av|endpoint|edr|dlp|conditional access|backup|retention|group polic|gpo|intune|mail|spam|web|vpn|waf|siem|defender|exceptions?)\b/;

export default {
  id: "policy-approved-by-provider",
  reads: "row",
  severity: "warning",
  summary: "The provider approves the client's policies",
  because: "A policy is the client's own will. If the provider sets it, the provider decides what it will be measured by.",
  remedy: "Give the A to a role of the client; the provider may draft.",
  source: "product C2; T15: security policy approval, identity policy stay with the client",
  avoid: { rows: [{ title: "Approve the information security policy", cells: { "Security Consultant (provider)": "A R", "CIO": "I" } }] },
  prefer: { rows: [{ title: "Approve the information security policy", cells: { "Security Consultant (provider)": "R", "CIO": "A" } }] },
  checkRow(row, register, report) {
    if (!register.hasClient || row.accountable[0]?.side !== "provider" || row.accountable.length > 1) return;
    if (row.words.length > 160 || !row.words.includes("polic") || !POLICY.test(row.words) || OF_A_TOOL.test(row.words)) return;
    // A mandatory approval by the client keeps the decision where it belongs.
    if (row.activity.approvers?.some((id) => register.roles.get(id)?.side === "client")) return;
    report({ message: `${row.accountable[0].name} of the provider's side answers for ${row.title}, which the client has to keep`, field: "assignments" });
  },
} satisfies RowRule;
