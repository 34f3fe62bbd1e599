import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "regulated-data-without-client",
  reads: "row",
  severity: "warning",
  summary: "Regulated production data is touched without the client's consent",
  because: "The regulator asks the client, not the provider, who allowed this work on protected data.",
  remedy: "Make a compliance role of the client accountable, or name it as approver.",
  source: "product C6; T15 decision rule",
  avoid: {
    rows: [{ title: "Restore the patient database", cells: { "Operations Manager (provider)": "A R", "Compliance Officer": "I" }, regulatedProduction: true }],
  },
  prefer: {
    rows: [{ title: "Restore the patient database", cells: { "Operations Manager (provider)": "A R", "Compliance Officer": "C" }, regulatedProduction: true, approvers: ["compliance-officer"] }],
  },
  checkRow(row, register, report) {
    const { regulatedProduction, approvers } = row.activity;
    if (regulatedProduction !== true || !register.hasClient || !register.hasProvider || row.accountable.length === 0) return;
    if (row.accountable.some((role) => role.side === "client")) return;
    if (approvers?.some((id) => register.roles.get(id)?.side === "client")) return;
    report({ message: `${row.title} touches regulated production data, and nobody of the client answers for it or approves it`, field: "approvers" });
  },
} satisfies RowRule;
