import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "regulated-data-without-operator",
  reads: "row",
  severity: "note",
  summary: "Regulated production data that the provider does not operate",
  because: "Where the provider runs the platform and the client does the work on the regulated data alone, nobody has looked at both at once.",
  remedy: "Give a provider role the operation and keep the approval with the client, or accept on purpose that the client operates it alone.",
  source: "T15 decision rule: provider operational owner, client compliance approver; product C6",
  avoid: { rows: [{ title: "Maintain the patient database", kind: "operation", regulatedProduction: true, cells: { "Database Administrator (client)": "R", "Compliance Officer (client)": "A" } }] },
  prefer: {
    rows: [{ title: "Maintain the patient database", kind: "operation", regulatedProduction: true, cells: { "Database Engineer (provider)": "R", "Compliance Officer (client)": "A" } }],
  },
  checkRow(row, register, report) {
    if (row.activity.regulatedProduction !== true || row.lane !== "client" || !register.hasProvider || !register.hasClient) return;
    // The rule is about operating; decisions, policies and attestations are the client's anyway.
    const { kind, decision } = row.activity;
    if (decision !== undefined || (kind !== "operation" && kind !== "security" && kind !== "service")) return;
    report({ message: `${row.title} touches regulated production data, and no provider role has a part in operating it`, field: "assignments" });
  },
} satisfies RowRule;
