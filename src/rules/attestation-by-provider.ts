import type { RowRule } from "#core/lint/rule.ts";

const ATTESTS = /\battest(s|ing|ations?)?\b|\bcertif(y|ication) of (\S+ )?compliance\b|\bcompliance (sign-?off|certification|statement)\b/;
// A provider answers for its own report, and machines attest each other.
const OF_ITS_OWN = /\b(device|key|boot|tpm|provider|vendor|msp|mssp|soc ?2)\b/;

export default {
  id: "attestation-by-provider",
  reads: "row",
  severity: "warning",
  summary: "The provider attests the client's compliance",
  because: "An attestation is the client's own word to an auditor or an authority. The provider may bring the evidence; it cannot give the word.",
  remedy: "Give the A to a role of the client, and the evidence to the provider.",
  source: "product C2; T14, T15: final compliance attestations by the client",
  avoid: { rows: [{ title: "Sign the yearly compliance attestation", cells: { "Compliance Consultant (provider)": "A R", "CIO": "I" } }] },
  prefer: { rows: [{ title: "Sign the yearly compliance attestation", cells: { "Compliance Consultant (provider)": "R", "CIO": "A" } }] },
  checkRow(row, register, report) {
    if (!register.hasClient || row.accountable[0]?.side !== "provider" || row.accountable.length > 1) return;
    if (row.words.length > 160 || !ATTESTS.test(row.words) || OF_ITS_OWN.test(row.words)) return;
    // A mandatory approval by the client keeps the decision where it belongs.
    if (row.activity.approvers?.some((id) => register.roles.get(id)?.side === "client")) return;
    report({ message: `${row.accountable[0].name} of the provider's side answers for ${row.title}, which only the client can give`, field: "assignments" });
  },
} satisfies RowRule;
