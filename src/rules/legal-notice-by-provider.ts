import type { RowRule } from "#core/lint/rule.ts";

const NOTICE =
  /\b(legal|regulat\w*|statutory|breach|supervisory) (\S+ )?(notice|notif\w*|disclosures?)\b|\b(notif\w*|inform\w*|report(ing)? to|notice to) (\S+ ){0,3}(regulators?|authorit(y|ies)|attorney general|data subjects|affected (individuals|persons|customers))\b/;
/** The provider's own duty to tell the client is another thing. */
const TO_THE_CLIENT = /\b(notif\w*|inform\w*|tell\w*|alert\w*|report\w*) (\S+ ){0,2}(clients?|customers?)\b|\b(client|customer) notif/;

export default {
  id: "legal-notice-by-provider",
  reads: "row",
  severity: "warning",
  summary: "The provider gives legal notice in the client's name",
  because: "The law holds the client to the notice and its deadline. A notice that the client did not decide on can do more harm than the incident.",
  remedy: "Give the A to a role of the client, such as its counsel; the provider supplies facts and logs.",
  source: "product C2; T14: client approves legal notice; T16 clauses",
  avoid: { rows: [{ title: "Notify the regulator of a data breach", cells: { "Incident Manager (provider)": "A", "Compliance Officer": "R" } }] },
  prefer: { rows: [{ title: "Notify the regulator of a data breach", cells: { "Incident Manager (provider)": "C", "Compliance Officer": "R", "General Counsel": "A" } }] },
  checkRow(row, register, report) {
    if (!register.hasClient || row.accountable[0]?.side !== "provider" || row.accountable.length > 1) return;
    if (row.activity.decision !== "notify.regulator" && (row.words.length > 160 || !NOTICE.test(row.words) || TO_THE_CLIENT.test(row.words))) return;
    // A mandatory approval by the client keeps the decision where it belongs.
    if (row.activity.approvers?.some((id) => register.roles.get(id)?.side === "client")) return;
    report({ message: `${row.accountable[0].name} of the provider's side answers for ${row.title}, which the law asks of the client`, field: "assignments" });
  },
} satisfies RowRule;
