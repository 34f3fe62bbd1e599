import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "request-channel-missing",
  reads: "row",
  severity: "note",
  summary: "A change needs approval, but nobody knows where to ask for it",
  because: "The request comes by phone, chat and in the corridor, and afterwards nobody can show that it was approved.",
  remedy: "Name the channel through which the change is requested.",
  source: "product C5 request channel; T3 departments bypass formal request channels",
  avoid: { rows: [{ title: "Change firewall rules", approval: { class: "formal" }, cells: { "Network Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: {
    rows: [{ title: "Change firewall rules", approval: { class: "formal", channel: "change ticket" }, cells: { "Network Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }],
  },
  column: {
    used: (row) => row.activity.approval?.channel !== undefined,
    message: (rows) => `${rows === 1 ? "one row needs" : `${rows} rows need`} formal approval, and none names the channel to ask through`,
    least: 2,
  },
  checkRow(row, _register, report) {
    const { approval } = row.activity;
    if (approval?.class !== "formal" || approval.channel !== undefined) return;
    report({ message: `${row.title} needs approval, but the channel to ask through is not named`, field: "approval" });
  },
} satisfies RowRule;
