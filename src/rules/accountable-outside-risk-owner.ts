import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "accountable-outside-risk-owner",
  reads: "row",
  severity: "warning",
  summary: "One party bears the risk, and another one is accountable",
  because: "Who answers for the result decides how careful to be, with somebody else's loss.",
  remedy: "Give the A to a role of the party that bears the risk, or correct who bears it.",
  source: "product C2: ownership apart from execution",
  avoid: { rows: [{ title: "Decide on downtime of the web shop", cells: { "Operations Manager (provider)": "A R", "Sales Director": "C" }, riskOwner: "client" }] },
  prefer: { rows: [{ title: "Decide on downtime of the web shop", cells: { "Operations Manager (provider)": "R", "Sales Director": "A" }, riskOwner: "client" }] },
  checkRow(row, register, report) {
    const { riskOwner } = row.activity;
    if (riskOwner === undefined) return;
    const bearer = register.parties.get(riskOwner);
    const [owner] = row.accountable;
    if (!bearer || !owner || row.accountable.some((role) => role.party === riskOwner)) return;
    report({ message: `${bearer.name} bears the risk of ${row.title}, but ${owner.name} of another party is accountable`, field: "assignments" });
  },
} satisfies RowRule;
