import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "emergency-without-conditions",
  reads: "row",
  severity: "error",
  summary: "Acting first is allowed, but not under which conditions",
  because: "At night the engineer has to guess whether this is bad enough; he either waits too long or switches off the shop.",
  remedy: "Write the conditions under which one may act before asking.",
  source: "product C5, E3; T6 when the provider may act at once",
  avoid: {
    rows: [{ title: "Isolate an infected host", approval: { class: "emergency", documentWithin: "P1D" }, cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } }],
  },
  prefer: {
    rows: [
      {
        title: "Isolate an infected host",
        approval: { class: "emergency", documentWithin: "P1D", conditions: "confirmed ransomware on a workstation" },
        cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" },
      },
    ],
  },
  checkRow(row, register, report) {
    const { approval } = row.activity;
    if (approval?.class !== "emergency" || (approval.conditions !== undefined && approval.conditions.trim() !== "")) return;
    // A pre-authorisation of these performers carries the trigger and the limits.
    if (register.document.preAuthorisations?.some(({ performers }) => row.responsible.some(({ id }) => performers.includes(id)))) return;
    report({ message: `${row.title} may be done before asking, but no conditions are written down`, field: "approval" });
  },
} satisfies RowRule;
