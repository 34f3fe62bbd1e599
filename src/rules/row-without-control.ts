import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "row-without-control",
  reads: "row",
  severity: "note",
  summary: "An activity that no control asks for, or nobody has mapped",
  because: "What is not mapped to a control is missing in the coverage report, and the auditor asks for it a second time.",
  remedy: "Name the control it serves, or leave it and accept the gap.",
  source: "T8: every row links to a compliance control; T16 map controls to owners",
  avoid: {
    rows: [{ title: "Review firewall rules", cells: { "Network Engineer (provider)": "R", "Security Lead (client)": "A" } }],
    matrix: { covers: ["co-managed"] },
  },
  prefer: {
    rows: [{ title: "Review firewall rules", controls: ["pci-dss-4.0.1:1.2.7"], cells: { "Network Engineer (provider)": "R", "Security Lead (client)": "A" } }],
    matrix: { covers: ["co-managed"] },
  },
  column: {
    used: (row) => row.activity.controls !== undefined && row.activity.controls.length > 0,
    message: (rows) => `none of the ${rows === 1 ? "rows" : `${rows} rows`} names the control it serves`,
    least: 1,
  },
  checkRow(row, { covers }, report) {
    if ((row.activity.controls?.length ?? 0) > 0 || !(covers.has("co-managed") || covers.has("mssp"))) return;
    report({ message: `${row.title} is not mapped to a control`, field: "controls" });
  },
} satisfies RowRule;
