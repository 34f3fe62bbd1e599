import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "emergency-without-deadline",
  reads: "row",
  severity: "warning",
  summary: "An emergency action need not be written down by any time",
  because: "What was changed in the night is remembered for a week, and then explains no outage any more.",
  remedy: "Set the time within which the action is documented.",
  source: "product C5: document by a deadline; T6 how the action is documented afterwards",
  avoid: {
    rows: [{ title: "Isolate an infected host", approval: { class: "emergency", conditions: "confirmed ransomware" }, cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } }],
  },
  prefer: {
    rows: [
      {
        title: "Isolate an infected host",
        approval: { class: "emergency", conditions: "confirmed ransomware", documentWithin: "P1D" },
        cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" },
      },
    ],
  },
  checkRow(row, register, report) {
    const { approval } = row.activity;
    if (approval?.class !== "emergency" || approval.documentWithin !== undefined) return;
    if (register.document.preAuthorisations?.some(({ performers, recordWithin }) => recordWithin !== undefined && row.responsible.some(({ id }) => performers.includes(id)))) return;
    report({ message: `${row.title} may be done before asking, but no time is set to document it`, field: "approval" });
  },
} satisfies RowRule;
